"""`negotiation-sim sensitivity`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
TEXT = """\
name: Which of two
description: Nothing can be invented here, so the chance of it matters nothing.
extends: two_party_textbook
set: {{deadline: 8, mediator.style: full}}
design:
  kind: {kind}
  samples: {samples}
  factors:
    invention.chance: {{from: 0.0, to: 1.0}}
    communication.quality: {{from: 0.1, to: 1.0}}
runs: 20
"""


@pytest.mark.parametrize(
    ("kind", "points", "heads"), [("saltelli", 32, ["first", "total"]), ("morris", 24, ["strength", "mean", "spread"])]
)
def test_the_strongest_factor_comes_first_and_the_check_by_halves_beside_it(
    call: Call, tmp_path: Path, kind: str, points: int, heads: list[str]
) -> None:
    (tmp_path / "which.yaml").write_text(TEXT.format(kind=kind, samples=8), encoding="utf-8")
    said = call("sensitivity", "which.yaml", "--out", "out")
    assert said.code == 0, said.err
    assert said.err.startswith(f"points: {points}; arms: 1; negotiations: {20 * points}")
    title, _, arm, head, strongest, weakest, verdict, *_ = said.out.splitlines()
    assert (title, arm) == ("Which of two", "as written")
    assert all(word in head for word in [*heads, "half", "95%"])
    assert strongest.lower().startswith("communication quality")
    assert "0.00" in weakest
    assert verdict
    document = json.loads(call("sensitivity", "which.yaml", "--out", "out", "--json").out)
    indices = document["arms"]["as written"]
    assert indices["factors"] == ["invention.chance", "communication.quality"]
    assert (indices["reason"], type(indices["enough_runs"])) == (verdict, bool)
    strengths = indices["total" if kind == "saltelli" else "strength"]
    assert strengths[0]["value"] == 0.0 < strengths[1]["value"]


def test_another_design_is_refused_before_anything_is_played(call: Call, tmp_path: Path, swept_text: str) -> None:
    (tmp_path / "small.yaml").write_text(swept_text, encoding="utf-8")
    said = call("sensitivity", "small.yaml")
    assert (said.code, said.out) == (2, "")
    assert said.err == "sensitivity needs a design of the kind saltelli or morris\n"
    assert not Path("results").exists()


def test_points_that_were_set_aside_are_named_and_no_indices_are_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(
        "def mine(party, view):\n    assert view.deadline != 6, 'no'\n    return 1.0 - view.clock\n", encoding="utf-8"
    )
    text = TEXT.format(kind="saltelli", samples=2).replace("invention.chance: {from: 0.0, to: 1.0}", "deadline: [4, 6]")
    text = text.replace("deadline: 8, ", "") + 'arms: {mine: {defaults.rules.concession: "mine.py:mine"}}\n'
    (tmp_path / "which.yaml").write_text(text, encoding="utf-8")
    said = call("sensitivity", "which.yaml", "--out", "out")
    assert (said.code, said.out) == (1, "")
    assert "set aside: point" in said.err
    assert "mine.py:2" in said.err
    assert said.err.splitlines()[-1] == "Without these points there are no indices."
