"""When a point has been played often enough, and how much more it gets where it has not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import paired_difference, rate
from negotiation_sim.sweeps.experiment import Stop
from negotiation_sim.sweeps.stopping import half_width, intervals, next_count


def arm(agreements: int, runs: int = 1000) -> NDArray[np.bool_]:
    return np.arange(runs) < agreements


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=3), st.floats(0.002, 0.2), st.integers(1, 50))
def test_counts_are_whole_blocks_that_grow_up_to_the_limit(
    agreements: list[int], wanted: float, most_blocks: int
) -> None:
    stop = Stop(wanted, "rates", 1000, 1000 * most_blocks)
    agreed = np.array([arm(count) for count in agreements])
    following = next_count(agreed, stop)
    assert following % 1000 == 0
    assert following <= stop.at_most
    widest = max(half_width(rate(count, 1000)) for count in agreements)
    assert (following == 1000) == (widest <= wanted or most_blocks == 1)


def test_the_number_of_runs_is_what_the_width_so_far_lets_expect() -> None:
    width = half_width(rate(500, 1000))
    agreed = arm(500)[None, :]
    for narrower in (1.5, 2.0, 3.0):
        blocks = int(np.ceil(narrower**2 - 1e-9))
        assert next_count(agreed, Stop(width / narrower, "rates", 1000, 10**6)) == 1000 * blocks
    assert next_count(agreed, Stop(width * 0.999, "rates", 1000, 10**6)) == 2000
    assert next_count(agreed, Stop(width, "rates", 1000, 10**6)) == 1000


def test_the_widest_interval_decides() -> None:
    stop = Stop(0.02, "rates", 1000, 10**6)
    narrow, wide = arm(10), arm(500)
    assert next_count(np.array([narrow, narrow]), stop) == 1000
    assert next_count(np.array([narrow, wide]), stop) == next_count(wide[None, :], stop) > 1000


def test_of_differences_the_interval_of_every_pair_counts_and_luck_in_common_narrows_it() -> None:
    one, other = arm(500), arm(520)
    found = intervals(np.array([one, other, ~one]), "differences")
    assert found[0] == paired_difference(500, 0, 20, 480)
    assert len(found) == 3
    stop = Stop(0.02, "differences", 1000, 10**6)
    assert next_count(np.array([one, other]), stop) == 1000
    assert next_count(np.array([one, ~one]), stop) > 1000
    assert next_count(np.array([one, other]), Stop(0.02, "rates", 1000, 10**6)) > 1000


@pytest.mark.parametrize("runs", [1000, 3000])
def test_it_depends_on_how_many_agreed_and_on_nothing_else(runs: int) -> None:
    stop = Stop(0.005, "rates", 1000, 10**6)
    mixed = np.random.default_rng(1).permutation(arm(300, runs))
    assert next_count(mixed[None, :], stop) == next_count(arm(300, runs)[None, :], stop)
