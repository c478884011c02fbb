"""The curves of the agreement rate, from runs that are there: first few, then more while the hand rests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Any

import numpy as np

from negotiation_sim.analysis.intervals import paired_difference, rate
from negotiation_sim.analysis.pairing import pairs_of
from negotiation_sim.classroom.demonstration.runs import KEPT, KeptRuns, Runs
from negotiation_sim.classroom.demonstration.talks import STEP, Arm, Talks, snapped
from negotiation_sim.classroom.demonstration.workshop import WORKSHOP, Workshop

QUALITIES = tuple(round(0.1 * step, 1) for step in range(11))
COARSE = (QUALITIES, QUALITIES[::2], QUALITIES[::5])
"""Points of a first answer: all, or fewer where negotiations take long."""

STAGES = (32, 64, 128, 256, 512, 1024, 2432)
"""Runs of each point, answer by answer. The last gives a half-width of 2 points at most."""

FIRST_SECONDS = 0.02
"""What playing for a first answer may take of a tenth of a second; drawing and the way there and back need the rest.

One of fewer points is seen for a blink only: the next answer, of all points, takes about as long again.
"""

BETWEEN = (256, 512)
"""After these stages the places between the points are played too: the hand may go there next."""

_SETUP_SECONDS = 0.0002
_RUN_SECONDS = 0.00008
"""What a setting and a run take, about, as long as nothing was measured."""


class Question:
    """What one page wants to know: the curves of its talks, and the rates where its hand is."""

    def __init__(self, talks: Talks, kept: KeptRuns = KEPT, workshop: Workshop = WORKSHOP) -> None:
        """Find what was played before."""
        self._workshop = workshop
        self._kept = kept
        self.talks = talks
        self.arms: tuple[Arm, ...] = ("without", "with") if talks.mediator else ("without",)
        self.here = {arm: kept.of(talks, arm) for arm in self.arms}
        self.points = {arm: {quality: kept.of(talks.at(quality), arm) for quality in QUALITIES} for arm in self.arms}

    def drawn(self, qualities: tuple[float, ...]) -> list[Runs]:
        """The runs of all that is drawn; what the hand is at comes first."""
        runs = [*self.here.values(), *(self.points[arm][quality] for arm in self.arms for quality in qualities)]
        return list(dict.fromkeys(runs))

    async def answers(self) -> AsyncIterator[dict[str, Any]]:
        """Answers with ever more runs, the first as fast as can be. Raises Refusal, ScenarioError, RunError."""
        qualities, first = self._first()
        await self._workshop.play(self.drawn(qualities), first)
        yield await asyncio.to_thread(self.answer, qualities)  # intervals take some milliseconds
        shown = self._played(qualities) if qualities == QUALITIES else 0
        for stage in STAGES:
            if stage > shown:
                await self._workshop.play(self.drawn(QUALITIES), stage)
                yield await asyncio.to_thread(self.answer)
            if stage in BETWEEN:
                await self._workshop.play(self._between(), stage)

    def _first(self) -> tuple[tuple[float, ...], int]:
        """The points of the first answer, and their runs: the most that can be played in time."""
        for qualities in COARSE:
            for stage in reversed(STAGES):
                if self._cost(self.drawn(qualities), stage) <= FIRST_SECONDS * self._workshop.hands:
                    return qualities, stage
        return COARSE[-1], STAGES[0]

    def _cost(self, drawn: list[Runs], goal: int) -> float:
        """Seconds of one thread until these have so many runs, about."""
        measured = [runs.seconds for runs in drawn if runs.seconds]
        usual = sum(measured) / len(measured) if measured else _RUN_SECONDS
        missing = [(runs, goal - len(runs.agreed)) for runs in drawn if len(runs.agreed) < goal]
        return sum((0.0 if runs.seconds else _SETUP_SECONDS) + more * (runs.seconds or usual) for runs, more in missing)

    def _between(self) -> list[Runs]:
        places = [snapped(quality + STEP) for quality in QUALITIES[:-1]]
        nearest_first = sorted(places, key=lambda place: abs(place - self.talks.quality))
        return [self._kept.of(self.talks.at(place), arm) for place in nearest_first for arm in self.arms]

    def _played(self, qualities: tuple[float, ...]) -> int:
        return min(len(runs.agreed) for runs in self.drawn(qualities))

    def answer(self, qualities: tuple[float, ...] = QUALITIES) -> dict[str, Any]:
        """What the page draws, from all runs that are there; `runs`: the fewest of any point."""
        played = self._played(qualities)
        curves: dict[str, Any] = {
            arm: [_rate_of(self.points[arm][quality].agreed) for quality in qualities] for arm in self.arms
        }
        return {
            "runs": played,
            "done": played >= STAGES[-1] and qualities == QUALITIES,
            "qualities": qualities,
            **curves,
            "here": self._at_the_hand(),
        }

    def _at_the_hand(self) -> dict[str, Any]:
        """The rates here; both arms from the same runs, so that their difference is the one that is told."""
        runs = min(len(runs.agreed) for runs in self.here.values())
        agreed = {arm: self.here[arm].agreed[:runs] for arm in self.arms}
        told: dict[str, Any] = {"quality": snapped(self.talks.quality)}
        told |= {arm: _rate_of(some) for arm, some in agreed.items()}
        if "with" in agreed:
            told["difference"] = _difference(*pairs_of(agreed["with"], agreed["without"]))
        return told


def _rate_of(agreed: np.ndarray[Any, np.dtype[np.bool_]]) -> dict[str, Any]:
    return _rate(int(np.count_nonzero(agreed)), len(agreed))


@lru_cache(maxsize=20_000)
def _rate(agreed: int, runs: int) -> dict[str, Any]:
    value, low, high = rate(agreed, runs)
    return {"rate": value, "low": low, "high": high}


@lru_cache(maxsize=2000)
def _difference(both: int, only_with: int, only_without: int, neither: int) -> dict[str, Any]:
    return paired_difference(both, only_with, only_without, neither)._asdict()


def remember_rates() -> None:
    """Work out the intervals that first answers need, so that they come faster."""
    for runs in STAGES[:3]:
        for agreed in range(runs + 1):
            _rate(agreed, runs)
