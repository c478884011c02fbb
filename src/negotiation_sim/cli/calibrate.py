"""`negotiation-sim calibrate`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.compile_notice import announce_compilation
from negotiation_sim.cli.options import language_option
from negotiation_sim.cli.translated import TranslatedCommand, option

if TYPE_CHECKING:
    from negotiation_sim.messages.language import Language

_ = str  # marks help for the message catalogues; it is translated where it is shown
_STEPS = 50
"""Lines of progress at most where there is no terminal."""


def _power_of_two(context: click.Context, parameter: click.Parameter, points: int) -> int:
    if points & (points - 1):
        near = 1 << (points.bit_length() - 1)
        told = gettext("the draws are even only for a power of two, such as {less} or {more}")
        raise click.BadParameter(told.format(less=near, more=2 * near))
    return points


@click.command(
    "calibrate",
    cls=TranslatedCommand,
    help=_(
        "Ask which values of the assumed numbers would make disputes end as observed ones did.\n\nDraws values of six "
        "numbers of the wage dispute, plays each draw, keeps those whose shares lie in the observed bands, and writes "
        "a page with pictures and the draws. Takes minutes; Ctrl-C leaves nothing half-written."
    ),
)
@option(
    "--points",
    type=click.IntRange(1, 2**20),
    default=2**14,
    show_default=True,
    callback=_power_of_two,
    help=_("How many combinations of values are drawn, a power of two."),
)
@option(
    "--runs",
    type=click.IntRange(10, 100_000),
    default=500,
    show_default=True,
    help=_("Negotiations at each, so many without and so many with a mediator."),
)
@option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("results") / "calibration",
    show_default=True,
    help=_("Folder for the page, its pictures and the draws."),
)
@language_option
def command(points: int, runs: int, out: Path, lang: str) -> None:
    """`negotiation-sim calibrate`."""
    from negotiation_sim.calibration.page import write_page
    from negotiation_sim.calibration.rejection import play
    from negotiation_sim.experiments.files import output_folder
    from negotiation_sim.messages.language import Language

    language = Language(lang)
    announce_compilation()
    with output_folder(out):
        draws = play(points, runs, _teller(language))
        files = write_page(draws, out, language)
    kept = gettext("Kept: {kept} of {points} draws.")
    click.echo(kept.format(kept=language.numbers.whole(int(draws.kept.sum())), points=language.numbers.whole(points)))
    for path in files:
        click.echo(gettext("Written: {path}").format(path=path))


def _teller(language: Language) -> Callable[[int, int, float], None]:
    """Tells progress and the time left on standard error: one line that changes on a terminal, otherwise a few."""
    from negotiation_sim.cli.sweep_words import duration

    on_terminal = sys.stderr.isatty()

    def tell(done: int, wanted: int, seconds: float) -> None:
        if not on_terminal and done % max(1, wanted // _STEPS) and done < wanted:
            return
        line = gettext("{done} of {wanted} draws").format(
            done=language.numbers.whole(done), wanted=language.numbers.whole(wanted)
        )
        if done < wanted:
            left = gettext("{time} left").format(time=duration(seconds / done * (wanted - done), language))
            line = f"{line}, {left}"
        click.echo(f"\r\x1b[2K{line}" if on_terminal else line, err=True, nl=not on_terminal or done == wanted)

    return tell
