"""Checks of how often points are played: `runs`, `stop`, and how much that is in all."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.analysis.tally import BLOCK
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft
from negotiation_sim.sweeps.experiment_file import MOST_CELLS

_MOST_IN_ALL = 10_000_000_000


def run_problems(draft: ExperimentDraft) -> Iterator[Problem]:
    """Everything wrong with `runs` and `stop`, and with how many negotiations there would be in all."""
    if draft.has("runs") and draft.has("stop"):
        told = gettext("write either 'runs' or 'stop', not both: 'stop' says itself how many runs there are")
        later = max(("runs", "stop"), key=list(draft.root.entries).index)
        yield draft.key_place(later).problem(told)
    if draft.has("stop") and draft.is_sound("stop"):
        yield from _stop_problems(draft)
    yield from _size_problems(draft)


def _stop_problems(draft: ExperimentDraft) -> Iterator[Problem]:
    for key in ("at_least", "at_most"):
        count = draft.value("stop", key)
        if isinstance(count, int | float) and count % BLOCK:
            told = gettext("'stop.{key}' is {count}: it must be a multiple of {block}, such as {near}")
            near = max(BLOCK, round(count / BLOCK) * BLOCK)
            place = draft.place("stop", key)
            yield place.problem(told.format(key=key, count=f"{count:g}", block=BLOCK, near=near))
    least, most = draft.value("stop", "at_least"), draft.value("stop", "at_most")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        told = gettext("'stop.at_least' is {least}: more than 'stop.at_most', which is {most}")
        where = "at_least" if draft.has("stop", "at_least") else "at_most"
        yield draft.place("stop", where).problem(told.format(least=f"{least:.0f}", most=f"{most:.0f}"))
    if draft.value("stop", "of") == "differences" and len(draft.arms) < 2:
        told = gettext("'stop.of' is 'differences': there is only one arm, so there are no differences")
        yield draft.place("stop", "of").problem(told)


def _size_problems(draft: ExperimentDraft) -> Iterator[Problem]:
    """Whether there are too many points and arms, or too many negotiations, found by multiplication."""
    points = draft.number_of_points()
    if points is None:
        return
    arms = len(draft.arms)
    if points * arms > MOST_CELLS:
        told = gettext("the design has {points} points: at most {most} are allowed; take fewer values, or a sample")
        if arms > 1:
            told = gettext(
                "the design has {points} points, times {arms} arms that is {cells}: at most {most} are allowed; take "
                "fewer values, or a sample"
            )
        numbers = {"points": points, "arms": arms, "cells": points * arms, "most": MOST_CELLS}
        told = told.format(**{name: f"{number:,}" for name, number in numbers.items()})
        yield draft.key_place("design").problem(told)
        return
    where = ("stop", "at_most") if draft.has("stop") else ("runs",)
    runs = draft.value(*where)
    if isinstance(runs, int | float) and points * arms * runs > _MOST_IN_ALL:
        told = gettext("{runs} runs of {cells} points and arms are {all} negotiations: at most {most} are allowed")
        numbers = {"runs": int(runs), "cells": points * arms, "all": points * arms * int(runs), "most": _MOST_IN_ALL}
        told = told.format(**{name: f"{number:,}" for name, number in numbers.items()})
        yield draft.place(*where).problem(told)
