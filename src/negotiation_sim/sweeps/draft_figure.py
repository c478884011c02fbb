"""One figure of an experiment file that may still hold mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext

from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.problems import Place, Problem
from negotiation_sim.scenario.yaml_nodes import Node, Path, node_at, plain
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft
from negotiation_sim.sweeps.figure_keys import FIGURE_KEYS, FigureKeys


@dataclass(frozen=True)
class DraftFigure:
    """A figure whose kind is known."""

    draft: ExperimentDraft
    path: Path
    kind: str

    @property
    def keys(self) -> FigureKeys:
        """The keys that go with its kind."""
        return FIGURE_KEYS[self.kind]

    def node(self, key: str) -> Node | None:
        """What stands under a key that goes with the kind; None where that is nothing or wrong."""
        is_looked_at = key in self.keys.all and self.draft.is_sound(*self.path, key)
        node = node_at(self.draft.root, (*self.path, key)) if is_looked_at else None
        return None if node is None or plain(node) is None else node

    def has(self, key: str) -> bool:
        """Whether something is written under a key."""
        return self.draft.has(*self.path, key)

    def key_place(self, *key: str) -> Place:
        """Where the figure's name stands, or one of its keys."""
        return self.draft.key_place(*self.path, *key)

    def factor_value_problems(self, path: str, key_place: Place, node: Node) -> Iterator[Problem]:
        """Whether a factor of this path is there and takes this value."""
        if path not in self.draft.varied:
            yield key_place.problem(self.no_factor(path))
        elif plain(node) not in self.draft.levels(path):
            told = gettext("{path} is never {value} in the design")
            yield node.place.problem(told.format(path=repr(path), value=repr(plain(node))))

    def no_factor(self, path: str) -> str:
        """That there is no such factor."""
        factors = list(self.draft.varied)
        if not factors:
            return gettext("{path} is no factor: the design has none").format(path=repr(path))
        return gettext("{path} is no factor of the design").format(path=repr(path)) + suggestion_or_all(path, factors)
