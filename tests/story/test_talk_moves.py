"""Talk, the mediator's work and walking away, as written down."""

from __future__ import annotations

from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.story import watch
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import Left, LineMoved, Mediated, Talked, TrustMoved

CASE = load_scenario("kazakhstan_general_agreement")
INTERESTS = CASE.with_settings(CASE.arms["interests"])
MEDIATED = CASE.with_settings(CASE.arms["positions with mediator"])


def talks(scenario: Scenario) -> list[Talked]:
    return [move for move in watch(scenario, 0, full=True) if isinstance(move, Talked)]


def test_positional_sides_keep_their_interests_to_themselves() -> None:
    for talk in talks(CASE):
        assert not talk.told
        assert not talk.held_back
        assert len(talk.kept_from) == 2


def test_trust_decides_whether_interests_are_told_or_held_back() -> None:
    assert all(len(talk.told) == 2 for talk in talks(INTERESTS.with_settings({"parties.*.disclosure_threshold": 0})))
    wary = INTERESTS.with_settings({"parties.*.disclosure_threshold": 1})
    assert all(len(talk.held_back) == 2 and not talk.told for talk in talks(wary))


def test_in_a_shuttle_nobody_talks_directly() -> None:
    assert talks(MEDIATED.with_settings({"protocol": "shuttle"})) == []


def test_what_the_mediator_does_is_its_style() -> None:
    facilitative = MEDIATED.with_settings({"mediator.style": "facilitative", "mediator.enters": 3})
    works = [move for move in watch(facilitative, 0, full=True) if isinstance(move, Mediated)]
    assert works[0].round == 3
    assert {action for action, effort in works[0].efforts.items() if effort > 0} == {
        "open_channel",
        "caucus",
        "relay",
        "keep_at_table",
    }


def test_reality_testing_lowers_only_what_was_overrated_and_costs_trust() -> None:
    moves = list(watch(MEDIATED, 0, full=True))
    lines = [move for move in moves if isinstance(move, LineMoved)]
    assert lines
    assert all(move.after < move.before for move in lines)
    pressed = [move for move in moves if isinstance(move, TrustMoved) and move.cause == "pressure"]
    assert {(move.round, move.party) for move in pressed} == {(move.round, move.party) for move in lines}
    assert all(move.other == "mediator" for move in pressed)


def test_who_leaves_hoped_for_less_than_no_deal() -> None:
    left = [move for run in range(8) for move in watch(CASE, run) if isinstance(move, Left)]
    assert left
    for move in left:
        assert move.prospect is not None
        assert move.prospect < move.believed
        assert move.hopeless_rounds == 3


def test_the_ending_names_who_left() -> None:
    for run in range(8):
        moves = list(watch(CASE, run))
        end = moves[-1]
        assert isinstance(end, Ended)
        assert end.left == tuple(move.party for move in moves if isinstance(move, Left))
        assert (end.ending == "walk_away") == bool(end.left)
