"""Plays a user's marked functions in both executors and says whether they keep the rules of a rule."""

from __future__ import annotations

import functools
import inspect
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from negotiation_sim.concepts import Efforts, Floats
from negotiation_sim.engine.executor import Player, RunError
from negotiation_sim.engine.guarding import FunctionError, guarded
from negotiation_sim.engine.plugin_files import MARKS, PluginError, definitions, parsed
from negotiation_sim.engine.plugins import load_function, load_module
from negotiation_sim.engine.setting import Setting
from negotiation_sim.experiments.source_checks import check_source
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.problems import Place, Problem, Source

CASES = ("two_party_textbook", "safety_at_work")
RUNS = 50
"""Runs of each case: two sides and four, a hundred runs in all."""

SEED = 1
_WITH_MEDIATOR = {"mediator.style": "full", "mediator.skill": 0.5}
_ = str  # marks words for the message catalogues; they are translated where they are shown
_NO_MARK = _(
    "there is no marked function in this file: write @strategy above a function (party, view, issue, option) "
    "or @mediator_style above a function (mediator, view); both are imported from negotiation_sim"
)
_NOT_REPEATED = _(
    "the same run gives another result when it is played again in another order: "
    "it keeps state or draws chance of its own (run {run} of the case {case})"
)
_EXECUTORS_DIFFER = _("compiled code and plain Python give different results (run {run} of the case {case})")


@dataclass(frozen=True)
class FunctionReport:
    """What came of playing one function.

    `called_back`: why it runs as plain Python, "" where it is compiled. `seconds`: for 1,000 runs;
    `times_built_in`: how many times as long as with a built-in function. Both None where it cannot be played.
    """

    name: str
    kind: str
    line: int
    problems: tuple[str, ...]
    called_back: str = ""
    seconds: float | None = None
    times_built_in: float | None = None


class FileReport(NamedTuple):
    """What is wrong with a file (`problems`), what may go wrong (`warnings`), and its functions."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    functions: tuple[FunctionReport, ...] = ()


def check_file(path: Path) -> FileReport:
    """Check every function of a file marked with `@strategy` or `@mediator_style`; this runs the file."""
    try:
        problems, warnings = check_source(path)
        lines = _marked_lines(path)
    except PluginError as error:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        place = Place(Source(str(path), tuple(text.splitlines())), error.line, error.column)
        return FileReport((place.problem(error.reason),))
    source = Source(str(path), tuple(path.read_text(encoding="utf-8", errors="replace").splitlines()))
    if not lines:
        return FileReport((*problems, Place(source, 1, 1).problem(gettext(_NO_MARK))), warnings)
    reports = [check_function(path, name, kind, line) for name, (kind, line) in lines.items()]
    found = [Place(source, report.line, 1).problem(text) for report in reports for text in report.problems]
    return FileReport((*problems, *found), warnings, tuple(reports))


def _marked_lines(path: Path) -> dict[str, tuple[str, int]]:
    """The marked functions of a file: what they are marked as, and their lines."""
    written = definitions(parsed(path))
    found = {}
    for name, value in vars(load_module(path)).items():
        kind = getattr(value, "negotiation_sim_kind", None)
        if kind in MARKS and inspect.isfunction(value) and name in written and not _is_imported(value):
            found[name] = (str(kind), written[name].line)
    return found


def _is_imported(function: Callable[..., Any]) -> bool:
    return function.__module__.startswith("negotiation_sim.")


def check_function(path: Path, name: str, kind: str, line: int) -> FunctionReport:
    """Play one function: types, ranges, no hidden state, executors equal, compiled or why not, how fast."""
    report = FunctionReport(name, kind, line, ())
    try:
        function = load_function(f"{path.name}:{name}", path.parent, kind)
    except PluginError as error:
        return replace(report, line=error.line, problems=(error.reason,))
    settings = {case: setting_of(load_scenario(case).with_settings(_WITH_MEDIATOR)) for case in CASES}
    try:
        watched = _watched(function, kind)
        plain = {case: _played_plainly(_with(setting, kind, watched)) for case, setting in settings.items()}
        players = {case: Player(_with(setting, kind, function), threads=1) for case, setting in settings.items()}
        differences = [_difference(case, players[case], plain[case]) for case in CASES]
    except FunctionError as error:
        return replace(report, line=error.line, problems=(error.reason,))
    except (RunError, ValueError) as error:
        return replace(report, problems=(f"{name}: {error}",))
    missing = "" if HAVE_NUMBA else gettext("numba is not installed")
    called_back = players[CASES[-1]].called_back.get(name, missing)
    seconds = _seconds(players[CASES[-1]])
    return replace(
        report,
        problems=tuple(filter(None, differences))[:1],
        called_back=called_back,
        seconds=seconds,
        times_built_in=seconds / _seconds(Player(settings[CASES[-1]], threads=1)),
    )


def _with(setting: Setting, kind: str, function: Callable[..., Any]) -> Setting:
    """The setting with every side, or the mediator, using the function."""
    chosen: dict[str, Any] = {"style": function} if kind == "mediator_style" else {"packages": (function,)}
    return setting._replace(selection=setting.selection._replace(**chosen))


def _watched(function: Callable[..., Any], kind: str) -> Callable[..., Any]:
    """The function on arrays that cannot be written to, dividing by zero and efforts out of range refused."""
    own: Any = inspect.unwrap(function)

    @functools.wraps(own)
    def watched(*arguments: Any) -> Any:
        first, second, *rest = arguments
        with np.errstate(divide="raise", invalid="raise", over="raise"):
            answer = own(_unwritable(first), _unwritable(second), *rest)
        if isinstance(answer, Efforts):
            for action, effort in zip(Efforts._fields, answer, strict=True):
                if isinstance(effort, int | float) and not 0.0 <= effort <= 1.0:
                    told = gettext("the effort {action} is {effort}: out of range (allowed 0 to 1)")
                    raise ValueError(told.format(action=action, effort=effort))
        return answer

    return guarded(watched, kind)


def _unwritable(known: Any) -> Any:
    """What a side or mediator knows with every array read-only, save the room for a rule's own sums."""
    changed = {}
    for field, value in known._asdict().items():
        if isinstance(value, np.ndarray) and field != "scratch":
            changed[field] = value.view()
            changed[field].flags.writeable = False
    return known._replace(**changed)


def _played_plainly(setting: Setting) -> Floats:
    from negotiation_sim.engine.mesa_model import BargainingModel

    def rows() -> Iterator[Floats]:
        for run in range(RUNS):
            model = BargainingModel(setting, SEED, run)
            model.run_model()
            yield model.row()

    return np.stack(list(rows()))


def _difference(case: str, player: Player, plain: Floats) -> str:
    """What differs where nothing may: between two orders of the same runs, and between the two executors."""
    forward = player.rows(SEED, range(RUNS))
    backward = player.rows(SEED, np.arange(RUNS)[::-1])[::-1]
    for rows, told in ((backward, _NOT_REPEATED), (plain, _EXECUTORS_DIFFER)):
        different = np.flatnonzero((forward != rows).any(axis=1))
        if len(different):
            return gettext(told).format(run=different[0], case=case)
    return ""


def _seconds(player: Player) -> float:
    """Seconds for 1,000 runs, the better of two measurements."""
    measured = []
    for _ in range(2):
        start = time.perf_counter()
        player.rows(SEED, range(RUNS))
        measured.append(time.perf_counter() - start)
    return min(measured) * 1000 / RUNS
