"""Arms, points, pairs, and the JSON document that scripts rely on."""

from __future__ import annotations

import json

import pytest

from negotiation_sim.analysis.intervals import paired_difference
from negotiation_sim.experiments.comparison import compare_arms, document
from negotiation_sim.experiments.simulation import simulate
from negotiation_sim.scenario import Scenario, load_scenario

RUNS = 40
SETTINGS = {"defaults.importance_spread": 1.0, "defaults.optimism": 0.1}


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario("two_party_textbook").with_settings(SETTINGS)


@pytest.fixture(scope="module")
def found(scenario: Scenario) -> dict:
    return document(compare_arms(scenario, RUNS, seed=3, space_runs=10))


def test_the_document_is_json_with_all_promised_fields(found: dict, scenario: Scenario) -> None:
    json.loads(json.dumps(found, allow_nan=False))
    assert found["scenario"] == {"name": scenario.title(), "sha256": scenario.sha256}
    assert (found["seed"], found["runs"]) == (3, RUNS)
    assert [arm["name"] for arm in found["arms"]] == list(scenario.arms)
    promised = {
        "at",
        "agreements",
        "agreement_rate",
        "low",
        "high",
        "mean_rounds",
        "joint_value",
        "expected_value",
        "least_surplus",
        "endings",
    }
    for arm in found["arms"]:
        assert arm["settings"] == scenario.arms[arm["name"]]
        assert [point["at"] for point in arm["points"]] == [
            {"communication.quality": value} for value in scenario.axis.values
        ]
        for point in arm["points"]:
            assert promised <= set(point)
            assert sum(point["endings"].values()) == RUNS
            assert (point["joint_value"] is None) == (point["agreements"] == 0)


def test_a_point_is_what_simulate_gives(found: dict, scenario: Scenario) -> None:
    arm = found["arms"][2]
    alone = simulate(scenario.with_settings({**arm["settings"], **arm["points"][4]["at"]}), RUNS, seed=3)
    assert arm["points"][4]["agreements"] == alone.tally.agreements
    assert arm["points"][4]["expected_value"] == alone.tally.mean_of("joint_value").value


def test_every_pair_of_arms_is_compared_at_every_point(found: dict, scenario: Scenario) -> None:
    arms = {arm["name"]: arm for arm in found["arms"]}
    assert len(found["comparisons"]) == 6 * len(scenario.axis.values)
    for pair in found["comparisons"]:
        rates = [
            next(p["agreement_rate"] for p in arms[pair[side]]["points"] if p["at"] == pair["at"])
            for side in ("first", "second")
        ]
        assert pair["difference"] == pytest.approx(rates[0] - rates[1])
        assert pair["low"] < pair["difference"] < pair["high"]


def test_fixing_the_axis_shrinks_it_to_one_point() -> None:
    scenario = load_scenario("two_party_textbook", ["communication.quality=0.4"])
    found = document(compare_arms(scenario, 5, seed=1))
    assert [[p["at"] for p in arm["points"]] for arm in found["arms"]] == [[{"communication.quality": 0.4}]] * 4


def test_the_space_of_packages_is_described_for_the_named_subsample(found: dict) -> None:
    for arm in found["arms"]:
        for point in arm["points"]:
            space = point["space"]
            assert space["runs"] == 10
            assert space["true_zone"] >= space["perceived_zone"] >= space["devalued_zone"]
            if space["distance_to_frontier"] is not None:
                assert 0.0 <= space["possible_joint_gain"] <= space["distance_to_frontier"] + 1e-12


def test_no_comparison_is_one_arm_as_written(tmp_path) -> None:
    scenario = load_scenario("two_party_textbook")
    alone = scenario.model_copy(update={"compare": None})
    assert list(alone.arms) == ["as written"]
    assert paired_difference(1, 0, 0, 1).value == 0.0
