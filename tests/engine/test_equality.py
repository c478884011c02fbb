"""Both executors give the same rows, bit for bit: a small form; benchmarks/executors_equal.py has the full size."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.strategies.catalogue import presets, single_rules

SEED = 7
needs_numba = pytest.mark.skipif(not HAVE_NUMBA, reason="there is only one executor without numba")


def mesa_rows(scenario: Scenario, runs: range) -> np.ndarray:
    setting = setting_of(scenario)
    rows = []
    for run in runs:
        model = BargainingModel(setting, SEED, run)
        model.run_model()
        rows.append(model.row())
    return np.array(rows)


def kernel_rows(scenario: Scenario, runs: range) -> np.ndarray:
    return Player(setting_of(scenario)).rows(SEED, runs)


def assert_equal(scenario: Scenario, runs: range) -> None:
    np.testing.assert_array_equal(kernel_rows(scenario, runs), mesa_rows(scenario, runs))


@needs_numba
@pytest.mark.parametrize("name", shipped_cases())
def test_shipped_scenarios_are_equal_in_every_arm(name: str) -> None:
    scenario = load_scenario(name)
    for settings in scenario.arms.values():
        assert_equal(scenario.with_settings(settings), range(5))


COMBINATIONS = [
    (strategy, style, protocol)
    for strategy, style, protocol in product(presets(), styles(), all_protocols())
    if style != "absent" or not all_protocols()[protocol].needs_mediator
]


@needs_numba
@pytest.mark.parametrize(("strategy", "style", "protocol"), COMBINATIONS)
def test_every_strategy_style_and_protocol_is_equal(strategy: str, style: str, protocol: str) -> None:
    scenario = load_scenario("two_party_textbook").with_settings(
        {
            "parties.*.strategy": strategy,
            "mediator.style": style,
            "protocol": protocol,
            "defaults.importance_spread": 1.0,
            "defaults.reservation_spread": 0.1,
            "defaults.optimism": 0.1,
        }
    )
    assert_equal(scenario, range(6))


@needs_numba
@pytest.mark.parametrize("concession", single_rules()["concession"])
def test_every_concession_rule_is_equal(concession: str) -> None:
    scenario = load_scenario("minimum_wage_2025").with_settings(
        {"parties.*.rules.concession": concession, "parties.*.concession.firmness": 2.5}
    )
    assert_equal(scenario, range(6))


WIDE = {
    "parties.*.strategy": "interest_based",
    "parties.*.exaggeration": 0.7,
    "parties.*.vigilance": 0.3,
    "parties.*.shading": 0.1,
    "parties.*.learning_from_offers": 0.2,
    "mediator.style": "full",
    "mediator.bias": 0.5,
    "mediator.bias_toward": "employers",
    "mediator.caucus": "one",
    "mediator.enters": 5,
    "quota": "two_thirds",
}


@needs_numba
def test_the_wider_parts_are_equal() -> None:
    """Exaggeration, being found out, shading, learning, a partial mediator who comes late, a quota."""
    assert_equal(load_scenario("safety_at_work").with_settings(WIDE), range(6))


@needs_numba
def test_unordered_options_and_links_are_equal() -> None:
    scenario = load_scenario("minimum_wage_2025").with_settings({"communication.links": {"unions - employers": 0.0}})
    assert_equal(scenario, range(6))


@needs_numba
@pytest.mark.parametrize("protocol", ["alternating_offers", "single_text", "shuttle"])
def test_eight_sides_are_equal(tmp_path: Path, protocol: str) -> None:
    """As many sides as there can be, half of them copies of each textbook side, and a mediator beside them."""
    content = load_scenario("two_party_textbook").canonical() | {"compare": None, "protocol": protocol}
    originals = list(content["parties"].values())
    content["parties"] = {f"side_{i}": originals[i % 2] | {"label": f"Side {i}"} for i in range(8)}
    content["mediator"] |= {"style": "full"}
    content["defaults"] |= {"strategy": "interest_based", "importance_spread": 0.5, "reservation_spread": 0.1}
    (tmp_path / "eight.json").write_text(json.dumps(content), encoding="utf-8")
    scenario = load_scenario(tmp_path / "eight.json")
    assert len(scenario.roles) == 8
    assert_equal(scenario, range(4))


@needs_numba
def test_chunks_and_threads_change_nothing() -> None:
    setting = setting_of(load_scenario("minimum_wage_2025"))
    whole = Player(setting, threads=1).rows(SEED, range(700))
    for chunks, threads in ((2, 1), (7, 1), (1, 2), (7, 2)):
        size = -(-700 // chunks)
        cut = np.concatenate(list(Player(setting, threads).stream(SEED, range(700), block=size)))
        np.testing.assert_array_equal(cut, whole)


def test_a_mediator_without_skill_changes_nothing() -> None:
    scenario = load_scenario("kazakhstan_general_agreement")
    absent = kernel_rows(scenario.with_settings({"mediator.style": "absent"}), range(20))
    idle = kernel_rows(scenario.with_settings({"mediator.style": "full", "mediator.skill": 0.0}), range(20))
    np.testing.assert_array_equal(idle, absent)


def test_a_single_run_is_the_same_alone_as_in_a_sweep() -> None:
    scenario = load_scenario("minimum_wage_2025")
    np.testing.assert_array_equal(kernel_rows(scenario, range(17, 18))[0], kernel_rows(scenario, range(30))[17])


def test_other_seeds_give_other_negotiations() -> None:
    setting = setting_of(load_scenario("minimum_wage_2025"))
    assert not np.array_equal(Player(setting).rows(1, range(5)), Player(setting).rows(2, range(5)))
