"""Finds and reads files, and lays a scenario over the base that its `extends:` names."""

import re
from gettext import gettext
from pathlib import Path

from negotiation_sim.scenario.cases import case_path, shipped_cases
from negotiation_sim.scenario.extending import laid_over
from negotiation_sim.scenario.nearest_name import suggestion
from negotiation_sim.scenario.problems import Place, Problem, ScenarioError, Source
from negotiation_sim.scenario.system_words import system_words
from negotiation_sim.scenario.yaml_nodes import MappingNode, ScalarNode
from negotiation_sim.scenario.yaml_reading import read_tree, source_of

LARGEST = 1_000_000
"""Bytes that a scenario file may have."""

_LONGEST_SHOWN = 100
_BARE_NAME = re.compile(r"[^/\\.]+")


def resolved_tree(path: Path, named_at: Place, above: tuple[Path, ...] = ()) -> tuple[MappingNode, list[Problem]]:
    """The tree of a scenario file laid over that of its base, and the keys given twice.

    `named_at`: where the file is named; `above`: the files that extend it. Raises ScenarioError.
    """
    if path.resolve() in above:
        told = gettext("'extends' goes round in a circle: this file extends itself")
        raise ScenarioError([named_at.problem(told)])
    tree, problems = tree_of_file(path, named_at)
    extends = tree.get("extends")
    own = tree.without("extends")
    if extends is None:
        return own, problems
    if not isinstance(extends, ScalarNode) or not isinstance(extends.value, str):
        what = gettext("'extends' must be the path of one file, or the name of a shipped scenario")
        raise ScenarioError([*problems, extends.place.problem(what)])
    base_path = file_named(extends.value, path.parent, extends.place)
    base, base_problems = resolved_tree(base_path, extends.place, (*above, path.resolve()))
    return laid_over(base, own), [*problems, *base_problems]


def file_named(name: str, folder: Path, named_at: Place) -> Path:
    """The file of this name, seen from a folder, or the shipped scenario of this name. Raises ScenarioError."""
    path = folder / name
    try:
        if path.exists() and not path.is_dir():
            return path
    except (OSError, ValueError) as error:  # a name too long, with a null character, in a closed folder
        raise ScenarioError([named_at.problem(_unreadable(error))]) from None
    if name in shipped_cases():
        return case_path(name)
    near = suggestion(Path(name).stem, shipped_cases()) if _BARE_NAME.fullmatch(name) else ""
    what = gettext("there is no file {name}").format(name=repr(name[:_LONGEST_SHOWN]))
    if path.is_dir():
        what = gettext("this is a folder, not a file")
    raise ScenarioError([named_at.problem(f"{what}{near}")])


def tree_of_file(path: Path, named_at: Place) -> tuple[MappingNode, list[Problem]]:
    """The tree of one file as it is written, and the keys given twice. Raises ScenarioError."""
    return read_tree(str(path), _text(path, named_at))


def _text(path: Path, named_at: Place) -> str:
    try:
        if not path.is_file():
            raise ScenarioError([named_at.problem(gettext("this is not a plain file"))])
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ScenarioError([named_at.problem(_unreadable(error))]) from None
    start = Place(Source(str(path), ()), 1, 1)
    if len(data) > LARGEST:
        # NOTE: the number is `LARGEST`; write it as your language does
        told = gettext("the file is larger than 1,000,000 bytes; a scenario is a few pages")
        raise ScenarioError([start.problem(told)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = source_of(str(path), data.decode("utf-8", errors="replace"))
        before = source_of("", error.object[: error.start].decode("utf-8", errors="replace")).lines
        place = Place(source, len(before), len(before[-1]) + 1)
        message = gettext("this is not UTF-8 text (perhaps saved as Windows-1251 or UTF-16); save the file as UTF-8")
        raise ScenarioError([place.problem(message)]) from None


def _unreadable(error: OSError | ValueError) -> str:
    reason = system_words(error) if isinstance(error, OSError) else str(error)
    return gettext("the file cannot be read: {reason}").format(reason=reason)
