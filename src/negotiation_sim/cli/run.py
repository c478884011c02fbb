"""`negotiation-sim run`."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.compile_notice import announce_compilation
from negotiation_sim.cli.options import json_option, language_option, seed_option, set_option
from negotiation_sim.cli.right_file import scenario_of
from negotiation_sim.cli.translated import TranslatedCommand, option

if TYPE_CHECKING:
    from negotiation_sim.experiments.comparison import Comparison
    from negotiation_sim.messages.language import Language
    from negotiation_sim.scenario import Scenario

_ = str  # marks help for the message catalogues; it is translated where it is shown
DEFAULT_RUNS = 1000
DEFAULT_RUNS_PLAIN = 20


def _rows_file(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix not in (".csv", ".parquet"):
        raise click.BadParameter(gettext("the file must end in .csv or .parquet"))
    return value


@click.command(
    "run",
    cls=TranslatedCommand,
    help=_(
        "Compare the arms of CONFIG, a scenario file or the name of a shipped case.\n\n"
        "Prints a table with intervals (95 per cent) and paired differences, draws the picture, and writes "
        "summary.csv, results.json and manifest.json. Every arm has the same luck: seed and run decide every draw."
    ),
)
@click.argument("config")
@option("--runs", type=click.IntRange(1, 10_000_000), help=_("Negotiations a point and arm.  [default: 1000]"))
@seed_option
@set_option
@option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Folder for picture and files.  [default: results/NAME]"),
)
@option(
    "--rows",
    "rows_path",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_rows_file,
    help=_("Also write one row for each negotiation to this .csv or .parquet file."),
)
@option(
    "--space",
    "space_runs",
    type=click.IntRange(0, 100_000),
    default=None,
    help=_("For how many runs all packages are looked at (frontier, zone).  [default: 500]"),
)
@option("--no-picture", is_flag=True, help=_("Leave the picture out."))
@json_option
@language_option
def command(
    config: str,
    runs: int | None,
    seed: int,
    settings: tuple[str, ...],
    out: Path | None,
    rows_path: Path | None,
    space_runs: int | None,
    no_picture: bool,
    as_json: bool,
    lang: str,
) -> None:
    """`negotiation-sim run`."""
    from negotiation_sim.experiments.files import output_folder
    from negotiation_sim.messages.language import Language
    from negotiation_sim.rule import HAVE_NUMBA

    scenario = scenario_of(config, settings)
    language = Language(lang)
    folder = out if out is not None else Path("results") / Path(config).stem
    if not HAVE_NUMBA and runs is None:
        message = gettext("numba is not installed: {fewer} runs a point instead of {runs}.")
        click.echo(message.format(fewer=DEFAULT_RUNS_PLAIN, runs=DEFAULT_RUNS), err=True)
    runs = runs or (DEFAULT_RUNS if HAVE_NUMBA else DEFAULT_RUNS_PLAIN)
    space = (500 if HAVE_NUMBA else 0) if space_runs is None else space_runs
    with output_folder(folder):
        announce_compilation()
        comparison = _played(scenario, runs, seed, space, rows_path)

        from negotiation_sim.experiments.report import write_report

        options = {"config": config, "set": list(settings), "space": space, "lang": lang}
        files = write_report(comparison, folder, not no_picture, options, language)
    for name, why in comparison.called_back.items():
        message = gettext("'{name}' runs as plain Python, which is slower: {reason}")
        click.echo(message.format(name=name, reason=why), err=True)
    if as_json:
        from negotiation_sim.experiments.comparison import document

        click.echo(json.dumps(document(comparison), indent=1, ensure_ascii=False))
    else:
        _show(comparison, [*files.values(), *([rows_path] if rows_path is not None else [])], language)


def _played(scenario: Scenario, runs: int, seed: int, space: int, rows_path: Path | None) -> Comparison:
    """Play the comparison with a progress bar on standard error, and write rows as they come."""
    from negotiation_sim.experiments.comparison import compare_arms, points_of
    from negotiation_sim.experiments.row_files import row_file

    total = runs * len(scenario.arms) * len(points_of(scenario))
    rows = row_file(rows_path, scenario) if rows_path is not None else nullcontext()
    with rows as each_block, click.progressbar(length=total, label=gettext("Negotiations"), file=sys.stderr) as bar:
        return compare_arms(scenario, runs, seed, space, progress=bar.update, each_block=each_block)


def _show(comparison: Comparison, files: list[Path], language: Language) -> None:
    """Print the tables, the sentence and where the files lie."""
    from negotiation_sim.experiments.beyond_report import beyond_table
    from negotiation_sim.experiments.report import arms_table, pairs_table
    from negotiation_sim.experiments.sentence import what_to_see

    lines = [comparison.scenario.title(language.code), *arms_table(comparison, language)]
    if len(comparison.arms) > 1:
        lines += ["", *pairs_table(comparison, language)]
    beyond = beyond_table(comparison, language)
    lines += ["", *beyond] if beyond else []
    written = [gettext("Written: {path}").format(path=path) for path in files]
    for line in [*lines, "", what_to_see(comparison, language), *written]:
        click.echo(line)
