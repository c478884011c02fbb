import json

import pytest

from negotiation_sim.scenario import ScenarioError, load_scenario

from .conftest import Write

AXIS = "communication.quality: {from: 0.1, to: 1.0, points: 4}"


def test_a_range_gives_evenly_spaced_values(write: Write) -> None:
    assert load_scenario(write()).axis == ("communication.quality", (0.1, 0.4, 0.7, 1.0))


def test_a_range_may_run_downwards(write: Write) -> None:
    scenario = load_scenario(write((AXIS, "deadline: {from: 20, to: 10, points: 3}")))
    assert scenario.axis == ("deadline", (20.0, 15.0, 10.0))
    assert scenario.with_settings({"deadline": 15.0}).deadline == 15


def test_a_list_of_words_may_be_an_axis(write: Write) -> None:
    scenario = load_scenario(write((AXIS, "quota: [unanimity, two_thirds, 0.5]")))
    assert scenario.axis == ("quota", ("unanimity", "two_thirds", 0.5))


def test_without_compare_there_is_one_arm_as_written(write: Write, base_text: str) -> None:
    for text in (base_text.split("compare:")[0], base_text.split("compare:")[0] + "compare: null\n"):
        scenario = load_scenario(write(text=text))
        assert (scenario.arms, scenario.axis) == ({"as written": {}}, None)
        assert scenario.settings_of("as written") == {}


def test_an_axis_without_arms(write: Write, base_text: str) -> None:
    scenario = load_scenario(write(text=base_text.split("  arms:")[0]))
    assert scenario.arms == {"as written": {}}
    assert scenario.axis is not None


def test_a_mixed_table_sets_one_party_apart_within_an_arm(write: Write) -> None:
    arm = "{parties.union.strategy: interest_based, parties.*.strategy: position_based}"
    scenario = load_scenario(write(("{parties.*.strategy: position_based}", arm)))
    mixed = scenario.with_settings(scenario.settings_of("positions"))
    assert [mixed.party(role).strategy for role in mixed.roles] == ["interest_based", "position_based"]


def test_arms_have_names_in_the_language_of_the_reader(write: Write) -> None:
    labels = "labels: {positions: {en: Haggling, ru: Позиции}}\n  axis:"
    scenario = load_scenario(write(("axis:", labels)))
    names = [scenario.arm_label("positions", lang) for lang in ("en", "ru", "kk")]
    assert names == ["Haggling", "Позиции", "Haggling"]
    other = next(arm for arm in scenario.arms if arm != "positions")
    assert scenario.arm_label(other, "ru") == other
    again = load_scenario(write(text=json.dumps(scenario.canonical())))
    assert (again.arm_label("positions", "ru"), again.sha256) == ("Позиции", scenario.sha256)


def test_the_one_arm_as_written_has_a_name_too(write: Write, base_text: str) -> None:
    scenario = load_scenario(write(text=base_text.split("compare:")[0]))
    assert [scenario.arm_label("as written", lang) for lang in ("en", "ru")] == ["as written", "как в файле"]


def test_a_name_for_an_arm_that_is_not_there_is_a_problem_at_its_place(write: Write) -> None:
    path = write(("axis:", "labels: {position: Haggling}\n  axis:"))
    with pytest.raises(ScenarioError) as raised:
        load_scenario(path)
    (problem,) = raised.value.problems
    line = next(i for i, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "labels:" in text)
    assert (problem.line, problem.column) == (line, 12)
    assert problem.message == "there is no arm 'position'; did you mean 'positions'?"
