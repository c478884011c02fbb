"""What the commands that sweep say: the cost beforehand, progress meanwhile, and what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from gettext import gettext, ngettext
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from negotiation_sim.messages.language import Language
    from negotiation_sim.sweeps.cost import Cost
    from negotiation_sim.sweeps.experiment import Experiment
    from negotiation_sim.sweeps.runner import Outcome, Progress

_ = str  # marks messages for the catalogues; they are translated where they are shown
_DURATIONS = (
    # NOTE: lengths of time: days, hours, minutes, seconds
    (86400, _("{number} d")),
    (3600, _("{number} h")),
    (60, _("{number} min")),
)
MOST_NAMED = 10
"""So many units set aside are named on the screen; the manifest names all."""


def cost_in_words(cost: Cost, workers: int, language: Language) -> list[str]:
    """What the sweep will cost: negotiations, time, room on disk."""
    whole = language.numbers.whole
    message = gettext("points: {points}; arms: {arms}; negotiations: {least}")
    if cost.least < cost.most:
        message = gettext("points: {points}; arms: {arms}; negotiations: {least} at least, {most} at most")
    played = message.format(
        points=whole(cost.points), arms=whole(cost.arms), least=whole(cost.least), most=whole(cost.most)
    )
    room = language.numbers.decimal(max(0.1, cost.most_bytes / 1e6), 1)
    if cost.least_seconds is None or cost.most_seconds is None:
        told = gettext("at most {room} MB on disk; the time is not known: what was tried did not come to an end")
        return [played, told.format(room=room)]
    time, least = (duration(seconds / workers, language) for seconds in (cost.most_seconds, cost.least_seconds))
    if least != time:
        # NOTE: a range of times, such as "20 s to 5 min"
        time = gettext("{least} to {most}").format(least=least, most=time)
    # NOTE: what a sweep will cost: time, and room on disk
    costs = ngettext(
        "about {time} with {workers} worker, at most {room} MB on disk",
        "about {time} with {workers} workers, at most {room} MB on disk",
        workers,
    )
    return [played, costs.format(time=time, workers=workers, room=room)]


def duration(seconds: float, language: Language) -> str:
    """A time in words, no finer than it can be known."""
    for size, message in _DURATIONS:
        if seconds >= 2 * size:
            return language.gettext(message).format(number=round(seconds / size))
    return language.gettext("{number} s").format(number=max(1, round(seconds)))


def teller(language: Language) -> Callable[[Progress], None]:
    """Tells progress on standard error: one line that changes on a terminal, otherwise a line for each chunk."""
    on_terminal = sys.stderr.isatty()

    def tell(progress: Progress) -> None:
        if progress.note:
            click.echo(progress.note, err=True)
            return
        whole = language.numbers.whole
        message = gettext("{done} of {wanted} negotiations ({share})")
        share = language.numbers.percent(progress.done / progress.wanted if progress.wanted else 1.0)
        line = message.format(done=whole(progress.done), wanted=whole(progress.wanted), share=share)
        if progress.seconds_left is not None and progress.done < progress.wanted:
            left = gettext("{time} left").format(time=duration(progress.seconds_left, language))
            line = f"{line}, {left}"
        click.echo(f"\r\x1b[2K{line}" if on_terminal else line, err=True, nl=not on_terminal)
        if on_terminal and progress.done >= progress.wanted:
            click.echo(err=True)

    return tell


def tell_set_aside(experiment: Experiment, outcome: Outcome) -> None:
    """Name what could not be played, and why, on standard error."""
    for unit, reason in list(outcome.set_aside.items())[:MOST_NAMED]:
        told = gettext("set aside: point {point} ({settings}), runs {first} to {last}: {reason}").format(
            point=unit.point,
            settings=", ".join(f"{path}={value}" for path, value in experiment.points[unit.point].items()),
            first=unit.numbers.start,
            last=unit.numbers.stop - 1,
            reason=reason,
        )
        click.echo(told, err=True)
    if len(outcome.set_aside) > MOST_NAMED:
        more = len(outcome.set_aside) - MOST_NAMED
        told = ngettext("and {number} more, see manifest.json", "and {number} more, see manifest.json", more)
        click.echo(told.format(number=more), err=True)


def report(experiment: Experiment, outcome: Outcome, as_json: bool, language: Language) -> None:
    """Say what came of a sweep: how things stand, the speed, what was set aside, and where the files lie."""
    tell_set_aside(experiment, outcome)
    if as_json:
        click.echo(json.dumps(_document(experiment, outcome), indent=1, ensure_ascii=False))
        return
    if outcome.played:
        told = gettext("negotiations played: {number}, in {time}, {rate} a second (workers: {count}, {kind})").format(
            number=language.numbers.whole(outcome.played),
            time=duration(outcome.seconds, language),
            rate=language.numbers.whole(round(outcome.played / max(outcome.seconds, 1e-9))),
            count=outcome.workers,
            kind=gettext(outcome.kind),
        )
        click.echo(told)
    if outcome.status == "unfinished":
        click.echo(gettext("This part is played; others are missing. With all of them there, the tables are written."))
        return
    for name in (*_TABLES, *(path.name for path in outcome.pictures)):
        click.echo(gettext("Written: {path}").format(path=outcome.folder / name))


_TABLES = ("summary.csv", "differences.csv", "manifest.json")


def _document(experiment: Experiment, outcome: Outcome) -> dict[str, object]:
    return {
        "experiment": {"name": experiment.title(), "sha256": experiment.sha256},
        "seed": experiment.seed,
        "folder": str(outcome.folder),
        "status": outcome.status,
        "points": len(experiment.points),
        "arms": list(experiment.arms),
        "played": outcome.played,
        "seconds": round(outcome.seconds, 3),
        "set_aside": [{**unit._asdict(), "reason": reason} for unit, reason in outcome.set_aside.items()],
        "digest": outcome.digest,
        "files": [str(outcome.folder / name) for name in (*_TABLES, *(path.name for path in outcome.pictures))]
        if outcome.status != "unfinished"
        else [],
    }
