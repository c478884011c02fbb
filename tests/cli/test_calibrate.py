"""`negotiation-sim calibrate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from negotiation_sim.calibration import rejection
from negotiation_sim.calibration.page import page
from negotiation_sim.calibration.rejection import play
from negotiation_sim.messages.language import ENGLISH

Call = Callable[..., Any]


def test_a_tiny_calibration_writes_the_page_of_its_numbers(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rejection, "SHIPPED_RUNS", 20)
    said = call("calibrate", "--points", "8", "--runs", "20", "--out", "here")
    assert said.code == 0
    assert said.err.splitlines()[-1] == "8 of 8 draws"
    assert "4 of 8 draws, " in said.err
    assert said.err.splitlines()[3].endswith(" left")
    assert said.out.splitlines()[0].startswith("Kept: ")
    assert f"Written: {Path('here') / 'calibration.md'}" in said.out
    assert (tmp_path / "here" / "calibration.md").read_text(encoding="utf-8") == page(play(8, 20), ENGLISH)


def test_an_interruption_leaves_nothing(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken once in cli/calibrate.py: `with output_folder(out)` left out and the folder made; failed here."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rejection, "shares_at", interrupted)
    said = call("calibrate", "--points", "8", "--runs", "20", "--out", "here")
    assert said.code == 130
    assert list(tmp_path.iterdir()) == []


def test_points_that_are_no_power_of_two_are_refused(call: Call, tmp_path: Path) -> None:
    said = call("calibrate", "--points", "100")
    assert said.code == 2
    assert "64 or 128" in said.err
    assert list(tmp_path.iterdir()) == []
