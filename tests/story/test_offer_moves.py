"""What is written down of offers and answers agrees with what was said, heard and counted."""

from __future__ import annotations

import pytest

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story import watch
from negotiation_sim.story.moves import Answered, LostDeal, Move, Offered, TrustMoved

CASE = load_scenario("kazakhstan_general_agreement")
LIARS = CASE.with_settings(
    {
        "parties.*.strategy": "interest_based",
        "parties.*.exaggeration": 1.0,
        "parties.*.vigilance": 0.3,
        "parties.*.listening": 1.0,
        "communication.quality": 1.0,
        "communication.claim_noise": 0.05,
    }
)


def full_story(run: int = 1) -> list[Move]:
    return list(watch(CASE, run, full=True))


def answered(moves: list[Move]) -> list[Answered]:
    return [move for move in moves if isinstance(move, Answered)]


def test_the_first_offer_is_whole_and_changes_lead_from_one_to_the_next() -> None:
    last: dict[str, dict[str, int]] = {}
    for offer in full_story():
        if not isinstance(offer, Offered):
            continue
        if offer.speaker not in last:
            assert offer.changes is None
        else:
            before = last[offer.speaker]
            changed = {change.issue: (change.before, change.after) for change in offer.changes or ()}
            assert changed == {
                issue: (before[issue], now) for issue, now in offer.package.items() if now != before[issue]
            }
        last[offer.speaker] = offer.package
    assert len(last) == 3


def test_the_costs_of_the_changes_add_up() -> None:
    worth: dict[str, float | None] = {}
    for offer in full_story():
        if isinstance(offer, Offered) and offer.changes is not None:
            assert sum(change.cost for change in offer.changes) == pytest.approx(
                (worth[offer.speaker] or 0.0) - (offer.worth or 0.0), abs=1e-12
            )
        if isinstance(offer, Offered):
            worth[offer.speaker] = offer.worth


def test_what_was_misheard_explains_the_worth_of_what_was_heard() -> None:
    misheard = 0
    for answer in answered(full_story()):
        lost = sum(wrong.loss for wrong in answer.misheard)
        assert answer.heard_worth == pytest.approx(answer.written - lost, abs=1e-12)
        assert all(wrong.said != wrong.heard for wrong in answer.misheard)
        misheard += len(answer.misheard)
    assert misheard > 20


def test_answers_follow_from_the_numbers() -> None:
    reasons = set()
    for run in range(4):
        for answer in answered(full_story(run)):
            reasons.add(answer.reason)
            assert (answer.felt >= answer.demand) == (answer.answer in ("yes", "withdrew"))
            assert (answer.reason == "devalued") == (answer.worth >= answer.demand > answer.felt)
            if answer.answer in ("below_line", "devalued"):
                assert answer.would_accept_written == (answer.written >= answer.demand)
            if answer.answer == "withdrew":
                assert answer.written < answer.demand
            if answer.reason == "misheard":
                assert answer.heard_worth < answer.demand <= answer.written
    assert reasons == {"yes", "below_line", "devalued", "withdrew", "misheard", "cautious"}


def test_a_deal_is_lost_when_all_would_have_signed_what_was_written() -> None:
    lost = 0
    for run in range(4):
        moves = full_story(run)
        for number in range(1, moves[-1].round):
            these = answered([move for move in moves if move.round == number])
            told = [move for move in moves if isinstance(move, LostDeal) and move.round == number]
            assert bool(told) == all(answer.would_accept_written for answer in these)
            lost += len(told)
            for move in told:
                assert [one.party for one in move.because] == [a.party for a in these if a.answer != "yes"]
    assert lost > 0


def test_without_noise_nothing_is_misheard() -> None:
    clear = CASE.with_settings({"communication.quality": 1.0, "parties.*.listening": 1.0})
    answers = answered(list(watch(clear, 0, full=True)))
    assert answers
    assert not any(answer.misheard for answer in answers)
    assert {answer.reason for answer in answers} <= {"yes", "below_line", "devalued"}


def test_exaggerations_found_out_are_those_that_were_counted() -> None:
    counted = 0
    for run in range(6):
        model = BargainingModel(setting_of(LIARS), 1, run)
        model.run_model()
        told = [move for move in watch(LIARS, run, full=True) if isinstance(move, TrustMoved)]
        found_out = [move for move in told if move.cause == "found_out"]
        assert len(found_out) == model.table.found_out[0]
        assert all(move.after < move.before for move in found_out)
        counted += len(found_out)
    assert counted > 0


def test_a_withdrawal_costs_trust_in_whose_text_it_was() -> None:
    moves = [move for run in range(4) for move in full_story(run)]
    for place, move in enumerate(moves):
        if isinstance(move, Answered) and move.answer == "withdrew":
            after = moves[place + 1]
            assert isinstance(after, TrustMoved)
            assert (after.party, after.other, after.cause) == (move.party, move.speaker, "text")
            return
    raise AssertionError("nobody withdrew")
