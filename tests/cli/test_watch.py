"""The command `watch`: what it prints, and what it says of wrong calls."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from negotiation_sim.cli import group
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.results import load_results

CASE = "kazakhstan_general_agreement"


def call(*arguments: str, columns: int = 80) -> Result:
    return CliRunner().invoke(group, ["watch", *arguments], env={"COLUMNS": str(columns)})


def document(*arguments: str) -> dict[str, Any]:
    result = call(CASE, "--json", *arguments)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_first_arm_and_run_0_unless_told_otherwise() -> None:
    result = call(CASE)
    assert result.exit_code == 0
    assert result.stdout.startswith("The national General Agreement (arm: positions; run 0, seed 1)\n")
    assert result.stderr == ""
    assert "No agreement" in result.stdout


@pytest.mark.parametrize("columns", [60, 100])
def test_lines_fit_the_window(columns: int) -> None:
    lines = call(CASE, "--full", columns=columns).stdout.splitlines()
    assert columns - 15 < max(map(len, lines)) <= columns
    assert not any(line.endswith("Trade-") for line in lines)


def test_full_tells_more() -> None:
    brief, full = call(CASE).stdout, call(CASE, "--full").stdout
    assert "stated only positions" not in brief
    assert "stated only positions" in full


def test_the_json_document() -> None:
    told = document("--run", "2", "--seed", "3", "--arm", "interests", "--set", "deadline=25")
    scenario = load_scenario(CASE, ["deadline=25"])
    assert list(told) == ["scenario", "seed", "run", "arm", "settings", "moves", "outcome"]
    assert told["scenario"] == {"name": "The national General Agreement", "sha256": scenario.sha256}
    assert (told["seed"], told["run"], told["arm"]) == (3, 2, "interests")
    assert told["settings"] == {"parties.*.strategy": "interest_based"}
    assert [move["kind"] for move in told["moves"][:2]] == ["opened", "seated"]
    assert all(move["text"] for move in told["moves"])
    assert told["moves"][0]["deadline"] == 25
    kinds = [move["kind"] for move in told["moves"]]
    assert kinds.count("answered") >= 2 * (told["outcome"]["rounds"] - 1)
    assert not {"refused", "stretch"} & set(kinds)
    setting = setting_of(scenario.with_settings(scenario.arms["interests"]))
    row = Player(setting).rows(3, range(2, 3))[0]
    assert told["outcome"]["rounds"] == row[1]
    columns = column_names(scenario.roles, tuple(scenario.issues))
    utilities = [row[columns.index(f"{role}.utility")] for role in scenario.roles]
    assert [result["worth"] for result in told["outcome"]["results"]] == utilities


def test_the_story_is_in_the_language_of_the_reader() -> None:
    result = call(CASE, "--lang", "ru", "--arm", "interests")
    assert result.exit_code == 0
    scenario = load_scenario(CASE)
    assert result.stdout.startswith(f"{scenario.title('ru')} (вариант: {scenario.arm_label('interests', 'ru')};")
    assert "За столом переговоров" in result.stdout
    assert json.loads(call(CASE, "--json", "--lang", "ru").stdout)["arm"] == "positions"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--arm", "interest"), "Did you mean 'interests'?"),
        (("--run", "-1"), "Invalid value for '--run': -1 is not in the range"),
        (("--seed", "-1"), "Invalid value for '--seed': -1 is not in the range"),
        (("--lang", "de"), "'de' is not one of 'en', 'ru', 'kk'"),
    ],
)
def test_wrong_calls(arguments: tuple[str, ...], complaint: str) -> None:
    result = call(CASE, *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr


@pytest.mark.parametrize(("point", "arm", "run"), [(0, "positions", 0), (1, "interests", 7), (1, "positions", 39)])
def test_a_run_of_a_sweep_is_told_as_the_sweep_counted_it(swept_folder: Path, point: int, arm: str, run: int) -> None:
    where = ("--point", str(point), "--arm", arm, "--run", str(run))
    result = call(str(swept_folder), "--json", *where)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    results = load_results(swept_folder)
    row = results.runs.query("point == @point and arm == @arm and run == @run").iloc[0]
    assert told["outcome"]["ending"] == row["ending"]
    assert told["outcome"]["rounds"] == row["rounds"]
    worths = [result["worth"] for result in told["outcome"]["results"]]
    assert worths == [row[f"{role}.utility"] for role in results.experiment.scenario.roles]
    assert (told["seed"], told["run"], told["arm"]) == (5, run, arm)
    assert told["settings"] == results.experiment.settings(point, arm)
    assert told["scenario"]["sha256"] == results.manifest["experiment_sha256"]


def test_the_heading_of_a_run_of_a_sweep_names_its_point(swept_folder: Path) -> None:
    result = call(str(swept_folder), "--point", "1", columns=110)
    heading = "A small sweep (communication.quality=0.9) (arm: positions; run 0, seed 5)"
    assert result.stdout.splitlines()[0] == heading


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "say which point with --point, from 0 to 1"),
        (("--point", "2"), "say which point with --point, from 0 to 1"),
        (("--point", "-1"), "Invalid value for '--point'"),
        (("--point", "0", "--seed", "5"), "a run of a sweep is replayed as it was: without --seed and --set"),
        (("--point", "0", "--set", "deadline=9"), "without --seed and --set"),
        (("--point", "0", "--arm", "interest"), "Did you mean 'interests'?"),
    ],
)
def test_wrong_calls_for_a_run_of_a_sweep(swept_folder: Path, arguments: tuple[str, ...], complaint: str) -> None:
    result = call(str(swept_folder), *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_a_run_that_another_version_played_is_not_made_up(swept_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("negotiation_sim.sweeps.results.source_hash", lambda: "a newer version")
    result = call(str(swept_folder), "--point", "0")
    assert isinstance(result.exception, ResultsError)
    assert "its runs cannot be played once more" in str(result.exception)
    assert result.stdout == ""


def test_a_point_is_of_a_sweep_only() -> None:
    result = call(CASE, "--point", "0")
    assert result.exit_code == 2
    assert "--point goes with the folder of a sweep" in result.stderr
