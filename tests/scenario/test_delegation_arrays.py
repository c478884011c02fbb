import numpy as np
import pytest

from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of

from .conftest import BASE, LONG, Write


def test_a_side_without_organisations_is_one() -> None:
    case = setting_of(load_scenario(BASE)).case
    assert list(case.organisations) == [0, 0]


def test_organisations_in_numbers() -> None:
    case = setting_of(load_scenario(LONG)).case
    assert list(case.organisations) == [3, 0, 0]
    assert list(case.organisation_weight[0]) == pytest.approx([0.5, 0.3, 0.2])
    # The federation reaches the free unions, to whom its own link is cut, through the confederation.
    assert list(case.organisation_reach[0]) == pytest.approx([1.0, 0.8, 0.8])
    assert list(case.organisation_of[0, :10]) == [0] * 5 + [1] * 3 + [2] * 2


def test_importances_of_organisations_are_their_own_or_those_of_the_side() -> None:
    case = setting_of(load_scenario(LONG, ["defaults.importance_floor=0"])).case
    assert case.organisation_shares[0].tolist() == [[0.5, 0.5, 0.0], [1.0, 0.0, 0.0], [0.25, 0.75, 0.0]]


def test_the_floor_of_the_side_holds_for_its_organisations() -> None:
    case = setting_of(load_scenario(LONG, ["parties.union.importance_floor=0.3"])).case
    assert list(case.organisation_shares[0, 1]) == pytest.approx([0.8, 0.1, 0.1])
    assert np.allclose(case.organisation_shares[0].sum(axis=1), 1)


def test_weights_are_made_to_add_up_to_exactly_one(write: Write) -> None:
    union = "    importance: {income: 0.5, jobs: 0.5}"
    three = "\n    organisations: {a: {weight: 0.333}, b: {weight: 0.333}, c: {weight: 0.333}}"
    case = setting_of(load_scenario(write((union, union + three)))).case
    assert list(case.organisation_weight[0]) == pytest.approx([1 / 3] * 3, abs=1e-15)


def test_members_of_defaults_are_seated_by_weight() -> None:
    scenario = load_scenario(LONG).with_settings({"parties.union.members": 20})
    assert np.bincount(setting_of(scenario).case.organisation_of[0, :20]).tolist() == [10, 6, 4]


def test_the_order_of_organisations_counts_since_the_first_one_speaks(write: Write) -> None:
    text = LONG.read_text(encoding="utf-8")
    first, second = (line for line in text.splitlines(keepends=True) if "weight: 0.5" in line or "weight: 0.3" in line)
    turned = load_scenario(write(text=text.replace(first + second, second + first)))
    reach = setting_of(turned).case.organisation_reach[0]
    assert list(reach) == pytest.approx([1.0, 0.8, 1.0])
    assert turned.sha256 != load_scenario(LONG).sha256
