"""The answers of a question: rough, then finer, from the same runs; what was played is not played again."""

from __future__ import annotations

import asyncio
from typing import Any

from negotiation_sim.analysis.intervals import paired_difference, rate
from negotiation_sim.analysis.pairing import pairs_of
from negotiation_sim.classroom.demonstration import curves
from negotiation_sim.classroom.demonstration.curves import QUALITIES, STAGES, Question
from negotiation_sim.classroom.demonstration.runs import KeptRuns
from negotiation_sim.classroom.demonstration.workshop import Workshop
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario.arrays import setting_of


def answers(question: Question, most: int = 100) -> list[dict[str, Any]]:
    async def asked() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        stream = question.answers()
        async for answer in stream:
            found.append(answer)
            if len(found) == most:
                break
        await stream.aclose()
        return found

    return asyncio.run(asked())


def question(talks: Any, kept: KeptRuns | None = None) -> Question:
    return Question(talks, kept or KeptRuns(), Workshop(hands=2))


def agreed(talks: Any, arm: Any, runs: int) -> Any:
    return Player(setting_of(talks.scene(arm))).rows(talks.seed, range(runs))[:, 0] == AGREEMENT


def test_the_last_answer_is_fine_enough_and_says_so(talks) -> None:
    told = answers(question(talks()))
    counts = [answer["runs"] for answer in told]
    assert counts == sorted(counts)
    assert [answer["done"] for answer in told] == [False] * (len(told) - 1) + [True]
    assert told[-1]["qualities"] == QUALITIES
    for arm in ("without", "with"):
        assert max(point["high"] - point["low"] for point in told[-1][arm]) <= 0.04


def test_every_number_is_that_of_the_runs_from_0_on(talks) -> None:
    asked = talks(seed=5, quality=0.35)
    answer = answers(question(asked))[-1]
    for arm in ("without", "with"):
        for quality, point in zip(QUALITIES, answer[arm], strict=True):
            some = agreed(asked.at(quality), arm, STAGES[-1])
            assert point == dict(zip(("rate", "low", "high"), rate(int(some.sum()), len(some)), strict=True))
    with_one, without = agreed(asked, "with", STAGES[-1]), agreed(asked, "without", STAGES[-1])
    assert answer["here"]["difference"] == paired_difference(*pairs_of(with_one, without))._asdict()
    assert answer["here"]["with"]["rate"] == with_one.mean()


def test_a_slider_that_moves_leaves_the_curves_as_they_are(talks) -> None:
    kept = KeptRuns()
    before = answers(question(talks(quality=0.5), kept))[-1]
    after = answers(question(talks(quality=0.65), kept), most=1)[0]
    assert (after["with"], after["without"]) == (before["with"], before["without"])
    assert after["here"]["quality"] == 0.65
    assert after["runs"] >= 512  # played while the hand rested beside it


def test_another_skill_leaves_the_curve_without_a_mediator_as_it_is(talks) -> None:
    kept = KeptRuns()
    before = answers(question(talks(skill=0.6), kept))[-1]
    after = answers(question(talks(skill=0.9), kept), most=1)[0]
    if len(after["qualities"]) == len(QUALITIES):
        assert after["without"] == before["without"]
    assert after["runs"] < before["runs"]


def test_a_question_asked_again_is_answered_at_once_and_whole(talks, monkeypatch) -> None:
    kept = KeptRuns()
    last = answers(question(talks(), kept))[-1]
    monkeypatch.setattr(curves.Runs, "play_some", None)
    again = answers(question(talks(), kept))
    assert again == [last]


def test_without_a_mediator_nothing_is_played_for_one(talks) -> None:
    answer = answers(question(talks(mediator=False)), most=1)[0]
    assert "with" not in answer
    assert set(answer["here"]) == {"quality", "without"}


def test_where_runs_take_long_the_first_answer_has_fewer_points(talks, monkeypatch) -> None:
    for seconds, expected in ((0.00001, QUALITIES), (0.00008, QUALITIES[::2]), (0.0005, QUALITIES[::5])):
        monkeypatch.setattr(curves, "_RUN_SECONDS", seconds)
        first = answers(question(talks()), most=1)[0]
        assert first["qualities"] == expected
        assert len(first["with"]) == len(expected)
        assert not first["done"]
