"""Both executors give the same rows, bit for bit: a small form; benchmarks/executors_equal.py has the full size."""

from __future__ import annotations

import json
import runpy
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from negotiation_sim.concepts import ENDINGS
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.outcome import COLUMNS
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.strategies.catalogue import presets, single_rules

SEED = 7
FULL_SIZE = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "executors_equal.py"))
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
        assert_equal(scenario.with_settings(settings), range(3))


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
def test_eight_sides_with_all_parts_are_equal(tmp_path: Path) -> None:
    """Eight delegations with members, clauses to be invented, a ladder, payments and a series."""
    content = {"extends": "safety_at_work", "deadline": None, "ladder": LADDER, "compare": None}
    more = {f"side_{i}": {"label": f"Side {i}", "importance": {"safety": 1 + i, "cost": 5 - i}} for i in range(4)}
    (tmp_path / "eight.json").write_text(json.dumps(content | {"parties": more}), encoding="utf-8")
    everything = RELUCTANT | DELEGATION | CLAUSES | AFTERWARDS | {"mediator.style": "full", "quota": "two_thirds"}
    scenario = load_scenario(tmp_path / "eight.json").with_settings(everything)
    assert len(scenario.roles) == 8
    assert_equal(scenario, range(2))


DELEGATION = {
    "parties.*.organisations": {
        "first": {"weight": 0.4},
        "second": {"weight": 0.35, "importance": {"ease": 1, "cost": 2}},
        "third": {"weight": 0.25, "importance": {"safety": 1}},
    },
    "parties.*.organisation_links": {"first - second": 0.6, "second - third": 0.9, "first - third": 0.1},
    "parties.*.members": 15,
    "parties.*.gap": 0.05,
    "parties.*.importance_spread": 1.0,
}
CLAUSES = {
    "invention.options": {
        "fund": {"effects": {"safety": 0.5, "cost": -0.05, "voice": 0.3}},
        "mentors": {"effects": {"safety": 0.4, "cost": 0.2}},
        "decoy": {"effects": {"cost": 0.4, "safety": -0.5}},
    },
    "invention.chance": 0.8,
}
LADDER = {
    "rounds_per_day": 2,
    "learning": 0.2,
    "stages": {
        "talks": {
            "limit": "3 working days",
            "seats": ["unions", "employers"],
            "pull": 0.3,
            "authority": {"employers": 0.6},
            "clock": 0.5,
            "if_evaded": "strike",
        },
        "closed": {"limit": "2 working days", "banned": True},
        "commission": {
            "limit": "5 calendar days",
            "preparation": "3 working days",
            "clarity": 0.5,
            "mediator": True,
            "clock": 0.8,
        },
        "warning": {
            "limit": "1 working day",
            "stoppage": "warning_strike",
            "intensity": 0.1,
            "called_by": "unions",
            "majority": 0.4,
        },
        "arbitration": {
            "limit": "4 working days",
            "award": "final_offer",
            "enforcement": 0.05,
            "insight": 0.3,
            "next": "strike",
            "if_evaded": "lockout",
        },
        "lockout": {"limit": "2 working days", "stoppage": "lockout", "called_by": "employers"},
        "strike": {"limit": "8 working days", "stoppage": "strike", "called_by": "unions", "mediator": True},
        "last": {"limit": "2 working days", "award": "conventional", "enforcement": 0.2, "insight": 0.9},
    },
}
RELUCTANT = {
    "parties.*.reluctance": 0.3,
    "parties.*.legal_awareness": 0.7,
    "parties.*.strike_fund": 5,
}
AFTERWARDS = {
    "partial_agreement": True,
    "side_payments": {"from": "government", "budget": 0.1, "price": 0.5},
    "term": {"months": 24, "check_every": 6, "shock": 0.2, "agreements": 3, "carry": 0.7},
}


@pytest.fixture
def dispute(tmp_path: Path) -> Scenario:
    """The safety case on a ladder that uses every property of a stage."""
    content = {"extends": "safety_at_work", "deadline": None, "ladder": LADDER}
    (tmp_path / "dispute.json").write_text(json.dumps(content), encoding="utf-8")
    return load_scenario(tmp_path / "dispute.json").with_settings(RELUCTANT)


@needs_numba
@pytest.mark.parametrize("style", styles())
@pytest.mark.parametrize("strategy", ["interest_based", "position_based"])
def test_delegations_and_inventors_are_equal(strategy: str, style: str) -> None:
    people = {"parties.*.strategy": strategy, "mediator.style": style, "mediator.skill": 0.6}
    assert_equal(load_scenario("safety_at_work").with_settings(DELEGATION | CLAUSES | people), range(4))


@needs_numba
@pytest.mark.parametrize("strategy", ["interest_based", "position_based"])
def test_disputes_with_all_parts_together_are_equal(dispute: Scenario, strategy: str) -> None:
    people = {"parties.*.strategy": strategy, "mediator.style": "full"}
    assert_equal(dispute.with_settings(DELEGATION | CLAUSES | AFTERWARDS | people), range(6))


@needs_numba
@pytest.mark.parametrize("part", [DELEGATION, CLAUSES, AFTERWARDS], ids=["delegations", "clauses", "afterwards"])
def test_disputes_with_single_parts_are_equal(dispute: Scenario, part: dict[str, object]) -> None:
    assert_equal(dispute.with_settings(part), range(6))


@needs_numba
def test_votes_that_fail_are_equal() -> None:
    """Delegations whose members expect more than their leaders, who do not explain."""
    badly_explained = {
        "parties.*.strategy": "interest_based",
        "communication.quality": 0.9,
        "parties.*.gap": 0.1,
        "parties.*.explanation": 0.1,
        "parties.*.cohesion": 0.2,
    }
    scenario = load_scenario("three_union_centres").with_settings(badly_explained)
    assert kernel_rows(scenario, range(8))[:, COLUMNS.index("votes_failed")].sum() > 3
    assert_equal(scenario, range(8))


@needs_numba
@pytest.mark.parametrize("number", range(18))
def test_scenarios_made_at_random_are_equal(tmp_path: Path, number: int) -> None:
    assert_equal(FULL_SIZE["load_random_scenario"](number, tmp_path), range(4))


@needs_numba
def test_scenarios_made_at_random_show_every_part(tmp_path: Path) -> None:
    """Else their being equal would say little: all endings come, votes fail, clauses are found, breaches happen."""
    endings, sums = set(), dict.fromkeys(COLUMNS, 0.0)
    for number in range(18):
        rows = kernel_rows(FULL_SIZE["load_random_scenario"](number, tmp_path), range(100))
        endings |= {ENDINGS[int(code)] for code in rows[:, 0]}
        for column, name in enumerate(COLUMNS):
            sums[name] += rows[:, column].sum()
    assert endings == set(ENDINGS) - {"talking"}
    for name in ("stoppage_days", "refusals", "votes_failed", "options_found", "issues_signed", "compliance"):
        assert sums[name] > 0.0, name


@needs_numba
def test_chunks_and_threads_change_nothing() -> None:
    setting = setting_of(load_scenario("minimum_wage_2025"))
    whole = Player(setting, threads=1).rows(SEED, range(700))
    for chunks, threads in ((2, 1), (7, 1), (1, 2), (7, 2)):
        size = -(-700 // chunks)
        cut = np.concatenate(list(Player(setting, threads).stream(SEED, range(700), block=size)))
        np.testing.assert_array_equal(cut, whole)


@needs_numba
def test_nothing_is_left_on_the_table_for_the_next_run(dispute: Scenario) -> None:
    """Chunks, threads and single runs of a dispute with all parts: a run finds the table as if it were the first."""
    setting = setting_of(dispute.with_settings(DELEGATION | CLAUSES | AFTERWARDS | {"mediator.style": "full"}))
    whole = Player(setting, threads=1).rows(SEED, range(140))
    for chunks, threads in ((1, 1), (1, 2), (2, 1), (2, 2), (7, 1), (7, 2), (140, 1)):
        cut = np.concatenate(list(Player(setting, threads).stream(SEED, range(140), block=-(-140 // chunks))))
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
