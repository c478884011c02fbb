from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import ScenarioError, load_scenario

from .conftest import BASE, Write

WORDS = st.sampled_from(
    [
        *"*.=:[]{}'&~ \t\n",
        "parties",
        "union",
        "trust",
        "importance",
        "issues",
        "wage",
        "effects",
        "grid",
        "to",
        "rules",
    ]
    + [
        "communication",
        "links",
        "union - employer",
        "mediator",
        "deadline",
        "name",
        "0.5",
        "7",
        "nan",
        "null",
        "jobs",
    ]
)


def problems_of(path: Path, *settings: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path, settings)
    return [str(problem) for problem in caught.value.problems]


def test_settings_replace_values(write: Write) -> None:
    scenario = load_scenario(write(), ["deadline=9", "parties.union.trust=0.9", "quota=two_thirds"])
    assert (scenario.deadline, scenario.quota) == (9, "two_thirds")
    assert scenario.party("union").trust == 0.9
    assert scenario.party("employer").trust == 0.4


def test_settings_as_a_mapping_are_the_same_as_texts(write: Write) -> None:
    path = write()
    by_text = load_scenario(path, ["mediator.enters=3", "issues.wage.effects.jobs=-0.5"])
    by_value = load_scenario(path, {"mediator.enters": 3, "issues.wage.effects.jobs": -0.5})
    assert by_text.sha256 == by_value.sha256


def test_a_star_stands_for_every_party_issue_and_interest(write: Write) -> None:
    scenario = load_scenario(write(), ["parties.*.concession.firmness=3", "issues.*.curvature=0"])
    assert [scenario.party(role).concession.firmness for role in scenario.roles] == [3, 3]
    assert [issue.curvature for issue in scenario.issues.values()] == [0, 0]
    same = load_scenario(write(), ["parties.employer.importance.*=1"])
    assert same.parties["employer"].importance == {"cost": 1, "jobs": 1, "income": 1}


def test_the_special_setting_wins_over_the_general_one_in_any_order(write: Write) -> None:
    settings = ["parties.union.trust=0.9", "parties.*.trust=0.1"]
    for order in (settings, settings[::-1]):
        scenario = load_scenario(write(), order)
        assert [scenario.party(role).trust for role in scenario.roles] == [0.9, 0.1]


def test_a_setting_can_make_what_the_file_does_not_hold(write: Write) -> None:
    path = write(
        ("communication:\n  quality: 0.7\n", ""),
        ("  axis: {communication.quality", "  axis: {defaults.trust"),
    )
    assert load_scenario(path, ["communication.quality=0.2"]).communication.quality == 0.2
    scenario = load_scenario(write(), ["communication.links.union - employer=0.5", "protocol=single_text"])
    assert scenario.communication.links == {"union - employer": 0.5}


def test_a_whole_mapping_can_be_set(write: Write) -> None:
    scenario = load_scenario(write(), ["parties.union.importance={jobs: 1}"])
    assert scenario.parties["union"].importance == {"jobs": 1}


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (
            "communication.quality=1.2",
            "23: 'communication.quality' is 1.2: out of range (allowed 0 to 1 as a share)",
        ),
        (
            "deadline=0,7",
            "10: 'deadline' is '0,7': write a point, not a comma: 0.7 (allowed 2 to 500 rounds)",
        ),
        (
            "deadline=&a 7",
            "10: anchors (&) and aliases (*) are not used here; write it out, or put it in quotes",
        ),
        ("deadline", "1: write path=value, such as communication.quality=0.8"),
        ("=7", "1: write path=value, such as communication.quality=0.8"),
        ("dedline=7", "1: there is no 'dedline'; did you mean 'deadline'?"),
        ("parties.unoin.trust=0.1", "1: there is no 'parties.unoin'; did you mean 'union'?"),
        (
            "parties.union.importance.peace=1",
            "1: there is no 'parties.union.importance.peace' (there is: income, jobs, cost)",
        ),
        ("deadline.x=7", "1: there is no 'deadline.x': 'deadline' is set as a whole"),
        ("issues.*.grid.*=7", "1: there is no 'issues.wage.grid.*' (there is: from, to, step)"),
        ("compare.arms=7", "1: 'compare.arms' cannot be set by a path"),
        ("extends=tight_zone", "1: 'extends' cannot be set by a path"),
        ("mediator.skill=0.3", "1: the arm 'with full mediator' sets this path ('mediator.skill')"),
        (
            "parties.union.strategy=interest_based",
            "1: the arm 'positions' sets this path ('parties.*.strategy')",
        ),
        ("mediator={style: full}", "1: the arm 'with full mediator' sets this path ('mediator.style')"),
        ("communication={quality: 1}", "1: the axis 'communication.quality' varies this path"),
    ],
)
def test_wrong_settings(write: Write, setting: str, told: str) -> None:
    assert f"--set {setting}:1:{told}" in problems_of(write(), setting)


def test_a_path_is_set_once(write: Write) -> None:
    assert problems_of(write(), "deadline=7", "deadline=8") == ["--set deadline=8:1:1: 'deadline' is set twice"]


def test_a_setting_on_the_axis_shrinks_it_to_one_point(write: Write) -> None:
    scenario = load_scenario(write(), ["communication.quality=0.35"])
    assert scenario.axis == ("communication.quality", (0.35,))
    assert scenario.communication.quality == 0.35


def test_an_axis_over_every_party_shrinks_by_the_same_pattern(write: Write) -> None:
    path = write(("communication.quality: {from: 0.1, to: 1.0, points: 4}", "parties.*.trust: [0.1, 0.9]"))
    assert load_scenario(path, ["parties.*.trust=0.5"]).axis == ("parties.*.trust", (0.5,))
    assert "varies this path" in problems_of(path, "parties.union.trust=0.5")[0]


def test_with_settings_gives_the_scenario_of_an_arm(write: Write) -> None:
    scenario = load_scenario(write())
    arm = scenario.with_settings({**scenario.settings_of("with full mediator"), "communication.quality": 0.4})
    assert (arm.mediator.style, arm.mediator.skill, arm.communication.quality) == ("full", 0.9, 0.4)
    assert (scenario.mediator.style, scenario.communication.quality) == ("facilitative", 0.7)
    assert arm.folder == scenario.folder


def test_with_settings_is_the_same_as_loading_with_them(write: Write) -> None:
    path = write()
    assert load_scenario(path).with_settings({"deadline": 9}).sha256 == load_scenario(path, ["deadline=9"]).sha256
    assert load_scenario(path).with_settings(["deadline=9"]).deadline == 9


def test_settings_follow_one_another(write: Write) -> None:
    scenario = load_scenario(write()).with_settings({"deadline": 9}).with_settings({"quota": 0.6})
    assert (scenario.deadline, scenario.quota) == (9, 0.6)


def test_with_settings_refuses_what_the_file_could_not_hold(write: Write) -> None:
    scenario = load_scenario(write())
    with pytest.raises(ScenarioError, match=r"--set mediator.skill=7:1:16: 'mediator.skill' is 7: out of range"):
        scenario.with_settings({"mediator.skill": 7})
    with pytest.raises(ScenarioError, match="nothing at stake|all importances are 0"):
        scenario.with_settings({"parties.union.importance": {"income": 0}})


@given(st.lists(WORDS, max_size=8).map("".join), WORDS)
def test_any_setting_is_made_or_explained(path: str, value: str) -> None:
    try:
        scenario = load_scenario(BASE, [f"{path}={value}"])
    except ScenarioError as error:
        assert all(problem.column >= 1 and problem.message for problem in error.problems)
    else:
        assert load_scenario(BASE).canonical().keys() == scenario.canonical().keys()
