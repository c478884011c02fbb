"""Private value tables, deal-breakers, issues that count nothing, discounts: from the file to utilities."""

import itertools
import json
import math
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.engine.plain_rules import plain_rules
from negotiation_sim.engine.table import Room, new_table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.scenario import Scenario, ScenarioError, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text

from .conftest import BASE, Write

PLAIN = "    strategy: interest_based\n"
OWN = """\
    strategy: time_based
    values: {retraining: [0, 5.5, -2], wage: [0, 1, 2, 3, 4, 5, 16.5]}
    deal_breakers: [{wage: [1, 2], retraining: [3]}, {wage: [7], retraining: [1]}]
    worthless: [{issue: retraining, when: {wage: [6]}}]
    discount: 0.8
"""


@pytest.fixture
def own(write: Write, base_text: str) -> Scenario:
    """The small table, whose union has a value table of its own."""
    return load_scenario(write((PLAIN, OWN), text=base_text.split("compare:")[0]))


def worths(scenario: Scenario, role: str) -> dict[tuple[int, ...], float]:
    """What every package is worth to a side at the table."""
    setting = setting_of(scenario)
    room = Room(setting.case, new_table(setting.case))
    open_series(room.table, 1, 0)
    deal(setting.case, room.table, plain_rules(setting.selection), room)
    packages = itertools.product(*(range(options) for options in setting.case.options))
    seat = setting.roles.index(role)
    return {package: float(worth_of(setting.case, room.table, seat, np.array(package))) for package in packages}


def test_what_is_written_is_what_is_read(own: Scenario) -> None:
    union = own.parties["union"]
    assert union.values == {"retraining": [0, 5.5, -2], "wage": [0, 1, 2, 3, 4, 5, 16.5]}
    assert union.deal_breakers == [{"wage": [1, 2], "retraining": [3]}, {"wage": [7], "retraining": [1]}]
    assert [(entry.issue, entry.when) for entry in union.worthless] == [("retraining", {"wage": [6]})]
    assert (own.party("union").discount, own.party("employer").discount) == (0.8, 1.0)
    assert (own.parties["employer"].values, own.parties["employer"].deal_breakers) == (None, [])


def test_worths_by_hand(own: Scenario) -> None:
    """From -2 (no wage, full retraining) to 22; wage comes first. Options are counted from 1 in the file, here from 0.

    Nothing is worth less than the worst package, and a deal-breaker is worth as little.
    """
    found = worths(own, "union")
    assert found[3, 1] == pytest.approx((3 + 5.5 + 2) / 24)
    assert found[6, 1] == 1.0
    assert (found[0, 2], found[1, 2], found[6, 0]) == (0.0, 0.0, 0.0)
    assert (found[2, 2], found[0, 0]) == pytest.approx((2 / 24, 2 / 24))
    assert [found[5, k] for k in range(3)] == pytest.approx([(5 + 2) / 24] * 3)


def test_deal_breakers_put_the_zero_of_the_scale_where_the_file_has_it(own: Scenario) -> None:
    """All values above 0: without deal-breakers the worst package is worth 0, with them more than nothing."""
    above = {"parties.union.values.retraining": [2, 7, 3], "parties.union.worthless": []}
    broken = own.with_settings(above)
    found = worths(broken, "union")
    assert (found[0, 0], found[0, 1], found[1, 2]) == pytest.approx((2 / 23.5, 7 / 23.5, 0.0))
    whole = worths(own.with_settings({**above, "parties.union.deal_breakers": []}), "union")
    assert (whole[0, 0], whole[0, 1]) == pytest.approx((0.0, 5 / 21.5))


NUMBER = st.floats(-1e9, 1e9) | st.integers(-5, 5).map(float)
ROWS = st.tuples(st.lists(NUMBER, min_size=7, max_size=7), st.lists(NUMBER, min_size=3, max_size=3))


@given(rows=ROWS)
def test_utilities_are_the_sums_of_the_table_rescaled(rows: tuple[list[float], list[float]]) -> None:
    span = math.fsum(max(row) - min(row) for row in rows)
    scale = max(abs(number) for row in rows for number in row)
    if span <= 1e-6 * scale:
        return  # nothing at stake, or hardly
    scenario = load_scenario(BASE).with_settings(
        {"parties.union.values": dict(zip(("wage", "retraining"), rows, strict=True))}
    )
    for package, worth in worths(scenario, "union").items():
        total = math.fsum(row[option] - min(row) for row, option in zip(rows, package, strict=True))
        assert worth == pytest.approx(total / span, abs=1e-9)


OPTIONS = st.tuples(
    st.lists(st.integers(1, 7), min_size=1, max_size=7, unique=True),
    st.none() | st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True),
)
CONDITION = OPTIONS.map(lambda both: {"wage": both[0]} | ({"retraining": both[1]} if both[1] else {}))


@given(
    rows=st.tuples(
        st.lists(st.integers(-3, 9), min_size=7, max_size=7).filter(lambda row: min(row) < max(row)),
        st.lists(st.integers(-3, 9), min_size=3, max_size=3),
    ),
    breakers=st.lists(CONDITION, max_size=2),
    worthless=st.lists(st.tuples(st.sampled_from(["wage", "retraining"]), CONDITION), max_size=2),
)
def test_conditions_are_what_the_file_says(
    rows: tuple[list[int], list[int]],
    breakers: list[dict[str, list[int]]],
    worthless: list[tuple[str, dict[str, list[int]]]],
) -> None:
    values = dict(zip(("wage", "retraining"), rows, strict=True))
    scenario = load_scenario(BASE).with_settings(
        {
            "parties.union.strategy": "time_based",
            "parties.union.values": values,
            "parties.union.deal_breakers": breakers,
            "parties.union.worthless": [{"issue": issue, "when": when} for issue, when in worthless],
        }
    )
    bare = {issue for issue, _ in worthless}
    lowest = sum(min(*row, 0) if issue in bare else min(row) for issue, row in values.items())
    zero, best = min(lowest, 0) if breakers else lowest, sum(map(max, rows))
    for package, worth in worths(scenario, "union").items():
        chosen = dict(zip(values, package, strict=True))

        def met(condition: dict[str, list[int]], chosen: dict[str, int] = chosen) -> bool:
            return all(chosen[issue] + 1 in options for issue, options in condition.items())

        adds = {issue: values[issue][option] for issue, option in chosen.items()}
        adds |= {issue: 0 for issue, when in worthless if met(when)}
        written = 0.0 if any(map(met, breakers)) else (sum(adds.values()) - zero) / (best - zero)
        assert worth == pytest.approx(written, abs=1e-9)


def test_the_hash_counts_tables_conditions_and_discounts(own: Scenario) -> None:
    changes: list[dict[str, Any]] = [
        {},
        {"parties.union.values.wage": [0, 1, 2, 3, 4, 5, 16]},
        {"parties.union.deal_breakers": [{"wage": [1, 2], "retraining": [3]}]},
        {"parties.union.worthless": []},
        {"parties.union.discount": 0.9},
    ]
    hashes = [own.with_settings(change).sha256 for change in changes]
    assert len(set(hashes)) == len(hashes)
    assert own.with_settings({"parties.union.values.wage": [0, 1.0, 2, 3, 4, 5, 16.5]}).sha256 == hashes[0]


@pytest.mark.parametrize("written", [json.dumps, yaml.safe_dump])
def test_the_resolved_content_gives_the_same_scenario_again(own: Scenario, write: Write, written: Any) -> None:
    options = {} if written is json.dumps else {"sort_keys": False}
    again = load_scenario(write(name="again.yaml", text=written(own.canonical(), **options)))
    assert again.sha256 == own.sha256
    assert again.parties["union"] == own.parties["union"]


def test_values_and_discounts_can_be_set_by_path(own: Scenario) -> None:
    played = own.with_settings(
        ["parties.union.values.retraining=[1, 2, 3]", "parties.*.discount=0.5", "defaults.discount=0.7"]
    )
    assert played.parties["union"].values == {"retraining": [1, 2, 3], "wage": [0, 1, 2, 3, 4, 5, 16.5]}
    assert [played.party(role).discount for role in played.roles] == [0.5, 0.5]
    with pytest.raises(ScenarioError, match=r"--set parties.union.values.retraining=\[1, 2\]:1:\d+: .*has 2 numbers"):
        own.with_settings(["parties.union.values.retraining=[1, 2]"])
    with pytest.raises(ScenarioError, match="did you mean 'retraining'"):
        own.with_settings(["parties.union.values.retrainig=[1, 2, 3]"])


def test_a_file_over_another_replaces_single_rows_and_takes_tables_away(own: Scenario, write: Write) -> None:
    over = "extends: case.yaml\nparties: {union: {values: {wage: [0, 0, 0, 0, 0, 0, 1]}, worthless: []}}\n"
    above = load_scenario(write(name="above.yaml", text=over))
    assert above.parties["union"].values == {"retraining": [0, 5.5, -2], "wage": [0, 0, 0, 0, 0, 0, 1]}
    assert above.parties["union"].deal_breakers == own.parties["union"].deal_breakers
    bare = "extends: case.yaml\nparties: {union: {values: null, deal_breakers: [], worthless: []}}\n"
    without = load_scenario(write(name="bare.yaml", text=bare))
    assert without.parties["union"].values is None
    assert setting_of(without).case.has_own_values.tolist() == [0, 0]


def test_an_axis_over_a_discount_and_an_arm_over_a_table(write: Write, base_text: str) -> None:
    compare = "compare: {axis: {parties.union.discount: [1, 0.5]}, arms: {greedy: {parties.union.values.wage: %s}}}\n"
    text = base_text.split("compare:")[0].replace(PLAIN, OWN) + compare % [0, 0, 0, 0, 0, 0, 1]
    scenario = load_scenario(write(text=text))
    assert scenario.axis == ("parties.union.discount", (1, 0.5))
    assert worths(scenario.with_settings(scenario.arms["greedy"]), "union")[4, 1] == pytest.approx(7.5 / 8.5)


@pytest.mark.parametrize(("most", "is_taken"), [(2000, True), (2001, False)])
def test_an_issue_may_have_two_thousand_options(base_text: str, most: int, is_taken: bool) -> None:
    names = ", ".join(f"option {k}" for k in range(most))
    text = base_text.replace("[none, pilot, full]", f"[{names}]").replace(
        "{jobs: [-0.6, 0.1, 0.6], cost: [0.9, 0.2, -0.9]}", "{jobs: %s}"
    )
    effects = [k / most for k in range(most)]
    if is_taken:
        scenario = scenario_of_text("wide", text % effects)
        assert (scenario.issues["retraining"].levels, setting_of(scenario).case.effects.shape[1]) == (2000, 2000)
    else:
        with pytest.raises(ScenarioError, match="2001 entries: at most 2000 allowed"):
            scenario_of_text("wide", text % effects)


def test_a_discount_shrinks_what_a_sweep_says_of_a_deal() -> None:
    """The same talks with and without a discount: the same endings, utilities less by discount^time."""
    plain = load_scenario("two_party_textbook").with_settings({"deadline": 20, "parties.*.strategy": "interest_based"})
    late = plain.with_settings({"parties.union.discount": 0.6})
    rows = [Player(setting_of(scenario)).rows(1, range(20)) for scenario in (plain, late)]
    names = list(column_names(plain.roles, tuple(plain.issues)))
    rounds, union, employer = (names.index(name) for name in ("rounds", "union.utility", "employer.utility"))
    assert np.array_equal(rows[0][:, rounds], rows[1][:, rounds])
    assert np.array_equal(rows[0][:, employer], rows[1][:, employer])
    assert rows[1][:, union] == pytest.approx(rows[0][:, union] * 0.6 ** (rows[0][:, rounds] / 20))
    assert len(set(rows[0][:, rounds])) > 1
