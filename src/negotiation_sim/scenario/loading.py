"""Loads scenarios: files, the base that `extends:` names, settings, and all checks."""

import re
from collections.abc import Mapping, Sequence
from gettext import gettext
from pathlib import Path

from negotiation_sim.scenario.cases import case_path, shipped_cases
from negotiation_sim.scenario.comparison_checks import comparison_problems, problems_of
from negotiation_sim.scenario.extending import laid_over
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.nearest_name import suggestion
from negotiation_sim.scenario.problems import Place, Problem, ScenarioError, Source, in_order
from negotiation_sim.scenario.settings import (
    applied,
    arm_conflicts,
    path_problems,
    read_settings,
    with_axis_shrunk,
)
from negotiation_sim.scenario.system_words import system_words
from negotiation_sim.scenario.yaml_nodes import MappingNode, ScalarNode
from negotiation_sim.scenario.yaml_reading import read_tree, source_of

LARGEST = 1_000_000
"""Bytes that a scenario file may have."""

_LONGEST_SHOWN = 100
_BARE_NAME = re.compile(r"[^/\\.]+")


def load_scenario(source: str | Path, settings: Mapping[str, object] | Sequence[str] = ()) -> Scenario:
    """Loads a scenario file, or a shipped scenario by its bare name, and checks everything.

    `settings` ({path: value} or "path=value") replace values; a path that an arm of `compare` sets cannot be
    set, and the axis shrinks to one point where its path is set. Raises ScenarioError with all mistakes.
    """
    path = _file(str(source), Path(), Place(Source(str(source), ()), 1, 1))
    tree, problems = _tree(path, Place(Source(str(source), ()), 1, 1), ())
    return _checked(tree, path.parent, settings, problems, is_loading=True)


def scenario_with(tree: MappingNode, folder: Path | None, settings: Mapping[str, object] | Sequence[str]) -> Scenario:
    """The scenario of a checked tree with settings made; what it compares is not tried again."""
    return _checked(tree, folder, settings, [], is_loading=False)


def _checked(
    tree: MappingNode,
    folder: Path | None,
    settings: Mapping[str, object] | Sequence[str],
    problems: list[Problem],
    *,
    is_loading: bool,
) -> Scenario:
    asked = read_settings(settings)
    bad_paths = path_problems(tree, asked)
    tree, axis_problems = with_axis_shrunk(tree, asked)
    problems = [*problems, *bad_paths]
    if is_loading:
        problems += [*axis_problems, *arm_conflicts(tree, asked)]
    if not bad_paths:
        tree = applied(tree, asked)
    draft, found = problems_of(tree)
    if is_loading:
        found += comparison_problems(draft, found)
    if problems or found or draft.scenario is None:
        raise ScenarioError(in_order([*problems, *found], tree.place.source.name))
    draft.scenario._tree = tree
    draft.scenario._folder = folder
    return draft.scenario


def _tree(path: Path, named_at: Place, above: tuple[Path, ...]) -> tuple[MappingNode, list[Problem]]:
    """The tree of a file laid over that of its base, and the keys given twice."""
    if path.resolve() in above:
        told = gettext("'extends' goes round in a circle: this file extends itself")
        raise ScenarioError([named_at.problem(told)])
    text = _text(path, named_at)
    tree, problems = read_tree(str(path), text)
    extends = tree.get("extends")
    own = tree.without("extends")
    if extends is None:
        return own, problems
    if not isinstance(extends, ScalarNode) or not isinstance(extends.value, str):
        what = gettext("'extends' must be the path of one file, or the name of a shipped scenario")
        raise ScenarioError([*problems, extends.place.problem(what)])
    base_path = _file(extends.value, path.parent, extends.place)
    base, base_problems = _tree(base_path, extends.place, (*above, path.resolve()))
    return laid_over(base, own), [*problems, *base_problems]


def _file(name: str, folder: Path, named_at: Place) -> Path:
    """The file of this name, seen from a folder, or the shipped scenario of this name."""
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
