import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import ScenarioError, load_scenario
from negotiation_sim.scenario.delegation import reach, seats_of_members

from .conftest import LONG, Write

WEIGHTS = st.lists(st.floats(0.001, 1), min_size=1, max_size=10)
NAMES = ("first", "second", "third")


@given(WEIGHTS, st.integers(0, 25))
def test_seats_add_up_and_are_within_one_of_the_exact_share(weights: list[float], members: int) -> None:
    seats = seats_of_members(weights, members)
    assert sum(seats) == members
    for weight, count in zip(weights, seats, strict=True):
        assert abs(count - weight * members / math.fsum(weights)) < 1


@given(WEIGHTS, st.integers(0, 25))
def test_more_weight_never_means_fewer_members(weights: list[float], members: int) -> None:
    pairs = sorted(zip(weights, seats_of_members(weights, members), strict=True))
    assert all(
        few <= many for (light, few), (heavy, many) in zip(pairs, pairs[1:], strict=False) if light < heavy - 1e-6
    )


@pytest.mark.parametrize(
    ("weights", "members", "seats"),
    [
        ([0.5, 0.3, 0.2], 10, [5, 3, 2]),
        ([0.6, 0.4], 1, [1, 0]),
        ([0.5, 0.5], 5, [3, 2]),  # the remainders are equal: the first of the file
        ([1 / 3, 1 / 3, 1 / 3], 15, [5, 5, 5]),
        ([0.47, 0.16, 0.158, 0.12, 0.061, 0.031], 10, [5, 2, 1, 1, 1, 0]),
    ],
)
def test_seats_by_largest_remainders(weights: list[float], members: int, seats: list[int]) -> None:
    assert seats_of_members(weights, members) == seats


def test_the_first_organisation_hears_itself_and_all_without_links() -> None:
    assert reach(NAMES, {}) == [1.0, 1.0, 1.0]


def test_reach_is_the_factor_of_the_link_whichever_way_it_is_written() -> None:
    assert reach(NAMES, {"first - second": 0.4}) == reach(NAMES, {"second - first": 0.4}) == [1.0, 0.4, 1.0]


def test_a_cut_link_is_replaced_by_the_way_through_others() -> None:
    links = {"first - third": 0, "first - second": 0.5, "second - third": 0.8}
    assert reach(NAMES, links) == [1.0, 0.5, pytest.approx(0.4)]


def test_nobody_reaches_an_organisation_without_any_way() -> None:
    assert reach(NAMES, {"first - third": 0, "second - third": 0})[2] == 0.0


def test_thirds_may_be_written_with_three_digits(write: Write) -> None:
    three = "\n    organisations: {a: {weight: 0.333}, b: {weight: 0.333}, c: {weight: 0.333}}"
    union = "    importance: {income: 0.5, jobs: 0.5}"
    assert load_scenario(write((union, union + three))).parties["union"].organisations is not None
    with pytest.raises(ScenarioError, match="the weights add up to 0.99; they must add up to 1"):
        load_scenario(write((union, union + three.replace("0.333", "0.33"))))


def test_members_of_the_defaults_count_where_the_side_names_none(write: Write) -> None:
    organisations = "\n    organisations: {a: {weight: 0.95}, b: {weight: 0.05}}"
    union = "    importance: {income: 0.5, jobs: 0.5}"
    defaults = ("  trust: 0.4", "  trust: 0.4\n  members: 5")
    with pytest.raises(ScenarioError, match="'b' has no member among the 5 who vote"):
        load_scenario(write((union, union + organisations), defaults))
    own = "\n    members: 20"
    load_scenario(write((union, union + organisations + own), defaults))
    load_scenario(write((union, union + organisations + "\n    members: 0"), defaults))


def test_names_of_organisations() -> None:
    scenario = load_scenario(LONG)
    assert scenario.organisation_label("union", "federation") == "Federation"
    assert scenario.organisation_label("union", "free_unions") == "free unions"


def test_settings_reach_organisations_and_their_links() -> None:
    weights = {
        "parties.union.organisations.federation.weight": 0.7,
        "parties.union.organisations.labour_confederation.weight": 0.1,
        "parties.union.organisation_links.federation - free_unions": 0.9,
    }
    union = load_scenario(LONG).with_settings(weights).parties["union"]
    assert union.organisations is not None
    assert [organisation.weight for organisation in union.organisations.values()] == [0.7, 0.1, 0.2]
    assert union.organisation_links == {"federation - free_unions": 0.9, "federation - labour_confederation": 0.8}


def test_a_star_stands_for_every_organisation() -> None:
    scenario = load_scenario(LONG, ["parties.union.organisations.*.importance={jobs: 1}"])
    organisations = scenario.parties["union"].organisations or {}
    assert [organisation.importance for organisation in organisations.values()] == [{"jobs": 1}] * 3


def test_one_weight_alone_cannot_be_changed() -> None:
    with pytest.raises(ScenarioError, match=r"the weights add up to 1.2; they must add up to 1"):
        load_scenario(LONG).with_settings({"parties.union.organisations.federation.weight": 0.7})
