"""`simulate` and what it returns."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.analysis.intervals import paired_difference
from negotiation_sim.experiments.simulation import simulate
from negotiation_sim.scenario import load_scenario

RUNS = 60


@pytest.fixture(scope="module")
def scenario():
    return load_scenario("two_party_textbook").with_settings({"defaults.importance_spread": 1.0})


@pytest.fixture(scope="module")
def result(scenario):
    return simulate(scenario, RUNS, seed=5)


def test_rate_and_endings_come_from_the_rows(result) -> None:
    table = result.to_pandas()
    assert len(table) == RUNS
    assert result.agreement_rate.value == (table["ending"] == "agreement").mean()
    assert result.agreement_rate.low < result.agreement_rate.value < result.agreement_rate.high
    assert result.endings == {name: int((table["ending"] == name).sum()) for name in result.endings}


def test_joint_value_is_the_sum_of_utilities_and_no_deal_that_of_reservation_values(result) -> None:
    table = result.to_pandas()
    utilities = table[[f"{role}.utility" for role in result.scenario.roles]].sum(axis=1)
    np.testing.assert_allclose(table["joint_value"], utilities)
    failed = table[table["ending"] != "agreement"]
    assert len(failed) > 0
    for role in result.scenario.roles:
        np.testing.assert_array_equal(failed[f"{role}.utility"], failed[f"{role}.reservation"])


def test_a_deal_gives_nobody_less_than_the_perceived_reservation_value(result) -> None:
    table = result.to_pandas()
    deals = table[table["ending"] == "agreement"]
    for role in result.scenario.roles:
        assert (deals[f"{role}.utility"] >= deals[f"{role}.closing_line"] - 1e-12).all()


def test_the_same_call_gives_the_same_bits_on_any_number_of_threads(scenario, result) -> None:
    np.testing.assert_array_equal(simulate(scenario, RUNS, seed=5, threads=2).rows(), result.rows())


def test_compare_pairs_runs(scenario, result) -> None:
    other = simulate(scenario.with_settings({"communication.quality": 1.0}), RUNS, seed=5)
    both = int((result.agreed & other.agreed).sum())
    only_first = int((result.agreed & ~other.agreed).sum())
    only_second = int((~result.agreed & other.agreed).sum())
    expected = paired_difference(both, only_first, only_second, RUNS - both - only_first - only_second)
    assert result.compare(other) == expected
    assert result.compare(other).value == pytest.approx(result.agreement_rate.value - other.agreement_rate.value)


def test_only_paired_results_can_be_compared(scenario, result) -> None:
    with pytest.raises(ValueError, match="same seed"):
        result.compare(simulate(scenario, RUNS, seed=6))


def test_no_runs_are_refused(scenario) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        simulate(scenario, 0)
