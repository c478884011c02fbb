from pathlib import Path

import pytest

from negotiation_sim.scenario import Scenario, ScenarioError, load_scenario

from .conftest import LONG, Write


@pytest.fixture
def over(write: Write, tmp_path: Path) -> Write:
    """Loads a text over the long dispute."""

    def loaded(text: str) -> Scenario:
        write(name="below.yaml", text=LONG.read_text(encoding="utf-8"))
        return load_scenario(write(text=f"extends: below.yaml\n{text}"))

    return loaded


def test_an_arm_written_as_null_drops_that_of_the_base_with_its_label(over: Write) -> None:
    scenario = over("compare: {arms: {interests: null, mine: {parties.*.trust: 0.9}}}\n")
    assert list(scenario.arms) == ["positions", "no go-between", "mine"]
    assert scenario.compare.labels == {}


def test_a_dropped_arm_is_gone_for_good(over: Write, write: Write) -> None:
    over("compare: {arms: {interests: null}}\n")
    scenario = load_scenario(write(name="top.yaml", text="extends: case.yaml\ncompare: {arms: {positions: null}}\n"))
    assert list(scenario.arms) == ["no go-between"]


def test_null_takes_away_whatever_cannot_be_null_itself(over: Write) -> None:
    scenario = over(
        "parties: {state: null, union: {gap: null}}\nside_payments: {from: employer}\n"
        "issues: {wage: {effects: {jobs: null}}}\ninvention: {options: {bus: null}}\n"
    )
    assert scenario.roles == ("union", "employer")
    assert scenario.party("union").gap == 0.0
    assert scenario.issues["wage"].effects == {"income": 1, "cost": -0.8}
    assert list(scenario.invention.options) == ["canteen"]


def test_a_ladder_over_a_base_with_a_deadline_and_a_deadline_over_a_base_with_a_ladder(
    over: Write, write: Write
) -> None:
    assert over("ladder: null\ndeadline: 12\ncompare: null\n").deadline == 12
    write(name="plain.yaml")
    ladder = "ladder: {stages: {talks: {limit: 5 working days}}}\n"
    scenario = load_scenario(write(name="top.yaml", text=f"extends: plain.yaml\ndeadline: null\n{ladder}"))
    assert scenario.ladder is not None
    with pytest.raises(ScenarioError, match="write 'deadline: null' where it comes from the base"):
        load_scenario(write(name="top.yaml", text=f"extends: plain.yaml\n{ladder}"))


def test_null_stays_where_it_is_a_value(write: Write) -> None:
    write(
        ("  trust: 0.4", "  rules: {concession: tit_for_tat_averaged}"),
        ("    strategy: interest_based", "    rules: {concession: rational}"),
        name="below.yaml",
    )
    scenario = load_scenario(write(text="extends: below.yaml\nparties: {union: {rules: {concession: null}}}\n"))
    assert scenario.party("union").rules.concession is None


def test_null_for_what_the_base_does_not_have_is_a_mistake(over: Write) -> None:
    with pytest.raises(ScenarioError, match="'compare.arms.interest' is empty: keys and values are needed here"):
        over("compare: {arms: {interest: null}}\n")


def test_dropping_every_arm_is_a_mistake(over: Write) -> None:
    with pytest.raises(ScenarioError, match="'compare.arms' has no entries: at least 1 needed"):
        over("compare: {arms: {positions: null, interests: null, no go-between: null}}\n")
