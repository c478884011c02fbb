"""`negotiation-sim watch`."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from gettext import gettext
from itertools import chain
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from negotiation_sim.cli.options import (
    arm_option,
    chosen_arm,
    json_option,
    language_option,
    seed_option,
    set_option,
)
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
        "It is the same negotiation that `run` counts under this arm, run and seed. JSON always holds every move."
    ),
)
@click.argument("config")
@option("--run", type=click.IntRange(0, 2**63 - 1), default=0, show_default=True, help=_("Which run, from 0 on."))
@arm_option
@seed_option
@set_option
@option("--full", is_flag=True, help=_("Tell every answer, every talk and every change of trust."))
@json_option
@language_option
def command(
    config: str,
    run: int,
    arm: str | None,
    seed: int,
    settings: tuple[str, ...],
    full: bool,
    as_json: bool,
    lang: str,
) -> None:
    """`negotiation-sim watch`."""
    from negotiation_sim.scenario import load_scenario
    from negotiation_sim.story import watch

    scenario = load_scenario(config, settings)
    name = chosen_arm(scenario.arms, arm)
    played = scenario.with_settings(scenario.arms[name])
    moves = watch(played, run, seed, lang=lang, full=full or as_json)
    if as_json:
        document = {
            "scenario": {"name": scenario.title(lang), "sha256": scenario.sha256},
            "seed": seed,
            "run": run,
            "arm": name,
            "settings": scenario.arms[name],
            **_document(moves),
        }
        click.echo(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False))
        return
    for line in _lines(_heading(scenario, name, run, seed, lang), moves):
        click.echo(line)


def _document(moves: Iterable[Move]) -> dict[str, Any]:
    told = [move.as_json() for move in moves]
    outcome = {key: value for key, value in told[-1].items() if key not in ("kind", "round", "text")}
    return {"moves": told, "outcome": outcome}


def _heading(scenario: Scenario, arm: str, run: int, seed: int, lang: str) -> str:
    message = gettext("{title} (arm: {arm}; run {run}, seed {seed})")
    return message.format(title=scenario.title(lang), arm=scenario.arm_label(arm, lang), run=run, seed=seed)


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
