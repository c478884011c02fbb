"""Stacked alternating offers as they are told: each offer with the answers that it got, one after the other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.story import watch
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import Answered, Mediated, Move, Offered, TrustMoved
from negotiation_sim.story.stoppage import StoppageDay
from negotiation_sim.story.summaries import Refused, Stretch

SMALL = Path(__file__).parent / "stacked.yaml"
GOLDEN = Path(__file__).parent / "stacked.en.txt"
NATIONAL = load_scenario("kazakhstan_general_agreement").with_settings(
    {"protocol": "stacked_alternating_offers", "parties.*.strategy": "interest_based", "communication.quality": 0.7}
)


def test_the_story_of_a_small_case_is_told_as_before() -> None:
    """After a wanted change: REWRITE_GOLDEN=1, and read the difference."""
    told = [move.text for full in (False, True) for move in watch(load_scenario(SMALL), full=full)]
    story = "\n".join(told) + "\n"
    if os.environ.get("REWRITE_GOLDEN"):
        GOLDEN.write_text(story, encoding="utf-8")
    assert story == GOLDEN.read_text(encoding="utf-8")


def offers_with_answers(scenario: Scenario, run: int) -> list[tuple[Offered, list[Answered]]]:
    found: list[tuple[Offered, list[Answered]]] = []
    for move in watch(scenario, run, full=True):
        if isinstance(move, Offered):
            found.append((move, []))
        elif isinstance(move, Answered):
            found[-1][1].append(move)
    return found


@pytest.mark.parametrize("scenario", [load_scenario(SMALL), NATIONAL], ids=["small", "national"])
def test_whoever_refuses_makes_the_next_offer_and_whoever_accepts_is_followed_by_the_next(scenario: Scenario) -> None:
    order = list(scenario.roles)
    for run in range(3):
        talks = offers_with_answers(scenario, run)
        for (offer, answers), following in zip(talks, [*talks[1:], None], strict=True):
            asked = [answer for answer in answers if answer.answer != "withdrew"]
            first = order.index(offer.speaker) + 1
            after = [order[(first + n) % len(order)] for n in range(len(order) - 1)]
            withdrew = len(asked) < len(answers)
            assert [answer.party for answer in asked] == after[: len(asked)] or withdrew
            assert {answer.speaker for answer in answers} <= {offer.speaker}
            if following and not withdrew:
                assert [answer.answer for answer in asked[:-1]] == ["yes"] * (len(asked) - 1)
                assert asked[-1].answer in ("below_line", "devalued")
                assert following[0].speaker == asked[-1].party


def test_in_brief_every_refusal_follows_its_offer() -> None:
    """The last offer of a round is answered in the next one; its refusal is told with it all the same."""
    told: list[Move] = list(watch(load_scenario(SMALL)))
    assert [move.round for move in told] == sorted(move.round for move in told)
    place = next(i for i, move in enumerate(told) if isinstance(move, Offered) and move.speaker == "carrier")
    refused = told[place + 1]
    assert isinstance(refused, Refused)
    assert (refused.parties, refused.round) == (("seller",), told[place].round)


def test_several_uneventful_rounds_are_told_together() -> None:
    calm = load_scenario(SMALL).with_settings({"parties.*.concession.firmness": 4})
    stretches = [move for move in watch(calm) if isinstance(move, Stretch)]
    assert stretches
    assert all(stretch.round - stretch.first >= 2 for stretch in stretches)
    assert len(list(watch(calm))) < len(list(watch(calm, full=True))) / 2


def test_a_yes_taken_back_after_reading_is_told_and_costs_trust() -> None:
    found = 0
    noisy = load_scenario("two_party_textbook").with_settings(
        {"protocol": "stacked_alternating_offers", "communication.quality": 0.6, "parties.*.listening": 0.9}
    )
    for run in range(12):
        moves = list(watch(noisy, run, full=True))
        for place, move in enumerate(moves):
            if isinstance(move, Answered) and move.answer == "withdrew":
                found += 1
                after = moves[place + 1]
                assert isinstance(after, TrustMoved)
                assert (after.party, after.other, after.cause) == (move.party, move.speaker, "text")
                assert move.written < move.demand
                # Between two sides the yes and the second thoughts are one answer.
                assert isinstance(moves[place - 1], Offered | TrustMoved)
    assert found > 0


def test_what_the_mediator_does_and_each_day_of_a_stoppage_are_told_once_a_round() -> None:
    dispute = load_scenario("enterprise_wage_dispute").with_settings(
        {"protocol": "stacked_alternating_offers", "mediator.style": "full", "mediator.skill": 0.6}
    )
    days, efforts = 0, 0
    for run in range(8):
        moves = list(watch(dispute, run, full=True))
        for kind in (StoppageDay, Mediated):
            rounds = [move.round for move in moves if isinstance(move, kind)]
            assert rounds == sorted(set(rounds))
        told = [move.days for move in moves if isinstance(move, StoppageDay)]
        assert told == sorted(set(told))
        days += len(told)
        efforts += sum(isinstance(move, Mediated) for move in moves)
        end = moves[-1]
        assert isinstance(end, Ended)
    assert days > 0
    assert efforts > 0
