"""Days, with work or without."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.engine.closing import close_round
from negotiation_sim.engine.mediating import open_round
from negotiation_sim.engine.stopping_work import begin_day, is_exhausted

Make = Callable[..., Any]


def on_strike(bargaining: Make, **fields: Any) -> Any:
    """Side 0 has called a full stoppage; all know how to call one."""
    plain = {"stage_intensity": 1.0, "stage_caller": 0, "legal_awareness": 1.0, "stoppage_cost": 0.01}
    return bargaining(**(plain | {"stoppage_loss": 0.02} | fields))


def play_rounds(bargain: Any, rounds: int) -> Any:
    for _ in range(rounds):
        begin_day(*bargain)
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
    return bargain.table


@pytest.mark.parametrize(("rounds_per_day", "days"), [(1, [1, 2, 3, 4, 5]), (2, [1, 1, 2, 2, 3]), (3, [1, 1, 1, 2, 2])])
def test_a_day_begins_with_its_first_round(bargaining: Make, rounds_per_day: int, days: list[int]) -> None:
    bargain = bargaining(rounds_per_day=rounds_per_day)
    assert bargain.table.days[0] == 0.0
    counted = []
    for _ in range(5):
        begin_day(*bargain)
        counted.append(bargain.table.days[0])
        bargain.table.round_no[0] += 1
    assert counted == days
    assert bargain.table.stoppage_days[0] == 0.0
    assert not bargain.table.stoppage_paid.any()
    assert not bargain.table.fund_used.any()
    assert bargain.table.reservation.tolist() == bargain.table.perceived.tolist() == [0.4] * 3


def test_every_round_opens_with_it(bargaining: Make) -> None:
    bargain = on_strike(bargaining)
    open_round(*bargain)
    assert (bargain.table.days[0], bargain.table.stoppage_days[0]) == (1.0, 1.0)


def test_the_days_of_a_new_stage_begin_anew(bargaining: Make) -> None:
    """Three rounds of two a day: the second day has one round, and the next stage begins with a day of its own."""
    bargain = bargaining(stages=2, stage_rounds=[3, 2], rounds_per_day=2)
    assert play_rounds(bargain, 3).days[0] == 2.0
    assert bargain.table.stage[0] == 1
    assert play_rounds(bargain, 1).days[0] == 3.0


def test_days_of_a_stoppage_by_hand(bargaining: Make) -> None:
    """Two half days: each costs half of 0.01, wears half of 0.02 off, and takes a fifth of the optimism."""
    bargain = on_strike(
        bargaining,
        stage_intensity=0.5,
        stoppage_cost=[0.01, 0.02, 0.0],
        stoppage_loss=[0.02, 0.0, 0.04],
        stoppage_learning=0.4,
    )
    bargain.table.perceived[:] = [0.6, 0.6, 0.4]
    table = play_rounds(bargain, 2)
    assert table.stoppage_days[0] == 2.0
    assert table.stoppage_paid == pytest.approx([0.01, 0.02, 0.0])
    assert table.fund_used.tolist() == [1.0] * 3
    assert table.reservation == pytest.approx([0.38, 0.4, 0.36])
    assert table.perceived == pytest.approx([0.38 + 0.2 * 0.64, 0.4 + 0.2 * 0.64, 0.36])


def test_an_alternative_is_never_worth_less_than_nothing(bargaining: Make) -> None:
    bargain = on_strike(bargaining, stoppage_loss=0.2, deadline=8)
    table = play_rounds(bargain, 5)
    assert table.reservation.tolist() == table.perceived.tolist() == [0.0] * 3


@settings(max_examples=40)
@given(
    run=st.integers(0, 1000),
    intensity=st.floats(0.01, 1.0),
    loss=st.floats(0.0, 0.2),
    learning=st.floats(0.0, 1.0),
    optimism=st.floats(0.0, 0.5),
)
def test_a_line_never_rises_in_a_stoppage_nor_falls_below_what_is_true(
    bargaining: Make, run: int, intensity: float, loss: float, learning: float, optimism: float
) -> None:
    bargain = on_strike(
        bargaining,
        run=run,
        optimism=optimism,
        stage_intensity=intensity,
        stoppage_loss=loss,
        stoppage_learning=learning,
    )
    table = bargain.table
    for _ in range(8):
        before = table.perceived.copy()
        play_rounds(bargain, 1)
        for p in range(3):
            assert table.reservation[p] - 1e-12 <= table.perceived[p] <= before[p]


@pytest.mark.parametrize(
    ("fund", "intensity", "rounds_per_day", "rounds"),
    [(3, 1.0, 1, 3), (3, 1.0, 2, 6), (3, 0.5, 1, 6), (1, 0.1, 1, 10), (1, 0.3, 2, 8), (60, 1.0, 1, 30)],
)
def test_a_stoppage_ends_with_the_last_day_that_the_first_fund_bears(
    bargaining: Make, fund: int, intensity: float, rounds_per_day: int, rounds: int
) -> None:
    """Or with its time, thirty rounds."""
    bargain = on_strike(
        bargaining,
        strike_fund=[60, fund, 60],
        stage_intensity=intensity,
        rounds_per_day=rounds_per_day,
        stages=2,
        stage_rounds=[30, 1],
    )
    played = 0
    while bargain.table.stage[0] == 0:
        play_rounds(bargain, 1)
        played += 1
    assert played == rounds
    assert bargain.table.days[0] == rounds / rounds_per_day


def test_no_fund_is_needed_while_work_goes_on(bargaining: Make) -> None:
    bargain = bargaining()
    bargain.table.fund_used[:] = 100.0
    assert not is_exhausted(bargain.case, bargain.table)
