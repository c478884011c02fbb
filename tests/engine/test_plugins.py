"""A user's own functions: found or refused with a place, equal in both executors, one line when they fail."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from negotiation_sim.engine.executor import Player, RunError
from negotiation_sim.engine.guarding import FunctionError
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.plugins import PluginError, load_function
from negotiation_sim.engine.setting import Setting
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of

needs_numba = pytest.mark.skipif(not HAVE_NUMBA, reason="nothing is compiled without numba")
HEADER = "import math\nfrom negotiation_sim import Disclosure, Efforts, mediator_style, rule, strategy\n"


def written(folder: Path, text: str, name: str = "mine.py") -> Path:
    path = folder / name
    path.write_text(HEADER + dedent(text), encoding="utf-8")
    return path


def setting_with(path: Path, kind: str) -> Setting:
    """The textbook table with a mediator, and the function `mine` of the file in its place."""
    setting = setting_of(load_scenario("two_party_textbook").with_settings({"mediator.style": "facilitative"}))
    function = load_function(f"{path.name}:mine", path.parent, kind)
    fields: dict[str, Any] = {"strategy": "packages", "mediator_style": "style"}
    place = fields.get(kind, kind)
    return setting._replace(
        selection=setting.selection._replace(**{place: function if place == "style" else (function,)})
    )


def watched_row(setting: Setting, run: int) -> np.ndarray:
    model = BargainingModel(setting, 1, run)
    model.run_model()
    return model.row()


def fails_in_both(setting: Setting) -> tuple[str, str]:
    """What the sweeping and the watching executor say of the first run that fails."""
    with pytest.raises(RunError) as swept:
        Player(setting, threads=1).rows(1, range(20))
    with pytest.raises(FunctionError) as watched:
        watched_row(setting, swept.value.run)
    assert "\n" not in str(swept.value)
    assert str(swept.value).startswith(f"run {swept.value.run}: ")
    return str(swept.value), str(watched.value)


GOOD = {
    "own wish": (
        "strategy",
        """
        @strategy
        def mine(party, view, issue, option):
            return party.values[issue, option] - view.clock * 0.1 * option
        """,
        "",
    ),
    "whole table": (
        "strategy",
        """
        @strategy
        def mine(party, view, scores):
            for issue in range(len(view.options)):
                for option in range(view.options[issue]):
                    scores[issue, option] = party.values[issue, option]
        """,
        "",
    ),
    "efforts by name": (
        "mediator_style",
        """
        @mediator_style
        def mine(mediator, view):
            return Efforts(caucus=1.0, relay=1 - view.clock)
        """,
        "",
    ),
    "helper marked as a rule": (
        "strategy",
        """
        @rule
        def half(x):
            return x / 2
        @strategy
        def mine(party, view, issue, option):
            return half(party.values[issue, option])
        """,
        "",
    ),
    "unmarked concession": ("concession", "def mine(party, view):\n    return 1.0 - view.clock\n", ""),
    "talk": ("talk", "def mine(party, view, listener):\n    return Disclosure(1, 0.0)\n", ""),
    "acceptance": ("acceptance", "def mine(party, view, value):\n    return value > 0.55\n", ""),
    "dict and f-string": (
        "strategy",
        """
        @strategy
        def mine(party, view, issue, option):
            weights = {f"{issue:d}": 1.0}
            return party.values[issue, option] * weights[str(issue)]
        """,
        "mine.py:6: format spec in f-strings",
    ),
    "helper without a mark": (
        "strategy",
        """
        def half(x):
            return x / 2
        @strategy
        def mine(party, view, issue, option):
            return half(party.values[issue, option])
        """,
        "mine.py:8: it calls 'half', a plain function; write @rule above that function",
    ),
    "table made outside": (
        "strategy",
        """
        WEIGHTS = {0: 1.0}
        @strategy
        def mine(party, view, issue, option):
            return party.values[issue, option] * WEIGHTS[0]
        """,
        "mine.py:7: it uses 'WEIGHTS', a dict made outside the function",
    ),
}


@needs_numba
@pytest.mark.parametrize("name", GOOD)
def test_a_users_function_is_equal_in_both_executors(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kind, text, why_not = GOOD[name]
    setting = setting_with(written(tmp_path, text), kind)
    player = Player(setting, threads=1)
    rows = player.rows(1, range(8))
    np.testing.assert_array_equal(rows, [watched_row(setting, run) for run in range(8)])
    reason = player.called_back.get("mine", "")
    assert reason.startswith(why_not) if why_not else reason == ""


def test_a_users_function_changes_what_happens(tmp_path: Path) -> None:
    path = written(tmp_path, "def mine(party, view):\n    return 1.0\n")
    rows = [watched_row(setting_with(path, "concession"), run) for run in range(3)]
    assert [row[0] for row in rows] != [1.0, 1.0, 1.0]


BAD = {
    "returns nothing": (
        "strategy",
        "    party.values[issue, option]",
        "(side 1) returned None; a strategy returns",
    ),
    "returns nothing at times": ("strategy", "    if issue == 0:\n        return 1.0", "returned None"),
    "not a number": ("strategy", "    return math.nan", "a finite number"),
    "infinite": ("strategy", "    return math.inf", "a finite number"),
    "text": ("strategy", '    return "0.5"', "returned '0.5'; a strategy returns a finite number"),
    "tuple": ("strategy", "    return 1, 2", "returned (1, 2)"),
    "raises": ("strategy", "    raise ValueError('no, thanks')", "ValueError: no, thanks"),
    "divides by zero": ("strategy", "    return 1 / (option * 0)", "ZeroDivisionError: "),
    "beyond the table": ("strategy", "    return view.trust[99]", "IndexError: "),
    "misspelt": ("strategy", "    return view.clok", "has no attribute 'clok'"),
    "leaves": ("strategy", "    raise SystemExit", "SystemExit"),
    "tuple of efforts": ("mediator_style", "    return (1.0, 1.0)", "returns Efforts(...) of finite numbers"),
    "efforts misspelt": ("mediator_style", "    return Efforts(open_chanel=1.0)", "open_chanel"),
    "efforts not finite": ("mediator_style", "    return Efforts(math.nan, 1.0)", "finite numbers"),
    "too much": ("concession", "    return 1.5", "a number from 0 to 1"),
    "says nothing": ("talk", "    return 3", "Disclosure(items, exaggeration)"),
    "neither yes nor no": (
        "acceptance",
        "    pass",
        "returned None; an acceptance rule returns True or False",
    ),
}
HEADS = {
    "strategy": "@strategy\ndef mine(party, view, issue, option):\n",
    "mediator_style": "@mediator_style\ndef mine(mediator, view):\n",
    "concession": "def mine(party, view):\n",
    "talk": "def mine(party, view, listener):\n",
    "acceptance": "def mine(party, view, understood_value):\n",
}


@pytest.mark.filterwarnings("ignore:divide by zero", "ignore:invalid value")
@pytest.mark.parametrize("name", BAD)
def test_a_bad_function_fails_in_both_executors_with_the_run_named(name: str, tmp_path: Path) -> None:
    kind, body, told = BAD[name]
    path = written(tmp_path, HEADS[kind] + body + "\n")
    swept, watched = fails_in_both(setting_with(path, kind))
    assert told in swept
    assert "mine.py:" in watched


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("    distance = 1.0\n    return distance / int(0)\n", 6),
        ("    return inner(option)\n\ndef inner(x):\n    return x.nothing\n", 8),
    ],
)
def test_the_line_of_the_mistake_is_told_also_within_a_helper(body: str, line: int, tmp_path: Path) -> None:
    path = written(tmp_path, HEADS["strategy"] + body)
    with pytest.raises(FunctionError) as caught:
        watched_row(setting_with(path, "strategy"), 0)
    assert f"mine.py:{line}: mine (side 1): " in str(caught.value)
    assert caught.value.line == line


REFUSED = {
    "no file": ("nothing.py:mine", "strategy", "nothing.py:1:1: there is no such file"),
    "near name": (
        "mine.py:mime",
        "strategy",
        "mine.py:1:1: there is no function 'mime' in this file; did you mean 'mine'?",
    ),
    "no near name": (
        "mine.py:xyz",
        "strategy",
        "there is no function 'xyz' in this file (there is: mine, few)",
    ),
    "parameters": (
        "mine.py:few",
        "strategy",
        "mine.py:6:1: 'few' takes 1 parameter; a strategy takes (party, view, issue",
    ),
    "wrong mark": (
        "mine.py:mine",
        "mediator_style",
        "'mine' is marked as a strategy, it cannot be a mediator style",
    ),
    "no function": ("mine.py:NUMBER", "strategy", "mine.py:8:1: 'NUMBER' is not a function"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    written(tmp_path, HEADS["strategy"] + "    return 1.0\ndef few(party):\n    return 1.0\nNUMBER = 3\n")
    reference, kind, told = REFUSED[name]
    with pytest.raises(PluginError) as caught:
        load_function(reference, tmp_path, kind)
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("def mine(:\n", ":1:10: "),
        (
            "x = 1\nraise ValueError('while\\nreading')\ndef mine(a, b, c, d): pass\n",
            ":2:1: ValueError: while reading",
        ),
        ("import sys\nsys.exit(3)\ndef mine(a, b, c, d): pass\n", ":2:1: SystemExit: 3"),
        ("import nowhere_to_be_found\ndef mine(a, b, c, d): pass\n", ":1:1: ModuleNotFoundError: "),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(text: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PluginError) as caught:
        load_function("broken.py:mine", tmp_path, "strategy")
    assert str(caught.value).startswith(f"{path}{place}")
    assert "\n" not in str(caught.value)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = written(tmp_path, HEADS["concession"] + "    return 0.25\n")
    first = load_function("mine.py:mine", tmp_path, "concession")
    assert load_function("mine.py:mine", tmp_path, "concession") is first
    written(tmp_path, HEADS["concession"] + "    return 0.75\n")
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + 10**9))
    assert load_function("mine.py:mine", tmp_path, "concession")(None, None) == 0.75
