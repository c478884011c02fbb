"""A file that may still hold mistakes, for checks that look at several places of it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar, Generic, TypeVar

from pydantic import ValidationError

from negotiation_sim.scenario.explaining import explained, is_misspelt, path_of
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.paths import field_at
from negotiation_sim.scenario.problems import Place, Problem
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.yaml_nodes import MappingNode, Path, key_place_of, node_at, place_of, plain

Model = TypeVar("Model", bound=StrictModel)


class FileDraft(Generic[Model]):
    """The tree of a file with what pydantic says of it.

    `content` is what the file says where every single value is right, else None; `problems` says what is wrong.
    """

    model: ClassVar[type[StrictModel]]

    def __init__(self, root: MappingNode, sound: Mapping[str, object] = MappingProxyType({})) -> None:
        """Looks at every single value; `sound`: sections that were looked at before, with what they hold."""
        self.root = root
        self.content: Model | None = None
        self.problems: list[Problem] = []
        self._wrong: set[Path] = set()
        try:
            self.content = self.model.model_validate(
                {key: sound[key] if key in sound else plain(entry.node) for key, entry in root.entries.items()}
            )  # type: ignore[assignment]
        except ValidationError as error:
            for entry in error.errors(include_url=False, include_input=False):
                path = path_of(root, entry)
                self._wrong.add(path)
                if entry["type"] != "missing" or not is_misspelt(root, path, self.model):
                    self.problems.append(explained(root, entry, self.model))

    def is_sound(self, *path: str | int) -> bool:
        """Whether nothing is wrong with the value at the path, above it or within it."""
        return not any(wrong[: len(path)] == path[: len(wrong)] for wrong in self._wrong)

    def value(self, *path: str | int) -> object:
        """The value at the path, or the field's default where it is not written; None where it is wrong."""
        if not self.is_sound(*path):
            return None
        node = node_at(self.root, path)
        if node is None:  # nothing is written there
            field = field_at(path, self.model)
            return field.get_default() if field else None
        return plain(node)

    def has(self, *path: str | int) -> bool:
        """Whether something other than null is written at the path."""
        node = node_at(self.root, path)
        return node is not None and plain(node) is not None

    def keys(self, *path: str | int) -> tuple[str, ...]:
        """The keys written in the mapping at the path; none where there is no mapping."""
        node = node_at(self.root, path)
        return tuple(node.entries) if isinstance(node, MappingNode) else ()

    def place(self, *path: str | int) -> Place:
        """Where the value at the path stands."""
        return place_of(self.root, path)

    def key_place(self, *path: str | int) -> Place:
        """Where the key at the end of the path stands."""
        return key_place_of(self.root, path)

    def each(self, *path: str | int) -> Iterator[Path]:
        """The paths of the entries of the mapping at the path."""
        return ((*path, key) for key in self.keys(*path))


class Draft(FileDraft[Scenario]):
    """The tree of a scenario; `content` is the scenario where every single value is right."""

    model = Scenario
