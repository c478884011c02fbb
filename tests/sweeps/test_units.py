"""Units cover the runs of a point once; every unit belongs to one shard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.sweeps.units import WHOLE, Shard, Unit, units_of


@given(st.integers(1, 12_345), st.integers(0, 5))
def test_the_units_of_a_point_hold_each_run_once_and_in_order(runs: int, first_block: int) -> None:
    units = list(units_of(3, runs, first_block))
    assert [run for unit in units for run in unit.numbers] == list(range(1000 * first_block, runs))
    assert all(unit.runs == 1000 for unit in units[:-1])
    assert {unit.point for unit in units} <= {3}


@given(st.integers(1, 9), st.booleans())
def test_every_unit_belongs_to_one_shard(of: int, whole_points: bool) -> None:
    units = [unit for point in range(5) for unit in units_of(point, 3500)]
    shards = [Shard(number, of) for number in range(of)]
    shares = [[unit for unit in units if shard.has(unit, whole_points)] for shard in shards]
    assert sorted(unit for share in shares for unit in share) == units
    points = [{unit.point for unit in share} for share in shares]
    if whole_points:
        assert sum(map(len, points)) == 5
    elif of > 1:
        assert sum(map(len, points)) > 5  # blocks of a point are spread over shards


def test_without_shards_everything_belongs_to_the_whole() -> None:
    assert WHOLE.has(Unit(7, 3, 10), whole_points=False)
