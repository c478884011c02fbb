"""Delegations and votes, as written down."""

from __future__ import annotations

import pytest

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story import watch
from negotiation_sim.story.home import Home, Voted
from negotiation_sim.story.moves import Answered, LostDeal, Offered, TrustMoved

CENTRES = load_scenario("three_union_centres")
SPLIT = CENTRES.with_settings({**CENTRES.arms["split, not explained"], "parties.*.gap": 0.1})


def test_the_organisation_that_is_heard_least_is_known_at_the_opening() -> None:
    homes = {move.party: move for move in watch(SPLIT, 0) if isinstance(move, Home)}
    unions = homes["unions"]
    assert unions.organisations == {"federation": 0.5, "labour_confederation": 0.3, "free_unions": 0.2}
    assert unions.reach["federation"] == 1.0
    assert min(unions.reach, key=unions.reach.__getitem__) == "free_unions"
    assert unions.members == 15
    assert "Least heard when the mandate is made: Confederation of free trade unions" in unions.text


def test_a_side_without_members_and_organisations_has_nothing_behind_it(hotels: Scenario) -> None:
    assert [move.party for move in watch(hotels, 0) if isinstance(move, Home)] == ["union"]
    assert not [move for move in watch(hotels.with_settings({"parties.*.members": 0}), 0) if isinstance(move, Home)]


@pytest.mark.parametrize("run", range(6))
def test_votes_are_those_that_were_counted(run: int) -> None:
    model = BargainingModel(setting_of(SPLIT), 1, run)
    model.run_model()
    moves = list(watch(SPLIT, run, full=True))
    failed = [move for move in moves if isinstance(move, Voted) and not move.passed]
    assert len(failed) == model.table.votes_failed[0]
    for move in moves:
        if isinstance(move, Voted):
            assert move.passed == (move.in_favour > 0.5 * move.members)
            assert move.against is None or move.against.in_favour / move.against.members < 1.0


def test_a_vote_follows_a_yes_and_a_no_costs_trust_and_the_leaders_patience() -> None:
    failed_at_home_of_a_listener = 0
    for run in range(12):
        moves = list(watch(SPLIT, run, full=True))
        for failed in (move for move in moves if isinstance(move, Voted) and not move.passed):
            round_ = [move for move in moves if move.round == failed.round]
            yes = {move.party for move in round_ if isinstance(move, Answered) and move.answer == "yes"}
            speaker = next(move.speaker for move in round_ if isinstance(move, Offered))
            assert yes | {speaker} == set(SPLIT.roles)
            assert not any(isinstance(move, LostDeal) for move in round_)
            assert failed.after >= failed.before
            lost = [move for move in round_ if isinstance(move, TrustMoved) and move.cause == "vote"]
            assert {move.party for move in lost if move.other == failed.party} == set(SPLIT.roles) - {failed.party}
            assert all(move.after < move.before for move in lost)
            failed_at_home_of_a_listener += failed.party != speaker
    assert failed_at_home_of_a_listener > 0
