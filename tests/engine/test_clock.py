"""Time within a stage and over a ladder."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.draws import Moment
from negotiation_sim.engine.clock import ROUNDS_APART, clock_at, moment_of, rounds_in_stage, start_of

Make = Callable[..., Any]


@pytest.mark.parametrize(("round_no", "time"), [(0, 0.1), (4, 0.5), (9, 1.0), (10, 1.0), (99, 1.0)])
def test_share_of_time_used_when_a_round_is_over(bargaining: Make, round_no: int, time: float) -> None:
    bargain = bargaining(deadline=10)
    assert clock_at(bargain.case, bargain.table, round_no) == pytest.approx(time)


@pytest.mark.parametrize(("round_no", "time"), [(0, 1 / 11), (4, 5 / 11), (9, 10 / 11), (10, 1.0)])
def test_where_every_side_has_a_turn_a_round_the_last_round_comes_before_the_end(
    bargaining: Make, round_no: int, time: float
) -> None:
    bargain = bargaining(deadline=10, by_turns=1)
    assert clock_at(bargain.case, bargain.table, round_no) == pytest.approx(time)


@pytest.mark.parametrize(("round_no", "time"), [(5, 0.85 + 0.1 / 4), (6, 0.85 + 0.2 / 4), (8, 0.95), (20, 0.95)])
def test_a_stage_has_its_share_of_the_time_which_passes_evenly_in_it(
    bargaining: Make, round_no: int, time: float
) -> None:
    """The second stage has four rounds, the sixth to the ninth, and a tenth of the time."""
    bargain = bargaining(stages=3, stage_rounds=[5, 4, 8], stage_clock=[0.0, 0.85, 0.95, 1.0])
    bargain.table.stage[0], bargain.table.stage_began[0] = 1, 5
    assert clock_at(bargain.case, bargain.table, round_no) == pytest.approx(time)
    bargain.table.round_no[0] = round_no
    assert rounds_in_stage(bargain.table) == round_no - 4


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.integers(1, 6)), min_size=1, max_size=4))
def test_time_never_runs_back_on_a_ladder(bargaining: Make, stages: list[tuple[float, int]]) -> None:
    ends = sorted(end for end, _ in stages)
    rounds = [count for _, count in stages]
    bargain = bargaining(stages=len(stages), stage_rounds=rounds, stage_clock=[0.0, *ends])
    before, began = 0.0, 0
    for stage, count in enumerate(rounds):
        bargain.table.stage[0], bargain.table.stage_began[0] = stage, began
        for round_no in range(began, began + count):
            now = clock_at(bargain.case, bargain.table, round_no)
            assert before <= now + 1e-12
            before = now
        assert now == pytest.approx(ends[stage])
        began += count


def test_moments_of_the_agreements_of_a_series_lie_apart(bargaining: Make) -> None:
    table = bargaining(seed=3, run=5).table
    table.round_no[0], table.agreement[0] = 7, 2
    assert moment_of(table) == Moment(3, 5, 2 * ROUNDS_APART + 7)
    assert start_of(table) == Moment(3, 5, 2 * ROUNDS_APART)
