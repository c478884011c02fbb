"""A file of the other kind: which command plays it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("command", ["run", "watch", "explain"])
def test_an_experiment_is_swept(call: Callable[..., Any], tmp_path: Path, swept_text: str, command: str) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(swept_text, encoding="utf-8")
    said = call(command, file.name)
    assert said.code == 2
    assert f"`negotiation-sim sweep {file.name}` plays it" in said.err


@pytest.mark.parametrize("command", ["sweep", "sensitivity"])
def test_a_scenario_is_run(call: Callable[..., Any], command: str) -> None:
    said = call(command, "tight_zone")
    assert said.code == 2
    assert "`negotiation-sim run tight_zone` plays it" in said.err


def test_a_file_that_is_not_there_is_told_as_such(call: Callable[..., Any]) -> None:
    for command in ("run", "sweep"):
        said = call(command, "nothing.yaml")
        assert said.code == 2
        assert "there is no file 'nothing.yaml'" in said.err
