import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import ScenarioError, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.effects import issue_effects
from negotiation_sim.scenario.invention import InventedOption

from .conftest import BASE, LONG, Write

EFFECTS = st.dictionaries(st.sampled_from(["income", "jobs", "cost"]), st.floats(-1, 1), min_size=1)


@given(EFFECTS)
def test_an_option_is_an_issue_of_without_and_with(effects: dict[str, float]) -> None:
    issue = InventedOption(effects=effects).as_issue()
    without, with_it = issue_effects(issue, ("income", "jobs", "cost"))
    assert without == [0.0, 0.0, 0.0]
    assert with_it == [effects.get(interest, 0.0) for interest in ("income", "jobs", "cost")]
    assert not issue.is_ordered


def test_an_option_has_words_in_every_language() -> None:
    bus = load_scenario(LONG).all_issues["bus"]
    assert [bus.labels(lang) for lang in ("en", "ru", "kk")] == [
        ("without", "included"),
        ("без этого", "включено"),
        ("онсыз", "енгізілген"),
    ]


def test_options_come_after_the_issues() -> None:
    scenario = load_scenario(LONG)
    assert list(scenario.all_issues) == ["wage", "retraining", "bus", "canteen"]
    assert (scenario.issue_label("bus"), scenario.issue_label("canteen")) == ("A bus to work", "canteen")
    assert list(load_scenario(BASE).all_issues) == list(load_scenario(BASE).issues)


def test_hidden_options_are_on_the_table_only_without() -> None:
    hidden = setting_of(load_scenario(LONG)).case
    known = setting_of(load_scenario(LONG, ["invention.known=true"])).case
    assert list(hidden.options) == list(known.options) == [7, 3, 2, 2]
    assert list(hidden.opening_options) == [7, 3, 1, 1]
    assert list(known.opening_options) == [7, 3, 2, 2]
    assert (hidden.ordinary, hidden.invention) == (2, 0.5)


def test_an_option_is_of_value_where_an_organisation_cares(write: Write) -> None:
    text = LONG.read_text(encoding="utf-8").replace("cost: labour cost", "cost: labour cost\n  peace: social peace")
    text = text.replace("effects: {jobs: 0.4, cost: 0.2}", "effects: {peace: 0.4}")
    with pytest.raises(ScenarioError, match="'invention.options.bus' could never be of value to anybody"):
        load_scenario(write(text=text))
    text = text.replace("importance: {income: 1}}", "importance: {income: 1, peace: 1}}")
    assert "bus" in load_scenario(write(text=text)).all_issues


def test_settings_reach_invented_options() -> None:
    scenario = load_scenario(LONG).with_settings({"invention.chance": 1, "invention.options.*.effects.jobs": 0.9})
    assert scenario.invention.chance == 1
    assert [option.effects["jobs"] for option in scenario.invention.options.values()] == [0.9, 0.9]


def test_the_order_of_invented_options_counts(write: Write) -> None:
    text = LONG.read_text(encoding="utf-8")
    bus, canteen = (line for line in text.splitlines(keepends=True) if line.startswith(("    bus:", "    canteen:")))
    turned = load_scenario(write(text=text.replace(bus + canteen, canteen + bus)))
    assert list(turned.invention.options) == ["canteen", "bus"]
    assert turned.sha256 != load_scenario(LONG).sha256
