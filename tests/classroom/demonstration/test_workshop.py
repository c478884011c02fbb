"""Who plays for whom: the nearest answer first, nobody's work in vain, and the event loop stays free."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import numpy as np
import pytest

from negotiation_sim.classroom.demonstration.workshop import Workshop


class Piecework:
    """Stands for runs: each piece is ten runs, noted, and waits for leave where there is a gate."""

    def __init__(self, name: str, notes: list[str], gate: threading.Event | None = None) -> None:
        self.name, self.notes, self.gate = name, notes, gate
        self.agreed = np.zeros(0, dtype=np.bool_)
        self.begun = threading.Event()

    def play_some(self, goal: int) -> None:
        self.begun.set()
        if self.gate is not None:
            self.gate.wait()
        self.notes.append(self.name)
        self.agreed = np.zeros(min(goal, len(self.agreed) + 10), dtype=np.bool_)


def play(workshop: Workshop, runs: Any, goal: int) -> asyncio.Task[None]:
    return asyncio.ensure_future(workshop.play([runs], goal))


def test_a_rough_answer_goes_before_a_fine_one() -> None:
    async def asked() -> list[str]:
        workshop, notes, gate = Workshop(hands=1), [], threading.Event()
        fine, rough = Piecework("fine", notes, gate), Piecework("rough", notes)
        first = play(workshop, fine, 40)
        await asyncio.to_thread(fine.begun.wait)
        second = play(workshop, rough, 30)
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(first, second)
        return notes

    assert asyncio.run(asked()) == ["fine", "rough", "rough", "rough", "fine", "fine", "fine"]


def test_who_goes_leaves_nothing_to_play() -> None:
    async def asked() -> tuple[list[str], int]:
        workshop, notes, gate = Workshop(hands=1), [], threading.Event()
        gone, stays = Piecework("gone", notes, gate), Piecework("stays", notes)
        first = play(workshop, gone, 1000)
        await asyncio.to_thread(gone.begun.wait)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        gate.set()
        await workshop.play([stays], 2000)  # type: ignore[list-item]
        return notes, len(gone.agreed)

    notes, played = asyncio.run(asked())
    assert notes.count("gone") == 1
    assert played == 10


def test_what_two_wait_for_is_played_once() -> None:
    async def asked() -> list[str]:
        workshop, notes = Workshop(hands=2), []
        shared = Piecework("shared", notes)
        await asyncio.gather(play(workshop, shared, 50), play(workshop, shared, 50))
        return notes

    assert asyncio.run(asked()) == ["shared"] * 5


def test_a_failure_is_told_to_who_asked_and_to_nobody_else() -> None:
    class Failing(Piecework):
        def play_some(self, goal: int) -> None:
            raise ValueError("cannot be played")

    async def asked() -> list[str]:
        workshop, notes = Workshop(hands=1), []
        with pytest.raises(ValueError, match="cannot be played"):
            await workshop.play([Failing("failing", notes)], 10)  # type: ignore[list-item]
        await workshop.play([Piecework("next", notes)], 10)  # type: ignore[list-item]
        return notes

    assert asyncio.run(asked()) == ["next"]


def test_the_loop_is_free_while_runs_are_played() -> None:
    async def asked() -> None:
        gate = threading.Event()
        slow = Piecework("slow", [], gate)
        waiting = play(Workshop(hands=1), slow, 10)
        await asyncio.to_thread(slow.begun.wait)
        gate.set()  # only a loop that is not held up comes to this
        await waiting

    asyncio.run(asyncio.wait_for(asked(), 10))
