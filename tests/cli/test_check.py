"""The command `check`: every mistake on a line of its own, exit code 2, and whose code would run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from negotiation_sim.cli import group
from negotiation_sim.experiments import conformance
from negotiation_sim.scenario import case_path

PLUG_IN = (
    "from negotiation_sim import strategy\n@strategy\n"
    "def mine(party, view, issue, option):\n    print('hello')\n    return party.values[issue, option]\n"
)
BAD_PLUG_IN = PLUG_IN.replace("    print('hello')\n", "    import random\n").replace(
    "return party", "return 'x', party"
)


@pytest.fixture(autouse=True)
def few_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(conformance, "RUNS", 3)
    monkeypatch.setattr(conformance, "CASES", ("two_party_textbook",))
    monkeypatch.chdir(tmp_path)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", *arguments])


def scenario(reference: str) -> str:
    text = case_path("two_party_textbook").read_text(encoding="utf-8")
    path = Path("mine.yaml")
    assert "  optimism: 0  " in text
    path.write_text(text.replace("optimism: 0  ", f'strategy: "{reference}"  '), encoding="utf-8")
    return str(path)


def test_good_files_are_fine() -> None:
    result = check("tight_zone", str(case_path("safety_at_work")))
    assert result.exit_code == 0
    assert result.stdout == f"tight_zone: fine\n{case_path('safety_at_work')}: fine\n"
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "'communication.quality' имеет значение 1.6: вне допустимых пределов (допускается: доля от 0 до 1)"),
        (
            "kk",
            "'communication.quality' мәні — 1.6: рұқсат етілген шектен тыс (рұқсат етілгені: 0 – 1 аралығындағы үлес)",
        ),
    ],
)
def test_mistakes_are_told_in_the_language(lang: str, told: str) -> None:
    text = case_path("two_party_textbook").read_text(encoding="utf-8").replace("quality: 0.6 ", "quality: 1.6 ")
    Path("wrong.yaml").write_text(text, encoding="utf-8")
    line = 1 + next(i for i, written in enumerate(text.splitlines()) if "quality: 1.6" in written)
    result = check("wrong.yaml", "--lang", lang)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == f"wrong.yaml:{line}:12: {told}"
    assert "out of range (allowed 0 to 1 as a share)" in check("wrong.yaml").stderr


def test_mistakes_of_plug_ins_are_told_in_the_language() -> None:
    Path("bad.py").write_text(BAD_PLUG_IN, encoding="utf-8")
    result = check("bad.py", "--lang", "ru")
    assert result.exit_code == 2
    told = [line for line in result.stderr.splitlines() if line.startswith("bad.py:")]
    assert len(told) == 2
    assert "'random' вносит свою случайность" in told[0]
    assert "mine (сторона 1) возвращает ('x'" in told[1]
    assert told[1].endswith("а нужно (стратегия): конечное число")


def test_every_mistake_of_every_file_has_a_line() -> None:
    text = case_path("two_party_textbook").read_text(encoding="utf-8")
    Path("wrong.yaml").write_text(
        text.replace("quality: 0.6 ", "quality: 1.6 ").replace("skill: 0.4 ", "skil: 0.4 "), encoding="utf-8"
    )
    written = Path("wrong.yaml").read_text(encoding="utf-8").splitlines()

    def line_of(start: str) -> int:
        return next(line for line, text in enumerate(written, 1) if text.startswith(start))

    Path("broken.py").write_text("def f(:\n", encoding="utf-8")
    result = check("wrong.yaml", "broken.py", "nowhere.yaml", "nowhere.py", "tight_zone")
    assert result.exit_code == 2
    lines = [line for line in result.stderr.splitlines() if not line.startswith("    ")]
    starts = [
        f"wrong.yaml:{line_of('  quality: 1.6')}:12: ",
        f"wrong.yaml:{line_of('  skil: 0.4')}:3: ",
        "broken.py:1:7: ",
        "nowhere.yaml:1:1: ",
        "nowhere.py:1:1: ",
    ]
    assert [line.startswith(start) for line, start in zip(lines, starts, strict=True)] == [True] * 5, lines
    assert result.stdout == "tight_zone: fine\n"


def test_the_source_line_is_shown_with_a_caret_under_the_mistake() -> None:
    Path("wrong.yaml").write_text("extends: tight_zone\nmediator: {skil: 0.4}\n", encoding="utf-8")
    message, shown, caret = check("wrong.yaml").stderr.splitlines()
    assert message == "wrong.yaml:2:12: unknown key 'skil'; did you mean 'skill'?"
    assert shown == "    mediator: {skil: 0.4}"
    assert caret.index("^") == shown.index("skil")


def test_a_scenario_that_names_a_plug_in_says_whose_code_runs_and_runs_none() -> None:
    Path("mine.py").write_text("raise SystemExit('this was run')\n" + PLUG_IN, encoding="utf-8")
    result = check(scenario("mine.py:mine"))
    assert result.exit_code == 0, result.output
    assert result.stdout == "mine.yaml: fine\nmine.yaml: running it runs the code in mine.py; check that file too\n"


def test_a_wrong_reference_is_told_at_its_place() -> None:
    Path("mine.py").write_text(PLUG_IN, encoding="utf-8")
    result = check(scenario("mine.py:mime"))
    assert result.exit_code == 2
    line = 1 + next(i for i, text in enumerate(Path("mine.yaml").read_text().splitlines()) if "  strategy: " in text)
    assert result.stderr.startswith(f"mine.yaml:{line}:13: 'mine.py:mime' cannot be used: mine.py:1:1: there is no")
    assert "did you mean 'mine'?" in result.stderr


def test_a_plug_in_is_played_and_its_speed_told() -> None:
    Path("mine.py").write_text(PLUG_IN, encoding="utf-8")
    result = check("mine.py")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("mine.py: fine\nmine.py:3: strategy 'mine': ")
    assert "times a built-in one; " in result.stdout
    assert "mine.py:4:5: warning: `print` shows up" in result.stderr


def test_json_is_one_document_whatever_the_plug_in_prints() -> None:
    Path("mine.py").write_text(PLUG_IN, encoding="utf-8")
    Path("bad.py").write_text(BAD_PLUG_IN, encoding="utf-8")
    result = check("mine.py", "bad.py", scenario("mine.py:mine"), "--json")
    assert result.exit_code == 2
    mine, bad, table = json.loads(result.stdout)["files"]
    assert (mine["fine"], bad["fine"], table["fine"]) == (True, False, True)
    assert (mine["functions"][0]["name"], mine["runs_code"]) == ("mine", ["mine.py"])
    assert mine["functions"][0]["seconds_per_1000_runs"] > 0
    assert mine["warnings"][0]["line"] == 4
    assert [(problem["line"], problem["column"]) for problem in bad["problems"]] == [(4, 5), (2, 1)]
    assert table["runs_code"] == ["mine.py"]


def test_a_file_must_be_named() -> None:
    result = check()
    assert result.exit_code == 2
    assert "Missing argument 'FILE...'" in result.stderr


EXPERIMENT = (
    "name: Mine\ndescription: A test.\nextends: two_party_textbook\narms: {a: {}, b: {deadline: 9}}\nruns: 10\n"
)


def test_an_experiment_is_checked_as_one() -> None:
    Path("mine.yaml").write_text(EXPERIMENT, encoding="utf-8")
    result = check("mine.yaml")
    assert (result.exit_code, result.stdout) == (0, "mine.yaml: fine\n")
    Path("mine.yaml").write_text(EXPERIMENT.replace("deadline", "deadlin"), encoding="utf-8")
    result = check("mine.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("mine.yaml:4:19: there is no 'deadlin'; did you mean 'deadline'?\n")


def test_an_experiment_that_names_a_plug_in_says_whose_code_runs_and_runs_none() -> None:
    Path("own.py").write_text("print('it ran')\n" + PLUG_IN, encoding="utf-8")
    text = EXPERIMENT.replace("deadline: 9", 'parties.*.strategy: "own.py:mine"')
    Path("mine.yaml").write_text(text, encoding="utf-8")
    result = check("mine.yaml")
    assert result.exit_code == 0
    assert "it ran" not in result.output
    assert result.stdout == "mine.yaml: fine\nmine.yaml: running it runs the code in own.py; check that file too\n"
