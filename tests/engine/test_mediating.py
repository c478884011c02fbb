"""What the mediator does besides caucus and text."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.engine import mediating
from negotiation_sim.engine.mediating import meets_this_round, notice_bias, open_round, works
from negotiation_sim.engine.seat import view_from

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("skill", "enters", "round_no", "working"),
    [(0.4, 1, 0, True), (0.0, 1, 0, False), (0.4, 3, 1, False), (0.4, 3, 2, True)],
)
def test_a_mediator_works_with_any_skill_from_its_entry_on(
    bargaining: Make, skill: float, enters: int, round_no: int, working: bool
) -> None:
    bargain = bargaining(skill=skill, enters=enters)
    bargain.table.round_no[0] = round_no
    assert works(bargain.case, bargain.table) == working
    open_round(*bargain)
    assert bargain.table.efforts.any() == working
    assert meets_this_round(bargain.case, bargain.table, 0) == working


def test_clarity_is_quality_times_listening_and_what_an_open_channel_gets_back(bargaining: Make) -> None:
    bargain = bargaining(quality=0.6, listening=[1.0, 0.5, 0.0])
    open_round(*bargain)
    assert bargain.table.clarity == pytest.approx(np.tile([0.6, 0.3, 0.0], (4, 1)))
    bargain = bargaining(quality=0.6, listening=[1.0, 0.5, 0.0], skill=0.5)
    open_round(*bargain)
    assert bargain.table.clarity == pytest.approx(np.tile(1 - np.array([0.4, 0.7, 1.0]) * 0.75, (4, 1)))


def test_what_is_carried_passes_two_hops_but_the_mediators_own_words_one(bargaining: Make) -> None:
    """Skill 0.5: two hops of quality 0.6 make 0.48; the open channel gets back a quarter of what is lost."""
    bargain = bargaining(quality=0.6, carried=1, skill=0.5)
    open_round(*bargain)
    assert bargain.table.clarity[:3] == pytest.approx(np.full((3, 3), 0.61))
    assert bargain.table.clarity[3] == pytest.approx(np.full(3, 0.7))


def test_nothing_is_carried_before_the_mediator_enters(bargaining: Make) -> None:
    bargain = bargaining(quality=0.6, carried=1, skill=0.5, enters=2)
    open_round(*bargain)
    assert bargain.table.clarity == pytest.approx(np.full((4, 3), 0.6))


def test_a_text_is_due_after_as_many_rounds_as_set(bargaining: Make) -> None:
    bargain = bargaining(skill=0.4, text_every=4)
    for _ in range(4):
        open_round(*bargain)
    assert bargain.table.text_due[0] == pytest.approx(1.0)


def test_luck_is_new_for_every_side_and_round(bargaining: Make) -> None:
    bargain = bargaining()
    drawn = set()
    for round_no in range(3):
        bargain.table.round_no[0] = round_no
        drawn |= {view_from(bargain.case, bargain.table, seat, -1, 0.5).luck for seat in range(3)}
    assert len(drawn) == 9


def test_clarity_follows_the_mediators_effort_from_round_to_round(bargaining: Make) -> None:
    bargain = bargaining(quality=0.6, skill=0.5, enters=2)
    open_round(*bargain)
    before = bargain.table.clarity.copy()
    bargain.table.round_no[0] = 1
    open_round(*bargain)
    assert (bargain.table.clarity > before).all()


def test_all_sides_or_one_a_round_are_met(bargaining: Make) -> None:
    for one, met in (
        (0, [[True] * 3] * 4),
        (1, [[True, False, False], [False, True, False], [False, False, True]]),
    ):
        bargain = bargaining(skill=0.4, caucus_one=one)
        for round_no, expected in enumerate(met):
            bargain.table.round_no[0] = round_no
            assert [meets_this_round(bargain.case, bargain.table, seat) for seat in range(3)] == expected
    bargain.table.present[2] = 0
    assert not meets_this_round(bargain.case, bargain.table, 2)


def pressed(bargain: Any, rounds: int = 1) -> Any:
    for _ in range(rounds):
        open_round(*bargain)
        mediating.test_reality(bargain.case, bargain.table, 0)
    return bargain.table


def test_reality_testing_by_hand(bargaining: Make) -> None:
    """Pressure 0.2, skill 1, trust 0.6: twelve hundredths of what is overrated; it costs trust."""
    bargain = bargaining(skill=1.0, pressure=0.2, pressure_cost=0.5)
    bargain.table.perceived[:] = 0.9
    table = pressed(bargain)
    assert table.perceived.tolist() == pytest.approx([0.9 - 0.12 * 0.5, 0.9, 0.9])
    assert table.trust[0, 3] == pytest.approx(0.6 * (1.0 - 0.5 * 0.5))


def test_a_partial_mediator_spares_the_side_it_favours(bargaining: Make) -> None:
    bargain = bargaining(skill=1.0, pressure=0.2, favoured=0, bias=1.0)
    bargain.table.perceived[:] = 0.9
    assert pressed(bargain).perceived[0] == 0.9


@settings(max_examples=40)
@given(
    skill=st.floats(0.01, 1.0),
    pressure=st.floats(0.0, 0.5),
    reservation=st.floats(0.0, 1.0),
    run=st.integers(0, 1000),
)
def test_a_perceived_reservation_value_stays_a_utility_however_long_it_is_tested(
    bargaining: Make, skill: float, pressure: float, reservation: float, run: int
) -> None:
    bargain = bargaining(
        run=run, skill=skill, pressure=pressure, reservation=reservation, optimism=0.2, trust_in_mediator=1.0
    )
    table = pressed(bargain, rounds=60)
    assert 0.0 <= table.perceived[0] <= 1.0


def test_a_reading_of_reality_below_the_worst_package_cannot_push_a_line_below_0(bargaining: Make) -> None:
    """A mediator of little skill is far off in an unlucky run."""
    bargain = bargaining(skill=0.05, pressure=0.5, reservation=0.05, trust_in_mediator=1.0)
    bargain.table.reality_luck[:] = -3.0
    assert pressed(bargain, rounds=60).perceived[0] >= 0.0


def test_bias_in_a_text_costs_the_trust_of_all_but_the_favoured(bargaining: Make) -> None:
    bargain = bargaining(favoured=1, bias=0.4, trust_loss=0.25, trust_in_mediator=0.6)
    notice_bias(bargain.case, bargain.table)
    assert bargain.table.trust[:, 3] == pytest.approx([0.54, 0.6, 0.54])
    fair = bargaining(trust_in_mediator=0.6)
    notice_bias(fair.case, fair.table)
    assert fair.table.trust[:, 3].tolist() == [0.6] * 3
