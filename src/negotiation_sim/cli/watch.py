"""`negotiation-sim watch`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from gettext import gettext
from itertools import chain
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from negotiation_sim.cli.options import (
    arm_option,
    chosen_arm,
    json_option,
    language_option,
    seed_option,
    set_option,
)
from negotiation_sim.cli.right_file import scenario_of
from negotiation_sim.cli.translated import TranslatedCommand, option

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario
    from negotiation_sim.story import Move

_ = str  # marks help for the message catalogues; it is translated where it is shown
WIDEST = 110
"""Lines are not made longer than this, however wide the window."""
_HEADINGS = ("heading", "opened", "seated", "offered", "stretch", "stage", "next_talks", "ended")
_APART = ("opened", "stage", "next_talks", "ended")


@click.command(
    "watch",
    cls=TranslatedCommand,
    help=_(
        "Follow one negotiation of CONFIG (a file, or the name of a case) round by round.\n\n"
        "It is the same negotiation that `run` counts under this arm, run and seed. JSON always holds every move. "
        "CONFIG may be the folder of a sweep: then --point says which point of its design."
    ),
)
@click.argument("config")
@option("--run", type=click.IntRange(0, 2**63 - 1), default=0, show_default=True, help=_("Which run, from 0 on."))
@option("--point", type=click.IntRange(0), help=_("Which point of a sweep, as numbered in its design.csv."))
@arm_option
@seed_option
@set_option
@option("--full", is_flag=True, help=_("Tell every answer, every talk and every change of trust."))
@json_option
@language_option
def command(
    config: str,
    run: int,
    point: int | None,
    arm: str | None,
    seed: int,
    settings: tuple[str, ...],
    full: bool,
    as_json: bool,
    lang: str,
) -> None:
    """`negotiation-sim watch`."""
    from negotiation_sim.story import watch

    if Path(config).is_dir():
        chosen = _of_a_sweep(Path(config), point, arm, lang)
    elif point is not None:
        raise click.UsageError(gettext("--point goes with the folder of a sweep"))
    else:
        chosen = _of_a_scenario(config, arm, seed, settings, lang)
    moves = watch(chosen.scenario, run, chosen.seed, lang=lang, full=full or as_json)
    if as_json:
        document = {
            "scenario": {"name": chosen.title, "sha256": chosen.sha256},
            "seed": chosen.seed,
            "run": run,
            "arm": chosen.arm,
            "settings": chosen.settings,
            **_document(moves),
        }
        click.echo(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False))
        return
    for line in _lines(_heading(chosen, run), moves):
        click.echo(line)


class _Chosen(NamedTuple):
    """What is to be told: a scenario with all settings made, and where it is from."""

    scenario: Scenario
    seed: int
    arm: str
    settings: Mapping[str, object]
    label: str
    title: str
    sha256: str


def _of_a_scenario(config: str, arm: str | None, seed: int, settings: tuple[str, ...], lang: str) -> _Chosen:

    scenario = scenario_of(config, settings)
    name = chosen_arm(scenario.arms, arm)
    played = scenario.with_settings(scenario.arms[name])
    label, title = scenario.arm_label(name, lang), scenario.title(lang)
    return _Chosen(played, seed, name, scenario.arms[name], label, title, scenario.sha256)


def _of_a_sweep(folder: Path, point: int | None, arm: str | None, lang: str) -> _Chosen:
    from negotiation_sim.sweeps.folder import read_manifest
    from negotiation_sim.sweeps.results import read_experiment, require_this_version

    source = click.get_current_context().get_parameter_source
    if any(source(name) == click.core.ParameterSource.COMMANDLINE for name in ("seed", "settings")):
        raise click.UsageError(gettext("a run of a sweep is replayed as it was: without --seed and --set"))
    require_this_version(folder, read_manifest(folder))
    experiment = read_experiment(folder)
    last = len(experiment.points) - 1
    if point is None or point > last:
        raise click.UsageError(gettext("say which point with --point, from 0 to {last}").format(last=last))
    name = chosen_arm(experiment.arms, arm)
    settings = experiment.settings(point, name)
    at = ", ".join(f"{path}={value}" for path, value in experiment.points[point].items())
    title = f"{experiment.title(lang)} ({at})" if at else experiment.title(lang)
    label = experiment.arm_label(name, lang)
    return _Chosen(experiment.cell(point, name), experiment.seed, name, settings, label, title, experiment.sha256)


def _document(moves: Iterable[Move]) -> dict[str, Any]:
    told = [move.as_json() for move in moves]
    outcome = {key: value for key, value in told[-1].items() if key not in ("kind", "round", "text")}
    return {"moves": told, "outcome": outcome}


def _heading(chosen: _Chosen, run: int) -> str:
    message = gettext("{title} (arm: {arm}; run {run}, seed {seed})")
    return message.format(title=chosen.title, arm=chosen.label, run=run, seed=chosen.seed)


def _lines(heading: str, moves: Iterable[Move]) -> Iterator[str]:
    has_begun = False
    for kind, text in chain([("heading", heading)], _paragraphs(moves)):
        if kind in _APART or (kind == "offered" and not has_begun):
            yield ""
        has_begun = has_begun or kind in ("offered", "stage")
        for line in text.splitlines():
            yield from _wrapped(line, "" if kind in _HEADINGS else "    ")


def _wrapped(line: str, indent: str) -> list[str]:
    width = min(WIDEST, get_terminal_size().columns)
    hanging = indent + "    "
    return textwrap.wrap(line, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)


def _paragraphs(moves: Iterable[Move]) -> Iterator[tuple[str, str]]:
    """Kind and text of each move; an offer shares a paragraph with what came of it, if that is short."""
    offer = None
    for move in moves:
        if offer and move.kind in ("refused", "lost_deal"):
            yield offer.kind, f"{offer.text} {move.text}"
            offer = None
            continue
        if offer:
            yield offer.kind, offer.text
        offer = move if move.kind == "offered" else None
        if not offer:
            yield move.kind, move.text
