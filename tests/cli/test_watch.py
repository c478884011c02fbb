"""The command `watch`: what it prints, and what it says of wrong calls."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from negotiation_sim.cli import group
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of

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
