"""The command `explain`: what it prints, what it leaves on disk, and what it says of wrong calls."""

from __future__ import annotations

import csv
import errno
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from matplotlib.figure import Figure

from negotiation_sim.analysis.causes import CAUSES
from negotiation_sim.analysis.why_no_deal import OVERLAP, explain
from negotiation_sim.cli import group
from negotiation_sim.scenario import ScenarioError, load_scenario

CASE = "kazakhstan_general_agreement"
RUNS = 100


def call(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["explain", CASE, "--runs", str(RUNS), *arguments])


def document(*arguments: str) -> dict[str, Any]:
    result = call("--json", *arguments)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_sentences_and_the_files(tmp_path: Path) -> None:
    result = call("--out", str(tmp_path), "--arm", "interests with mediator")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Why no deal? The national General Agreement (interests with mediator)\n100 runs")
    assert "The removal that repairs most is that of" in result.stdout
    assert OVERLAP in result.stdout
    stem = "why_no_deal_interests_with_mediator"
    assert {path.name for path in tmp_path.iterdir()} == {f"{stem}.png", f"{stem}.svg", f"{stem}.csv"}
    assert (tmp_path / f"{stem}.png").read_bytes().startswith(b"\x89PNG")
    assert b"<svg" in (tmp_path / f"{stem}.svg").read_bytes()
    rows = list(csv.DictReader((tmp_path / f"{stem}.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == len(CAUSES) + 1
    for path in tmp_path.iterdir():
        assert f"Written: {path}" in result.stdout


def test_the_same_call_leaves_the_same_bytes(tmp_path: Path) -> None:
    call("--out", str(tmp_path / "one"))
    call("--out", str(tmp_path / "two"))
    one, two = (sorted((tmp_path / name).iterdir()) for name in ("one", "two"))
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_the_default_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call().exit_code == 0
    assert {path.suffix for path in (tmp_path / "results" / CASE / "explain").iterdir()} == {
        ".png",
        ".svg",
        ".csv",
    }


def test_the_json_document_is_that_of_the_python_door(tmp_path: Path) -> None:
    found = document("--out", str(tmp_path), "--arm", "interests", "--seed", "5", "--set", "deadline=20")
    scenario = load_scenario(CASE, ["deadline=20"])
    expected = explain(scenario.with_settings(scenario.arms["interests"]), RUNS, seed=5).to_dict()
    assert found["arm"] == "interests"
    assert found["arm_settings"] == {"parties.*.strategy": "interest_based"}
    assert [Path(path).exists() for path in found["files"]] == [True] * 3
    assert {key: found[key] for key in expected} == expected


def test_the_first_arm_at_the_quality_of_the_file_is_the_default(tmp_path: Path) -> None:
    found = document("--out", str(tmp_path))
    assert found["arm"] == "positions"
    at_that_quality = document("--out", str(tmp_path), "--set", "communication.quality=0.6")
    assert at_that_quality["causes"] == found["causes"]
    clear = document("--out", str(tmp_path), "--set", "communication.quality=1", "--set", "parties.*.listening=1")
    assert not next(row["applies"] for row in clear["causes"] if row["name"] == "noise")


def test_progress_goes_to_standard_error(tmp_path: Path) -> None:
    result = call("--json", "--out", str(tmp_path))
    json.loads(result.stdout)
    assert result.stderr.splitlines()[0] == "as written"
    assert "nobody walks away" in result.stderr


def test_everything_for_people_is_in_their_language_and_the_numbers_stay(tmp_path: Path) -> None:
    english, kazakh = document("--out", str(tmp_path)), document("--out", str(tmp_path), "--lang", "kk")
    assert kazakh["causes"] == english["causes"]
    result = call("--lang", "kk", "--out", str(tmp_path))
    assert result.stdout.startswith("Неге келісім жоқ?")
    assert OVERLAP not in result.stdout
    assert "as written" not in result.stderr
    assert "файлдағыдай" in result.stderr


def test_an_unknown_arm_is_answered_with_the_nearest_one(tmp_path: Path) -> None:
    result = call("--out", str(tmp_path), "--arm", "interest")
    assert result.exit_code == 2
    assert "Did you mean 'interests'?" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_setting_that_the_arm_makes_is_refused(tmp_path: Path) -> None:
    result = call("--out", str(tmp_path), "--set", "parties.unions.strategy=interest_based")
    assert isinstance(result.exception, ScenarioError)
    assert "the arm 'positions' sets this path" in str(result.exception)


def test_a_folder_that_cannot_be_made_is_an_error_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = call("--out", str(tmp_path / "file" / "folder"))
    assert isinstance(result.exception, OSError)
    assert "as written" not in result.stderr
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_written(self: Figure, target: Path, **about: Any) -> None:
        target.write_bytes(b"\x89PNG")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Figure, "savefig", half_written)
    result = call("--out", str(tmp_path))
    assert isinstance(result.exception, OSError)
    assert not list(tmp_path.iterdir())
