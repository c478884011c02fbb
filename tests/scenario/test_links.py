import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import link_factors, load_scenario
from negotiation_sim.scenario.links import best_products, directions

from .conftest import Write

ROLES = ("a", "b", "c", "d")


def test_forms_of_links() -> None:
    assert directions("a - b") == [("a", "b"), ("b", "a")]
    assert directions("a -> b") == [("a", "b")]
    assert directions("a-b") == [("a", "b"), ("b", "a")]
    assert directions("a b") == directions("a - b - c") == directions("a <- b") == []


def test_links_not_named_are_open() -> None:
    assert best_products(("a", "b"), {}) == [[1.0, 1.0], [1.0, 1.0]]


def test_a_weak_link_stays_weak_though_a_path_would_be_better() -> None:
    assert best_products(("a", "b", "c"), {"a - b": 0.1, "c -> b": 0})[1][0] == 0.1


def test_a_cut_link_is_replaced_by_the_best_path() -> None:
    links = {"a - b": 0, "a - c": 0.5, "c - b": 0.5, "a - d": 0.9, "d -> b": 0.4, "b -> d": 0, "c - d": 0.1}
    factors = best_products(ROLES, links)
    assert factors[0][1] == pytest.approx(0.36)  # over d
    assert factors[1][0] == pytest.approx(0.25)  # over c


def test_a_path_may_be_long() -> None:
    links = {"a - b": 0, "a - c": 0, "a - d": 0.5, "b - d": 0, "c - d": 0.5, "b - c": 0.5}
    assert best_products(ROLES, links)[0] == [1.0, 0.125, 0.25, 0.5]


def test_no_path_leaves_nothing() -> None:
    assert best_products(("a", "b"), {"a -> b": 0}) == [[1.0, 0.0], [1.0, 1.0]]


def test_factors_of_a_scenario(write: Write) -> None:
    scenario = load_scenario(write(("quality: 0.7", "quality: 0.7\n  links: {employer -> union: 0.25}")))
    assert link_factors(scenario) == [[1.0, 1.0], [0.25, 1.0]]


@given(st.dictionaries(st.sampled_from([f"{x} -> {y}" for x in ROLES for y in ROLES if x != y]), st.floats(0, 1)))
def test_factors_are_shares_that_no_detour_improves_where_the_link_is_cut(links: dict[str, float]) -> None:
    factors = best_products(ROLES, links)
    for one, row in enumerate(factors):
        assert row[one] == 1.0
        for other, factor in enumerate(row):
            assert 0.0 <= factor <= 1.0
            if links.get(f"{ROLES[one]} -> {ROLES[other]}") == 0.0:
                direct = [links.get(f"{ROLES[k]} -> {ROLES[other]}", 1.0) for k in range(4)]
                first = [links.get(f"{ROLES[one]} -> {ROLES[k]}", 1.0) for k in range(4)]
                over = [first[k] * direct[k] for k in range(4) if k not in (one, other)]
                assert factor >= max(over) * (1 - 1e-12)
