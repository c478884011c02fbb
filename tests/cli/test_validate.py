"""`negotiation-sim validate`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from negotiation_sim.validation import frontier

Call = Callable[..., Any]


def test_one_check_prints_its_rows_and_writes_a_page_with_its_picture(call: Call, tmp_path: Path) -> None:
    said = call("validate", "frontier")
    assert said.code == 0
    assert said.err.splitlines() == ["Checking: The Pareto frontier"]
    assert said.out.splitlines()[0] == "The Pareto frontier (frontier)"
    folder = tmp_path / "results" / "validation"
    page = (folder / "validation.md").read_text(encoding="utf-8")
    assert "![The Pareto frontier](images/validation/frontier.png)" in page
    assert (folder / "images" / "validation" / "frontier.png").read_bytes().startswith(b"\x89PNG")
    assert f"Written: {Path('results') / 'validation' / 'validation.md'}" in said.out


def test_json_is_one_document_and_a_failure_is_exit_code_1(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken once in cli/validate.py: `return 0 if ...` made `return 0`; failed here."""
    monkeypatch.setattr(frontier, "ASKED", 0)
    monkeypatch.setattr(frontier, "pareto_frontier", lambda utilities: np.arange(1))
    said = call("validate", "frontier", "--json", "--out", "here")
    assert said.code == 1
    result = json.loads(said.out)
    assert result["holds"] is False
    (check,) = result["checks"]
    assert check["name"] == "frontier"
    assert [row["holds"] for row in check["rows"]] == [False, True, True]
    assert check["rows"][0]["expected"] == 0
    assert check["rows"][0]["measured"]["value"] > 0


def test_the_page_speaks_the_language_asked_for_and_writes_its_numbers(call: Call, tmp_path: Path) -> None:
    assert call("validate", "alternating_offers", "--lang", "ru", "--out", "here").code == 0
    assert "0,7143" in (tmp_path / "here" / "validation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("fronteer",), "There is no check 'fronteer'"),
        (("fronteer",), "Did you mean 'frontier'?"),
        (("frontier", "solutions"), "solutions"),
    ],
)
def test_wrong_calls(call: Call, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    said = call("validate", *arguments)
    assert said.code == 2
    assert words in said.err
    assert list(tmp_path.iterdir()) == []
