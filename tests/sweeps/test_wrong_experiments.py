"""Every file in wrong_files/ ends with comments "# line:column: message" that name all its mistakes."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from negotiation_sim.scenario import ScenarioError
from negotiation_sim.sweeps.loading import load_experiment

FILES = sorted((Path(__file__).parent / "wrong_files").glob("*.yaml"))
EXPECTED = re.compile(r"^# (\d+):(\d+): (.*)$", re.MULTILINE)
HEAD = "name: A test\ndescription: A test.\nextends: kazakhstan_general_agreement\n"


def mistakes_of(path: Path) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        load_experiment(path)
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def test_there_are_many_wrong_files() -> None:
    assert len(FILES) >= 70


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mistake_is_named_at_its_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    expected = [
        f"{line}:{column}: {message}" for line, column, message in EXPECTED.findall(path.read_text(encoding="utf-8"))
    ]
    assert expected
    assert mistakes_of(Path(path.name)) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mistake_is_within_its_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    with pytest.raises(ScenarioError) as caught:
        load_experiment(path)
    for problem in caught.value.problems:
        assert problem.file == str(path)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.source_line == lines[problem.line - 1]


def test_an_experiment_cannot_extend_an_experiment(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(HEAD + "runs: 10\n", encoding="utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(HEAD.replace("kazakhstan_general_agreement", "other.yaml"), encoding="utf-8")
    assert mistakes_of(file) == ["3:10: 'other.yaml' is no scenario but an experiment; name the scenario that it plays"]


def test_mistakes_of_the_scenario_are_told_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(HEAD + "deadline: 1000\n", encoding="utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(HEAD.replace("kazakhstan_general_agreement", "base.yaml") + "runs: 0\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load_experiment(file)
    assert [(p.file, p.line) for p in caught.value.problems] == [(str(file), 4), (str(tmp_path / "base.yaml"), 4)]


def test_a_gigantic_grid_is_refused_at_once(tmp_path: Path) -> None:
    factors = ("mediator.skill", "communication.quality", "parties.*.trust", "parties.*.fixed_pie")
    lines = "".join(f"    {path}: {{from: 0, to: 1, points: 10000}}\n" for path in factors)
    file = tmp_path / "huge.yaml"
    file.write_text(HEAD + "design:\n  kind: grid\n  factors:\n" + lines, encoding="utf-8")
    start = time.perf_counter()
    mistakes = mistakes_of(file)
    assert time.perf_counter() - start < 5
    assert [told.partition(";")[0] for told in mistakes] == [
        "4:1: the design has 10,000,000,000,000,000 points: at most 1,000,000 are allowed"
    ]


def test_many_words_and_arms_are_tried_in_bounded_time(tmp_path: Path) -> None:
    rows = "".join(f"    - {{mediator.skill: {k / 5000}, deadline: {10 + k % 30}}}\n" for k in range(5000))
    arms = "arms:\n" + "".join(f"  arm {k}: {{parties.*.trust: {k / 12}}}\n" for k in range(12))
    file = tmp_path / "long.yaml"
    file.write_text(HEAD + "design:\n  kind: table\n  points:\n" + rows + arms, encoding="utf-8")
    start = time.perf_counter()
    experiment = load_experiment(file)
    assert time.perf_counter() - start < 10
    assert (len(experiment.points), len(experiment.arms)) == (5000, 12)
