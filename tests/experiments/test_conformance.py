"""What the conformance tests find when they play a user's functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiation_sim.experiments import conformance
from negotiation_sim.experiments.conformance import FileReport, check_file
from negotiation_sim.rule import HAVE_NUMBA

HEADER = "from negotiation_sim import Efforts, mediator_style, strategy\n"


@pytest.fixture(autouse=True)
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conformance, "RUNS", 6)
    monkeypatch.setattr(conformance, "CASES", ("two_party_textbook",))


def report_of(folder: Path, text: str) -> FileReport:
    path = folder / "mine.py"
    path.write_text(HEADER + text, encoding="utf-8")
    return check_file(path)


def messages(report: FileReport) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in report.problems]


def test_good_functions_are_fine_and_timed(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        "@strategy\ndef mine(party, view, issue, option):\n    return party.values[issue, option]\n"
        "@mediator_style\ndef calm(mediator, view):\n    return Efforts(keep_at_table=1)\n",
    )
    assert messages(report) == []
    assert [(f.name, f.kind, f.line) for f in report.functions] == [
        ("mine", "strategy", 3),
        ("calm", "mediator_style", 6),
    ]
    for function in report.functions:
        assert function.called_back == ("" if HAVE_NUMBA else "numba is not installed")
        assert function.seconds is not None and function.seconds > 0
        assert function.times_built_in is not None and function.times_built_in > 0


@pytest.mark.skipif(not HAVE_NUMBA, reason="nothing is compiled without numba")
def test_the_reason_is_told_where_a_function_is_called_back(tmp_path: Path) -> None:
    report = report_of(
        tmp_path, "@strategy\ndef mine(party, view, issue, option):\n    return float(f'{option:.1f}')\n"
    )
    assert messages(report) == []
    assert "mine.py:4: format spec in f-strings" in report.functions[0].called_back


ONE = "@strategy\ndef mine(party, view, issue, option):\n"
BAD = {
    ONE + "    return None\n": "2: mine (side 1) returned None",
    ONE + "    x = 1\n    return x / 0\n": "5: mine (side 1): ZeroDivisionError",
    ONE + "    return party.values[0, 0] / (view.round_no * 0)\n": ("4: mine (side 1): FloatingPointError"),
    "@strategy\ndef mine(party, view, scores):\n    scores[0, 0] = 1 / 3 * float('nan')\n": (
        "3: mine: the packages rule must give a finite number"
    ),
    "def alter(x):\n    x[0] = 1\n" + ONE + "    alter(view.trust)\n    return 1.0\n": ("3: this changes 'x'"),
    "@mediator_style\ndef mine(mediator, view):\n    return Efforts(text=1.5)\n": (
        "2: mine: ValueError: the effort text is 1.5: out of range (allowed 0 to 1)"
    ),
    "@mediator_style\ndef mine(mediator):\n    return Efforts()\n": "3: 'mine' takes 1 parameter",
}


@pytest.mark.parametrize("text", BAD)
def test_bad_functions(text: str, tmp_path: Path) -> None:
    found = messages(report_of(tmp_path, text))
    assert found
    assert found[0].startswith(BAD[text])


def test_arrays_cannot_be_changed_by_a_way_that_reading_does_not_see(tmp_path: Path) -> None:
    text = ONE + "    t = view.trust\n    t[0] = 1.0\n    return 1.0\n"
    assert messages(report_of(tmp_path, text)) == ["5: mine (side 1): ValueError: assignment destination is read-only"]


def test_state_kept_from_call_to_call_is_found_by_playing(tmp_path: Path) -> None:
    text = (
        "class Count:\n    calls = 0\n    def up(self):\n        setattr(Count, 'calls', Count.calls + 1)\n"
        "        return Count.calls % 7\n" + ONE + "    return Count().up() * option % 5\n"
    )
    found = messages(report_of(tmp_path, text))
    assert len(found) == 1
    assert "the same run gives another result when it is played again in another order" in found[0]


def test_a_file_without_a_mark_says_how_to_mark(tmp_path: Path) -> None:
    found = messages(report_of(tmp_path, "def mine(party, view, issue, option):\n    return 1.0\n"))
    assert len(found) == 1
    assert found[0].startswith("1: there is no marked function in this file: write @strategy above")


def test_a_shipped_style_that_is_imported_is_not_the_users(tmp_path: Path) -> None:
    found = messages(report_of(tmp_path, "from negotiation_sim.mediators.full import full\n"))
    assert "there is no marked function" in found[0]


def test_a_missing_file(tmp_path: Path) -> None:
    report = check_file(tmp_path / "none.py")
    assert messages(report) == ["1: there is no such file"]
