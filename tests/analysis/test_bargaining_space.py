"""What was possible in a run."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.analysis.bargaining_space import SpaceSample, space_of
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import COLUMNS
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of

RUNS = 40


@pytest.fixture(scope="module")
def setting():
    return setting_of(load_scenario("minimum_wage_2025"))


def test_the_textbook_frontier_is_the_one_known_by_hand() -> None:
    """The case's opening comment works it out: Nash at (0.80, 0.80), nine packages on the frontier."""
    space = space_of(setting_of(load_scenario("two_party_textbook")).case, seed=1, run=0)
    assert space.exact
    assert len(space.frontier) == 9
    assert space.nash == pytest.approx([0.8, 0.8])


def test_zones_shrink_from_true_to_perceived_to_devalued(setting) -> None:
    found = SpaceSample(RUNS, 1, 1).describe(setting, Player(setting).rows(1, range(RUNS)))
    assert 0.0 <= found["devalued_zone"] <= found["perceived_zone"] <= found["true_zone"] <= 1.0


def test_no_deal_without_a_true_zone() -> None:
    """The model cannot find what is not there."""
    scenario = load_scenario("tight_zone").with_settings(
        {"parties.*.strategy": "interest_based", "mediator.style": "full", "defaults.reservation_value": 0.72}
    )
    setting = setting_of(scenario)
    rows = Player(setting).rows(1, range(RUNS))
    sides = len(setting.roles)
    empty = 0
    for run, row in enumerate(rows):
        frontier = space_of(setting.case, 1, run).frontier
        reservation = row[len(COLUMNS) + sides : len(COLUMNS) + 2 * sides]
        if not (frontier >= reservation).all(axis=1).any():
            empty += 1
            assert row[0] != 1.0
    assert empty > 5


def test_the_cards_are_those_of_the_run(setting) -> None:
    rows = Player(setting).rows(1, range(RUNS))
    sides = len(setting.roles)
    deals = rows[rows[:, 0] == 1.0]
    assert len(deals) > 5
    sample = SpaceSample(RUNS, 1, 1)
    for space, row in zip(sample.spaces(setting.case), rows, strict=True):
        if row[0] == 1.0:
            utilities = row[len(COLUMNS) : len(COLUMNS) + sides]
            assert (space.frontier >= utilities - 1e-12).all(axis=1).any()


def test_spaces_are_shared_by_settings_that_deal_the_same_cards(setting) -> None:
    sample = SpaceSample(3, 1, 1)
    other = setting_of(load_scenario("minimum_wage_2025").with_settings({"communication.quality": 0.1}))
    assert sample.spaces(setting.case) is sample.spaces(other.case)
    changed = setting_of(load_scenario("minimum_wage_2025").with_settings({"defaults.importance_spread": 0.1}))
    assert sample.spaces(setting.case) is not sample.spaces(changed.case)


def test_no_deals_leave_distances_empty(setting) -> None:
    rows = Player(setting).rows(1, range(3))
    rows[:, 0] = 2.0
    found = SpaceSample(3, 1, 1).describe(setting, np.array(rows))
    assert found["distance_to_frontier"] is None
    assert found["possible_joint_gain"] is None
