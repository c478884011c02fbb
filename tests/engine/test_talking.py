"""After the answers: who learns what about whose interests."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.draws import Moment
from negotiation_sim.engine.mediating import open_round
from negotiation_sim.engine.talking import meet_in_caucus, prepare_talk, tell
from negotiation_sim.rules.beliefs import understanding

Make = Callable[..., Any]


def now(round_no: int) -> Moment:
    return Moment(1, 0, round_no)


def test_interest_based_sides_prepare_to_speak_and_positional_ones_do_not(bargaining: Make) -> None:
    bargain = bargaining(talk_code=[0, 1, 1])
    prepare_talk(*bargain, 0)
    assert bargain.table.items[[1, 2, 3]].tolist() == [0, 0, 2]
    prepare_talk(*bargain, 1)
    assert bargain.table.items[[0, 2, 3]].tolist() == [2, 2, 2]


def test_sincere_talk_through_a_clear_channel_teaches_the_truth(bargaining: Make) -> None:
    bargain = bargaining()
    open_round(*bargain)
    bargain.table.items[:] = 2
    known = [understanding(bargain.table.beliefs[1, 0], bargain.table.importance[0])]
    for round_no in range(4):
        tell(bargain.case, bargain.table, now(round_no), 0, 1)
        known.append(understanding(bargain.table.beliefs[1, 0], bargain.table.importance[0]))
    assert known[0] == 0.0
    assert known[-1] == pytest.approx(1.0, abs=0.01)
    assert np.all(bargain.table.beliefs[2] == 0.5)
    assert bargain.table.beliefs[1, 0].sum() == pytest.approx(1.0)
    assert (bargain.table.disclosures[0], bargain.table.occasions[0]) == (4, 4)
    assert (bargain.table.claimed[1, 0], bargain.table.disclosed[1, 0]) == (1, 2)


def test_silence_teaches_nothing_and_is_counted(bargaining: Make) -> None:
    bargain = bargaining()
    open_round(*bargain)
    bargain.table.items[:] = 0
    tell(bargain.case, bargain.table, now(0), 0, 1)
    assert np.all(bargain.table.beliefs == 0.5)
    assert (bargain.table.disclosures[0], bargain.table.occasions[0]) == (0, 1)
    assert (bargain.table.claimed[1, 0], bargain.table.disclosed[1, 0]) == (0, 0)


@pytest.mark.parametrize("worse", [{"quality": 0.1}, {"trust": 0.0}], ids=["noise", "mistrust"])
def test_noise_and_mistrust_leave_more_doubt(bargaining: Make, worse: dict[str, float]) -> None:
    doubts = []
    for fields in ({"quality": 0.6}, {"quality": 0.6} | worse):
        bargain = bargaining(**fields)
        open_round(*bargain)
        bargain.table.items[:] = 2
        tell(bargain.case, bargain.table, now(0), 0, 1)
        doubts.append(bargain.table.doubt[1, 0].sum())
    assert doubts[0] < doubts[1] < 0.02


def test_an_exaggeration_bends_what_is_learnt_towards_what_the_listener_cares_about(bargaining: Make) -> None:
    learnt = []
    for bend in (0.0, 1.0):
        bargain = bargaining()
        open_round(*bargain)
        bargain.table.beliefs[0, 1] = [0.1, 0.9]
        bargain.table.items[:] = 2
        bargain.table.bend[:] = bend
        for round_no in range(4):
            tell(bargain.case, bargain.table, now(round_no), 0, 1)
        learnt.append(bargain.table.beliefs[1, 0, 0])
    assert learnt == pytest.approx([0.9, 0.1], abs=0.01)


def caucus(bargain: Any, rounds: int = 4) -> Any:
    for round_no in range(rounds):
        open_round(*bargain)
        prepare_talk(*bargain, 0)
        meet_in_caucus(bargain.case, bargain.table, now(round_no), 0)
    return bargain.table


def test_a_perfect_mediator_learns_interests_and_line_in_caucus_and_relays(bargaining: Make) -> None:
    table = caucus(bargaining(skill=1.0, reservation=[0.7, 0.4, 0.4], trust_in_mediator=1.0))
    assert table.mediator_beliefs[0] == pytest.approx(table.importance[0], abs=0.01)
    assert table.mediator_lines[0] == pytest.approx(0.7)
    for listener in (1, 2):
        assert understanding(table.beliefs[listener, 0], table.importance[0]) > 0.9
        assert np.all(table.beliefs[listener, 3 - listener] == 0.5)
    assert (table.disclosures[1], table.occasions[1]) == (4, 4)


def test_what_is_shaded_is_what_the_mediator_takes_for_the_line(bargaining: Make) -> None:
    """It moves three tenths of the way at each meeting; a line above 1 cannot be told."""
    table = caucus(bargaining(skill=1.0, reservation=0.5, shading=0.2), rounds=1)
    assert table.mediator_lines[0] == pytest.approx(0.5 + 0.3 * 0.2)
    table = caucus(bargaining(skill=1.0, reservation=0.9, shading=0.5), rounds=1)
    assert table.mediator_lines[0] == pytest.approx(0.9 + 0.3 * 0.1)


def test_without_relay_the_others_learn_nothing(bargaining: Make) -> None:
    bargain = bargaining(skill=1.0)
    open_round(*bargain)
    bargain.table.efforts[2] = 0.0
    prepare_talk(*bargain, 0)
    meet_in_caucus(bargain.case, bargain.table, now(0), 0)
    assert bargain.table.mediator_beliefs[0, 0] > 0.5
    assert np.all(bargain.table.beliefs == 0.5)


def test_a_side_that_mistrusts_the_mediator_tells_it_nothing(bargaining: Make) -> None:
    table = caucus(bargaining(skill=1.0, trust_in_mediator=0.1), rounds=1)
    assert np.all(table.mediator_beliefs == 0.5)
    assert (table.disclosures[1], table.occasions[1]) == (0, 1)


def test_a_mediator_without_skill_learns_nothing(bargaining: Make) -> None:
    table = caucus(bargaining(skill=0.0))
    assert np.all(table.mediator_beliefs == 0.5)
    assert table.occasions[1] == 0
