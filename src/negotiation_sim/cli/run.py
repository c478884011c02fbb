"""`negotiation-sim run`."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.compile_notice import announce_compilation
from negotiation_sim.cli.options import json_option, seed_option, set_option

if TYPE_CHECKING:
    from negotiation_sim.experiments.comparison import Comparison
    from negotiation_sim.scenario import Scenario

DEFAULT_RUNS = 1000
DEFAULT_RUNS_PLAIN = 20


def _rows_file(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix not in (".csv", ".parquet"):
        raise click.BadParameter("the file must end in .csv or .parquet")
    return value


@click.command("run")
@click.argument("config")
@click.option("--runs", type=click.IntRange(1, 10_000_000), help="Negotiations a point and arm.  [default: 1000]")
@seed_option
@set_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for picture and files.  [default: results/NAME]",
)
@click.option(
    "--rows",
    "rows_path",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_rows_file,
    help="Also write one row for each negotiation to this .csv or .parquet file.",
)
@click.option(
    "--space",
    "space_runs",
    type=click.IntRange(0, 100_000),
    default=None,
    help="For how many runs all packages are looked at (frontier, zone).  [default: 500]",
)
@click.option("--no-picture", is_flag=True, help="Leave the picture out.")
@json_option
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
) -> None:
    """Compare the arms of CONFIG, a scenario file or the name of a shipped case.

    Prints a table with 95 % intervals and paired differences, draws the picture, and writes summary.csv,
    results.json and manifest.json. Every arm has the same luck: seed and run decide every draw.
    """
    from negotiation_sim.experiments.files import output_folder
    from negotiation_sim.rule import HAVE_NUMBA
    from negotiation_sim.scenario import load_scenario

    scenario = load_scenario(config, settings)
    folder = out if out is not None else Path("results") / Path(config).stem
    if not HAVE_NUMBA and runs is None:
        click.echo(f"numba is not installed: {DEFAULT_RUNS_PLAIN} runs a point instead of {DEFAULT_RUNS}.", err=True)
    runs = runs or (DEFAULT_RUNS if HAVE_NUMBA else DEFAULT_RUNS_PLAIN)
    space = (500 if HAVE_NUMBA else 0) if space_runs is None else space_runs
    with output_folder(folder):
        announce_compilation()
        comparison = _played(scenario, runs, seed, space, rows_path)

        from negotiation_sim.experiments.report import write_report

        options = {"config": config, "set": list(settings), "space": space}
        files = write_report(comparison, folder, not no_picture, options)
    for name, why in comparison.called_back.items():
        click.echo(f"'{name}' runs as plain Python, which is slower: {why}", err=True)
    if as_json:
        from negotiation_sim.experiments.comparison import document

        click.echo(json.dumps(document(comparison), indent=1, ensure_ascii=False))
    else:
        _show(comparison, [*files.values(), *([rows_path] if rows_path is not None else [])])


def _played(scenario: Scenario, runs: int, seed: int, space: int, rows_path: Path | None) -> Comparison:
    """Play the comparison with a progress bar on standard error, and write rows as they come."""
    from negotiation_sim.experiments.comparison import compare_arms, points_of
    from negotiation_sim.experiments.row_files import row_file

    total = runs * len(scenario.arms) * len(points_of(scenario))
    rows = row_file(rows_path, scenario) if rows_path is not None else nullcontext()
    with rows as each_block, click.progressbar(length=total, label="Negotiations", file=sys.stderr) as bar:
        return compare_arms(scenario, runs, seed, space, progress=bar.update, each_block=each_block)


def _show(comparison: Comparison, files: list[Path]) -> None:
    """Print the tables, the sentence and where the files lie."""
    from negotiation_sim.experiments.report import arms_table, pairs_table
    from negotiation_sim.experiments.sentence import what_to_see

    lines = [comparison.scenario.title(), *arms_table(comparison)]
    if len(comparison.arms) > 1:
        lines += ["", *pairs_table(comparison)]
    for line in [*lines, "", what_to_see(comparison), *(f"Written: {path}" for path in files)]:
        click.echo(line)
