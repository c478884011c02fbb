import json
import os
import pickle
from pathlib import Path

import pytest
import yaml

from negotiation_sim.scenario import ScenarioError, load_scenario, shipped_cases

from .conftest import Write


def problem_of(path: object, *settings: str) -> str:
    """The one problem of a file, without the path of the file."""
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path, settings)  # type: ignore[arg-type]
    assert len(caught.value.problems) == 1, str(caught.value)
    problem = caught.value.problems[0]
    return f"{Path(problem.file).name}:{problem.line}:{problem.column}: {problem.message}"


@pytest.mark.parametrize("name", shipped_cases())
def test_every_shipped_scenario_loads(name: str) -> None:
    scenario = load_scenario(name)
    assert scenario.title() != ""
    assert scenario.axis is not None
    assert len(scenario.arms) >= 4


def test_the_base_scenario(write: Write, tmp_path: Path) -> None:
    scenario = load_scenario(write())
    assert scenario.title() == "A small table"
    assert scenario.roles == ("union", "employer")
    assert scenario.folder == tmp_path
    assert scenario.deadline == 20
    assert scenario.mediator.pressure == 0.03
    assert scenario.arms["positions"] == {"parties.*.strategy": "position_based"}


def test_same_content_has_the_same_hash_whatever_the_layout(write: Write, base_text: str) -> None:
    scenario = load_scenario(write())
    content = yaml.safe_load(base_text)
    in_another_order = {key: content[key] for key in reversed(content)}
    in_another_order["parties"]["union"] |= {"importance": {"jobs": 0.5, "income": 0.50}}
    in_another_order["protocol"] = "alternating_offers"  # the default, written out
    in_another_order["communication"]["quality"] = 0.70
    again = load_scenario(write(name="again.yaml", text=json.dumps(in_another_order)))
    assert again.sha256 == scenario.sha256


@pytest.mark.parametrize(
    "change",
    [
        ("quality: 0.7", "quality: 0.71"),
        ("{income: 0.5, jobs: 0.5}", "{income: 0.5, jobs: 0.6}"),
        ("points: 4", "points: 5"),
        ("mediator.skill: 0.9", "mediator.skill: 0.8"),
    ],
)
def test_other_content_has_another_hash(write: Write, change: tuple[str, str]) -> None:
    assert load_scenario(write(change, name="other.yaml")).sha256 != load_scenario(write()).sha256


def test_a_number_of_an_arm_may_be_written_with_a_point(write: Write) -> None:
    whole = load_scenario(write(("mediator.skill: 0.9", "mediator.skill: 1")))
    point = load_scenario(write(("mediator.skill: 0.9", "mediator.skill: 1.0"), name="point.yaml"))
    assert whole.sha256 == point.sha256


def test_the_order_of_the_parties_counts(write: Write, base_text: str) -> None:
    content = yaml.safe_load(base_text)
    content["parties"] = dict(reversed(content["parties"].items()))
    turned = load_scenario(write(name="turned.yaml", text=json.dumps(content)))
    assert turned.roles == ("employer", "union")
    assert turned.sha256 != load_scenario(write()).sha256


@pytest.mark.parametrize("name", [*shipped_cases(), "base"])
def test_canonical_content_loads_again_with_the_same_hash(write: Write, name: str) -> None:
    scenario = load_scenario(write() if name == "base" else name)
    as_json = write(name="canonical.json", text=json.dumps(scenario.canonical()))
    as_yaml = write(name="canonical.yaml", text=yaml.safe_dump(scenario.canonical(), sort_keys=False))
    assert load_scenario(as_json).sha256 == scenario.sha256
    assert load_scenario(as_yaml).sha256 == scenario.sha256


def test_a_scenario_can_be_pickled(write: Write) -> None:
    scenario = load_scenario(write())
    again = pickle.loads(pickle.dumps(scenario))
    assert again.sha256 == scenario.sha256
    assert again.with_settings({"deadline": 7}).deadline == 7


def test_extends_merges_deeply_and_own_entries_win(write: Write) -> None:
    write(name="below.yaml")
    own = "extends: below.yaml\nname: Mine\nparties: {union: {trust: 0.9}}\nissues: {wage: {grid: {to: 105}}}\n"
    scenario = load_scenario(write(text=own))
    assert scenario.title() == "Mine"
    assert scenario.party("union").trust == 0.9
    assert scenario.party("union").strategy == "interest_based"
    assert scenario.issues["wage"].labels() == ("85", "95", "105")
    assert scenario.roles == ("union", "employer")


def test_extends_replaces_lists_and_a_different_axis(write: Write) -> None:
    write(name="below.yaml")
    own = "extends: below.yaml\nissues: {retraining: {options: [few, some, all]}}\n"
    scenario = load_scenario(write(text=own + "compare: {axis: {deadline: [10, 20]}}\n"))
    assert scenario.issues["retraining"].labels() == ("few", "some", "all")
    assert scenario.axis == ("deadline", (10, 20))
    assert list(scenario.arms) == ["positions", "with full mediator"]


def test_extends_refines_the_same_axis(write: Write) -> None:
    write(name="below.yaml")
    own = "extends: below.yaml\ncompare: {axis: {communication.quality: {points: 2}}}\n"
    scenario = load_scenario(write(text=own))
    assert scenario.axis == ("communication.quality", (0.1, 1.0))


def test_extended_content_has_the_hash_of_its_resolved_form(write: Write) -> None:
    write(name="below.yaml")
    extended = load_scenario(write(text="extends: below.yaml\ndeadline: 9\n"))
    written_out = load_scenario(write(("deadline: 20", "deadline: 9")))
    assert extended.sha256 == written_out.sha256


def test_extends_takes_the_name_of_a_shipped_scenario(write: Write) -> None:
    scenario = load_scenario(write(text="extends: tight_zone\ndeadline: 9\n"))
    assert scenario.deadline == 9
    assert scenario.roles == load_scenario("tight_zone").roles


def test_a_mistake_in_the_base_is_shown_in_the_base(write: Write) -> None:
    write(("quality: 0.7", "quality: 8"), name="below.yaml")
    told = problem_of(write(text="extends: below.yaml\ndeadline: 9\n"))
    assert told.startswith("below.yaml:27:12: 'communication.quality' is 8: out of range")


def test_mistakes_of_the_file_itself_come_before_those_of_its_base(write: Write) -> None:
    write(("quality: 0.7", "quality: 8"), name="below.yaml")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(write(text="extends: below.yaml\n\n\ndeadline: 1\n"))
    assert [Path(p.file).name for p in caught.value.problems] == ["case.yaml", "below.yaml"]


def test_extends_must_not_go_in_a_circle(write: Write) -> None:
    write(name="one.yaml", text="extends: two.yaml\n")
    write(name="two.yaml", text="extends: one.yaml\n")
    assert "circle" in problem_of(write(text="extends: one.yaml\n"))
    assert "circle" in problem_of(write(text="name: x\nextends: case.yaml\n"))


@pytest.mark.parametrize(
    ("extends", "told"),
    [
        ("nowhere.yaml", "case.yaml:1:10: there is no file 'nowhere.yaml'"),
        ("tight_zne", "case.yaml:1:10: there is no file 'tight_zne'; did you mean 'tight_zone'?"),
        (".", "case.yaml:1:10: this is a folder, not a file"),
        ("7", "case.yaml:1:10: 'extends' must be the path of one file, or the name of a shipped scenario"),
    ],
)
def test_a_base_that_cannot_be_read(write: Write, extends: str, told: str) -> None:
    assert problem_of(write(text=f"extends: {extends}\nname: x\n")) == told


def test_a_base_with_an_endless_name(write: Write) -> None:
    told = problem_of(write(text=f"extends: {'a' * 5000}\nname: x\n"))
    assert told.startswith("case.yaml:1:10: ")
    assert len(told) < 200


def test_names_of_files_and_shipped_scenarios() -> None:
    assert problem_of("tight_zne") == "tight_zne:1:1: there is no file 'tight_zne'; did you mean 'tight_zone'?"
    assert problem_of("nowhere/case.yaml").endswith("there is no file 'nowhere/case.yaml'")
    assert problem_of("").endswith("this is a folder, not a file")
    assert problem_of("a\0b").endswith("there is no file 'a\\x00b'")


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes("deadline: 20\nname: Стол\n".encode("cp1251"))
    assert problem_of(path) == (
        "old.yaml:2:7: this is not UTF-8 text (perhaps saved as Windows-1251 or UTF-16); save the file as UTF-8"
    )
    path.write_bytes("name: Стол\n".encode("utf-16"))
    assert problem_of(path).startswith("old.yaml:1:1: this is not UTF-8 text")


def test_a_byte_order_mark_does_no_harm(write: Write, base_text: str, tmp_path: Path) -> None:
    path = tmp_path / "notepad.yaml"
    path.write_bytes(base_text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_scenario(path).sha256 == load_scenario(write()).sha256
    path.write_bytes(b"\xef\xbb\xbfname: \xff\n")
    assert problem_of(path).startswith("notepad.yaml:1:7: this is not UTF-8 text")


def test_huge_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"")
    os.truncate(path, 5_000_000_000)
    assert problem_of(path) == "huge.yaml:1:1: the file is larger than 1,000,000 bytes; a scenario is a few pages"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among the files of this system")
def test_pipes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert problem_of(path).endswith("this is not a plain file")


def test_all_mistakes_come_at_once_in_the_order_of_the_lines(write: Write) -> None:
    changes = [("skill: 0.5", "skil: 0.5"), ("trust: 0.4", "trust: 0,4"), ("{income: 0.5,", "{incme: 0.5,")]
    with pytest.raises(ScenarioError) as caught:
        load_scenario(write(*changes), ["deadline=1", "communication.qualty=1"])
    assert [(p.line, p.message.split(";")[0].split(":")[0]) for p in caught.value.problems] == [
        (19, "'parties.union.importance'"),
        (25, "'defaults.trust' is '0,4'"),
        (30, "unknown key 'skil'"),
        (1, "there is no 'communication.qualty'"),
    ]
