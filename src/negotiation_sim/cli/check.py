"""`negotiation-sim check`."""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.options import json_option, language_option
from negotiation_sim.cli.translated import TranslatedCommand

if TYPE_CHECKING:
    from negotiation_sim.experiments.conformance import FunctionReport
    from negotiation_sim.messages.numbers import Numbers
    from negotiation_sim.scenario import Problem

_ = str  # marks help for the message catalogues; it is translated where it is shown


@dataclass
class _Checked:
    """What is to be told of one file; `runs_code`: the files whose code runs with it."""

    file: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    runs_code: tuple[str, ...] = ()
    functions: tuple[FunctionReport, ...] = ()


@click.command(
    "check",
    cls=TranslatedCommand,
    help=_(
        "Check scenarios, experiments and plug-ins: every mistake with file, line and column; exit code 2 if any.\n\n"
        "Scenarios and experiments are only read, and so are plug-ins named there. A plug-in file (.py) given here is "
        "run: every function marked with @strategy or @mediator_style plays a hundred negotiations in both executors. "
        "A file of translations (.po) is compared sentence by sentence."
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@json_option
@language_option
def command(files: tuple[str, ...], as_json: bool, lang: str) -> None:
    """`negotiation-sim check`."""
    from negotiation_sim.messages.numbers import Numbers

    with redirect_stdout(sys.stderr):  # a plug-in may print
        checked = [_CHECKS.get(Path(file).suffix, _scenario_or_experiment)(file) for file in files]
    if as_json:
        click.echo(json.dumps({"files": [_document(one) for one in checked]}, indent=2, ensure_ascii=False))
    for one in checked:
        _tell(one, as_json, Numbers(lang))
    if any(one.problems for one in checked):
        raise click.exceptions.Exit(2)


def _scenario_or_experiment(file: str) -> _Checked:
    from negotiation_sim.sweeps.recognising import is_experiment

    return _experiment(file) if is_experiment(file) else _scenario(file)


def _experiment(file: str) -> _Checked:
    from negotiation_sim.scenario import ScenarioError
    from negotiation_sim.sweeps.loading import load_experiment

    try:
        experiment = load_experiment(file)
    except ScenarioError as error:
        return _Checked(file, error.problems)
    return _Checked(file, runs_code=tuple(map(str, experiment.code_files)))


def _scenario(file: str) -> _Checked:
    from negotiation_sim.scenario import ScenarioError, load_scenario
    from negotiation_sim.scenario.plug_in_checks import code_files, plug_in_problems

    try:
        scenario = load_scenario(file)
    except ScenarioError as error:
        return _Checked(file, error.problems)
    code = tuple(str(path) for path in code_files(scenario))
    return _Checked(file, tuple(plug_in_problems(scenario)), runs_code=code)


def _plug_in(file: str) -> _Checked:
    from negotiation_sim.experiments.conformance import check_file

    report = check_file(Path(file))
    return _Checked(file, report.problems, report.warnings, (file,), report.functions)


def _catalogue(file: str) -> _Checked:
    from negotiation_sim.cli.catalogue_checks import catalogue_problems

    return _Checked(file, tuple(catalogue_problems(Path(file))))


_CHECKS = {".py": _plug_in, ".po": _catalogue}


def _tell(checked: _Checked, as_json: bool, numbers: Numbers) -> None:
    for problem in checked.problems:
        click.echo(problem.report() if problem.source_line else str(problem), err=True)
    for warning in checked.warnings:
        place = f"{warning.file}:{warning.line}:{warning.column}"
        click.echo(gettext("{place}: warning: {message}").format(place=place, message=warning.message), err=True)
    if as_json:
        return
    if not checked.problems:
        click.echo(gettext("{file}: fine").format(file=checked.file))
    if not checked.file.endswith(".py"):
        for path in checked.runs_code:
            message = gettext("{file}: running it runs the code in {path}; check that file too")
            click.echo(message.format(file=checked.file, path=path))
    for function in checked.functions:
        if function.seconds is not None:
            click.echo(f"{checked.file}:{function.line}: {_speed(function, numbers)}")


def _speed(function: FunctionReport, numbers: Numbers) -> str:
    seconds, times = (
        numbers.with_decimal_sign(f"{number:.2g}") for number in (function.seconds, function.times_built_in)
    )
    if function.kind == "strategy":
        message = gettext("strategy '{name}': {seconds} s for 1,000 runs, {times} times a built-in one; {form}")
    else:
        message = gettext("mediator style '{name}': {seconds} s for 1,000 runs, {times} times a built-in one; {form}")
    form = gettext("compiled")
    if function.called_back:
        form = gettext("called back as plain Python, because {reason}").format(reason=function.called_back)
    return message.format(name=function.name, seconds=seconds, times=times, form=form)


def _document(checked: _Checked) -> dict[str, object]:
    def listed(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
        return [{"file": p.file, "line": p.line, "column": p.column, "message": p.message} for p in problems]

    functions = [
        {
            "name": function.name,
            "kind": function.kind,
            "line": function.line,
            "compiled": not function.called_back,
            "why_not_compiled": function.called_back or None,
            "seconds_per_1000_runs": function.seconds,
            "times_built_in": function.times_built_in,
        }
        for function in checked.functions
        if function.seconds is not None
    ]
    return {
        "file": checked.file,
        "fine": not checked.problems,
        "problems": listed(checked.problems),
        "warnings": listed(checked.warnings),
        "runs_code": list(checked.runs_code),
        "functions": functions,
    }
