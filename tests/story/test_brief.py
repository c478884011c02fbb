"""What is told in brief, on moves made up by hand."""

from __future__ import annotations

from dataclasses import replace

from negotiation_sim.story.brief import in_brief
from negotiation_sim.story.moves import (
    Answered,
    Change,
    LineMoved,
    Lost,
    LostDeal,
    Misheard,
    Move,
    Offered,
    Talked,
    TrustMoved,
)
from negotiation_sim.story.stages import StageEnded
from negotiation_sim.story.stoppage import StoppageDay, Toll
from negotiation_sim.story.summaries import Refused, Stretch


def offer(number: int, *changes: Change, first: bool = False, speaker: str = "union") -> Offered:
    return Offered(
        round=number, speaker=speaker, package={"wage": number}, changes=None if first else changes, worth=0.9
    )


def answer(number: int, said: str = "below_line", *, worth: float = 0.5, written: float = 0.5) -> Answered:
    return Answered(
        round=number,
        party="employer",
        speaker="union",
        answer=said,
        misheard=(Misheard("wage", 1, 2, 0.2), Misheard("leave", 0, 1, 0.1)),
        heard_worth=worth,
        worth=worth,
        felt=worth,
        demand=0.7,
        written=written,
        would_accept_written=written >= 0.7,
    )


def kinds(moves: list[Move]) -> list[str]:
    return [move.kind for move in in_brief(moves)]


def test_a_plain_round_is_an_offer_and_a_refusal() -> None:
    told = list(in_brief([offer(1), answer(1)]))
    assert [move.kind for move in told] == ["offered", "refused"]
    refused = told[1]
    assert isinstance(refused, Refused)
    assert (refused.parties, refused.by_all, refused.nearest) == (("employer",), True, "employer")
    assert abs(refused.short - 0.2) < 1e-12


def test_three_plain_rounds_are_told_together_with_the_changes_in_sum() -> None:
    rounds: list[Move] = [
        *(offer(1, Change("wage", 5, 4, 0.1)), answer(1)),
        *(offer(2, Change("wage", 4, 5, -0.1), Change("leave", 0, 1, 0.05)), answer(2, worth=0.6)),
        *(offer(3, Change("leave", 1, 2, 0.05)), answer(3)),
    ]
    told = list(in_brief(rounds))
    assert len(told) == 1
    stretch = told[0]
    assert isinstance(stretch, Stretch)
    assert (stretch.first, stretch.round, stretch.nearest_round) == (1, 3, 2)
    assert stretch.moved[0].changes == (Change("leave", 0, 2, 0.1),)
    assert kinds(rounds[:4]) == ["offered", "refused"] * 2


def test_a_first_offer_is_never_told_together_with_others() -> None:
    rounds: list[Move] = [move for number in range(1, 4) for move in (offer(number, first=True), answer(number))]
    assert kinds(rounds) == ["offered", "refused"] * 3


def test_a_yes_or_a_withdrawal_is_always_told_and_another_reason_once() -> None:
    assert kinds([offer(1), answer(1, "yes"), offer(2), answer(2, "yes")]) == ["offered", "answered"] * 2
    assert kinds([offer(1), answer(1, "withdrew"), offer(2), answer(2, "withdrew")]) == ["offered", "answered"] * 2
    mishearing: list[Move] = [offer(1), answer(1, written=0.8), offer(2), answer(2, written=0.8)]
    assert kinds(mishearing) == ["offered", "answered", "offered", "refused"]


def test_a_lost_deal_is_told_in_place_of_the_answers() -> None:
    lost = LostDeal(round=2, because=(Lost("employer", "misheard", 0.5, 0.8),))
    moves: list[Move] = [offer(1), answer(1, written=0.8), offer(2), answer(2, written=0.8), lost]
    assert kinds(moves) == ["offered", "answered", "offered", "lost_deal"]
    assert kinds([offer(2), answer(2, "yes"), answer(2, "withdrew"), lost]) == [
        "offered",
        "answered",
        "lost_deal",
    ]


def test_deals_lost_as_before_are_told_together_with_refusals() -> None:
    def lost(number: int) -> list[Move]:
        because = (Lost("employer", "misheard", 0.5, 0.8),)
        return [offer(number), answer(number, written=0.8), LostDeal(round=number, because=because)]

    told = list(in_brief([*lost(1), *lost(2), *lost(3), offer(4), answer(4)]))
    assert [move.kind for move in told] == ["offered", "answered", "lost_deal", "stretch"]
    stretch = told[-1]
    assert isinstance(stretch, Stretch)
    assert (stretch.first, stretch.round, stretch.lost_deals, stretch.nearest_round) == (2, 4, 2, 4)
    only_lost = list(in_brief([*lost(1), *lost(2), *lost(3), *lost(4)]))[-1]
    assert isinstance(only_lost, Stretch)
    assert (only_lost.lost_deals, only_lost.nearest, only_lost.short) == (3, None, None)


def test_what_a_stoppage_cost_is_told_when_it_is_over() -> None:
    toll = Toll(party="union", cost=0.01, reservation=0.5, believed=0.5, fund_used=1, fund=9)
    days: list[Move] = [StoppageDay(round=n, days=n, tolls=(replace(toll, cost=0.01 * n),)) for n in (1, 2)]
    over = StageEnded(round=3, stage="strike", reason="time", parties=())
    told = list(in_brief([*days, over]))
    assert [move.kind for move in told] == ["stoppage_day", "stage_ended"]
    assert told[0] == replace(days[1], round=3)


def test_long_lists_are_cut_and_counted() -> None:
    many = [Change(name, 0, 1, 0.1) for name in ("wage", "leave", "shifts")]
    told = list(in_brief([offer(1, *many), answer(1, "yes")]))
    assert isinstance(told[0], Offered)
    assert isinstance(told[1], Answered)
    assert (told[0].changes, told[0].more_changes) == ((many[0],), 2)
    assert (len(told[1].misheard), told[1].more_misheard) == (1, 1)


def test_trust_is_told_of_when_it_has_moved_far() -> None:
    steps = [(0.45, 0.35), (0.35, 0.25), (0.25, 0.15), (0.15, 0.14)]
    moves: list[Move] = [
        TrustMoved(round=n, party="union", other="employer", before=before, after=after, cause="offers")
        for n, (before, after) in enumerate(steps, start=1)
    ]
    assert [(move.round, getattr(move, "before"), getattr(move, "after")) for move in in_brief(moves)] == [  # noqa: B009
        (3, 0.45, 0.15)
    ]


def test_a_lie_found_out_is_always_told() -> None:
    caught = TrustMoved(round=1, party="union", other="employer", before=0.5, after=0.49, cause="found_out")
    assert list(in_brief([caught])) == [caught]


def test_a_line_is_told_of_when_it_has_moved_far() -> None:
    moves: list[Move] = [
        LineMoved(round=n, party="union", before=0.7 - 0.02 * (n - 1), after=0.7 - 0.02 * n, true=0.5)
        for n in range(1, 6)
    ]
    assert [(move.round, getattr(move, "before")) for move in in_brief(moves)] == [(3, 0.7)]  # noqa: B009


def test_talk_is_told_of_once_for_each_listener() -> None:
    def talk(number: int, told: tuple[str, ...], held: tuple[str, ...]) -> Talked:
        return Talked(round=number, party="union", told=told, held_back=held, kept_from=())

    moves: list[Move] = [
        talk(1, ("employer",), ("government",)),
        talk(2, ("employer",), ("government",)),
        talk(3, ("employer", "government"), ()),
    ]
    told = [move for move in in_brief(moves) if isinstance(move, Talked)]
    assert [(move.round, move.told, move.held_back) for move in told] == [
        (1, ("employer",), ("government",)),
        (3, ("government",), ()),
    ]
