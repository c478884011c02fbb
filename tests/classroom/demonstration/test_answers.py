"""Answers are worked out once, kept within bounds, and not held up by those who left."""

from __future__ import annotations

import asyncio
import threading

import pytest

from negotiation_sim.classroom.demonstration import answers as module
from negotiation_sim.classroom.demonstration.answers import Answers, TooManyError


def test_many_who_ask_the_same_share_one_answer() -> None:
    worked: list[int] = []

    async def asked() -> list[bytes]:
        answers, gate = Answers(), threading.Event()

        def work() -> int:
            gate.wait()
            worked.append(1)
            return 5

        waiting = [asyncio.ensure_future(answers.of("key", work)) for _ in range(10)]
        await asyncio.sleep(0)
        waiting[0].cancel()  # who goes does not take the answer away from the others
        gate.set()
        told = await asyncio.gather(*waiting[1:])
        return [*told, await answers.of("key", work)]

    assert asyncio.run(asked()) == [b"5"] * 10
    assert worked == [1]


def test_a_failure_is_not_kept() -> None:
    async def asked() -> bytes:
        answers = Answers()
        with pytest.raises(ZeroDivisionError):
            await answers.of("key", lambda: 1 // 0)
        return await answers.of("key", lambda: 1)

    assert asyncio.run(asked()) == b"1"


def test_the_answers_not_asked_for_the_longest_are_forgotten() -> None:
    async def asked() -> list[bytes]:
        answers = Answers(most_bytes=25)
        for key in range(3):  # ten bytes each
            await answers.of(key, lambda: 1234567890)
        return [await answers.of(key, lambda: "new") for key in (1, 2, 0)]

    assert asyncio.run(asked()) == [b"1234567890", b"1234567890", b'"new"']


def test_a_crowd_is_told_to_come_again(monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 2)

    async def asked() -> None:
        answers, gate = Answers(hands=1), threading.Event()
        waiting = [asyncio.ensure_future(answers.of(key, gate.wait)) for key in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(TooManyError):
            await answers.of("one more", gate.wait)
        gate.set()
        await asyncio.gather(*waiting)

    asyncio.run(asked())
