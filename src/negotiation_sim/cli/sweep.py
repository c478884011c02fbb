"""`negotiation-sim sweep`."""

from __future__ import annotations

from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.compile_notice import announce_compilation
from negotiation_sim.cli.options import json_option, language_option
from negotiation_sim.cli.right_file import experiment_of
from negotiation_sim.cli.sweep_words import cost_in_words, report, teller
from negotiation_sim.cli.translated import TranslatedCommand, option

if TYPE_CHECKING:
    from negotiation_sim.sweeps.units import Shard

_ = str  # marks help for the message catalogues; it is translated where it is shown
MOST_SHARDS = 100_000


def _shard(context: click.Context, parameter: click.Parameter, value: str | None) -> Shard:
    from negotiation_sim.sweeps.units import WHOLE, Shard

    if value is None:
        return WHOLE
    number, _, of = value.partition("/")
    if not (number.isdecimal() and of.isdecimal() and int(number) < int(of) <= MOST_SHARDS):
        raise click.BadParameter(gettext("write the number of the part, from 0, and how many there are, such as 0/64"))
    return Shard(int(number), int(of))


out_option = option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Folder for the results.  [default: results/NAME]"),
)
workers_option = option(
    "--workers", type=click.IntRange(1, 1024), help=_("How many play at once.  [default: one for each processor]")
)


@click.command(
    "sweep",
    cls=TranslatedCommand,
    help=_(
        "Play EXPERIMENT, an experiment file: all points of its design under all its arms, with the same luck.\n\n"
        "Leaves summary.csv, differences.csv, manifest.json and the pictures. Broken off in any way, the same command "
        "goes on where it was; the results do not depend on that, nor on the number of workers."
    ),
)
@click.argument("experiment_file", metavar="EXPERIMENT")
@out_option
@workers_option
@option(
    "--workers-as",
    "kind",
    type=click.Choice(["threads", "processes"]),
    help=_("How they play.  [default: threads; processes where a rule runs as plain Python]"),
)
@option("--shard", metavar="I/N", callback=_shard, help=_("Play only part I (from 0) of N, as one job of an array."))
@option("--scheduler", metavar="ADDRESS", help=_("Play on the workers of a Dask scheduler, such as tcp://node1:8786."))
@option("--dry-run", is_flag=True, help=_("Say what it will cost, and play nothing."))
@option("--no-picture", is_flag=True, help=_("Leave the pictures out."))
@json_option
@language_option
def command(
    experiment_file: str,
    out: Path | None,
    workers: int | None,
    kind: str | None,
    shard: Shard,
    scheduler: str | None,
    dry_run: bool,
    no_picture: bool,
    as_json: bool,
    lang: str,
) -> int:
    """`negotiation-sim sweep`."""
    from negotiation_sim.engine.executor import processors
    from negotiation_sim.messages.language import Language
    from negotiation_sim.sweeps.cost import cost_of
    from negotiation_sim.sweeps.runner import Crew
    from negotiation_sim.sweeps.sweeping import default_folder, sweep_into

    experiment = experiment_of(experiment_file)
    language = Language(lang)
    folder = out if out is not None else default_folder(experiment)
    announce_compilation()
    cost = cost_of(experiment)
    for line in cost_in_words(cost, workers or processors(), language):
        click.echo(line, err=True)
    if dry_run:
        return 0
    crew = Crew(workers, kind, scheduler)
    outcome = sweep_into(experiment, folder, crew, shard, teller(language), language, pictures=not no_picture)
    report(experiment, outcome, as_json, language)
    return 1 if outcome.set_aside else 0
