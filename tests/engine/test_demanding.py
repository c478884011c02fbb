"""Demands of negotiators who may give way only so far."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.demanding import revise_demand
from negotiation_sim.engine.mediating import open_round

Make = Callable[..., Any]


@pytest.mark.parametrize(("round_no", "asked"), [(0, 0.94), (4, 0.7), (9, 0.4), (30, 0.4)])
def test_with_full_authority_the_concession_rule_decides(bargaining: Make, round_no: int, asked: float) -> None:
    bargain = bargaining()
    revise_demand(*bargain, 1, -1, clock_at(bargain.case, bargain.table, round_no))
    assert bargain.table.aspiration == pytest.approx([0.94, asked, 0.94])


@pytest.mark.parametrize(("authority", "asked"), [(1.0, 0.4), (0.5, 0.7), (0.25, 0.85), (0.0, 1.0)])
def test_less_authority_stops_earlier_on_the_way_to_the_line(bargaining: Make, authority: float, asked: float) -> None:
    bargain = bargaining(stage_authority=[[authority, 1.0, 1.0]])
    for seat in (0, 1):
        revise_demand(*bargain, seat, -1, clock_at(bargain.case, bargain.table, 9))
    assert bargain.table.aspiration == pytest.approx([asked, 0.4, max(0.94, 0.4)])


@given(run=st.integers(0, 1000), authority=st.floats(0.0, 1.0), round_no=st.integers(0, 9))
def test_a_demand_lies_between_the_line_and_all(bargaining: Make, run: int, authority: float, round_no: int) -> None:
    bargain = bargaining(run=run, reservation_spread=0.3, optimism=0.2, stage_authority=authority)
    revise_demand(*bargain, 0, -1, clock_at(bargain.case, bargain.table, round_no))
    line = bargain.table.perceived[0]
    assert line <= bargain.table.aspiration[0] <= 1.0
    assert bargain.table.aspiration[0] >= 1.0 - authority * (1.0 - line) - 1e-12


def test_the_mandate_is_that_of_the_present_stage(bargaining: Make) -> None:
    bargain = bargaining(stages=2, stage_authority=[[0.0] * 3, [0.5] * 3])
    assert bargain.table.aspiration.tolist() == [1.0] * 3
    bargain.table.stage[0] = 1
    revise_demand(*bargain, 0, -1, clock_at(bargain.case, bargain.table, 19))
    assert bargain.table.aspiration.tolist() == pytest.approx([0.7, 1.0, 1.0])


def test_a_new_stage_begins_with_its_own_mandate(bargaining: Make) -> None:
    """Who speaks first there asks for what the new mandate lets it ask for."""
    bargain = bargaining(stages=2, stage_rounds=[10, 10], stage_authority=[[0.0] * 3, [0.5] * 3])
    table = bargain.table
    table.stage[0], table.stage_began[0], table.round_no[0] = 1, 10, 10
    open_round(*bargain)
    assert table.aspiration.tolist() == pytest.approx([0.7] * 3)
    # Only its first round.
    table.aspiration[:], table.round_no[0] = 0.9, 11
    open_round(*bargain)
    assert table.aspiration.tolist() == [0.9] * 3
