"""The whole program in this process, and a small sweep that the tests of several commands read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from negotiation_sim.cli import main

SWEPT = """\
name: {en: A small sweep, ru: Малый опыт}
description: Two points, two arms, all rows.
extends: two_party_textbook
set: {deadline: 8, mediator.style: full}
design: {kind: grid, factors: {communication.quality: [0.6, 0.9]}}
arms:
  positions: {parties.*.strategy: position_based}
  interests: {parties.*.strategy: interest_based}
labels:
  interests: {en: by interests, ru: по интересам}
runs: 40
seed: 5
store: runs
figures:
  rates: {kind: curves, x: communication.quality}
"""


class Said(NamedTuple):
    """What a call of the program said, and with which code it ended."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


def said_by(capture: pytest.CaptureFixture[str], arguments: tuple[object, ...]) -> Said:
    before = sys.argv
    sys.argv = ["negotiation-sim", *map(str, arguments)]
    try:
        with pytest.raises(SystemExit) as stopped:
            main()
    finally:
        sys.argv = before
    code = stopped.value.code
    assert isinstance(code, int)
    return Said(code, *capture.readouterr())


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The program as called in a folder of its own; it never leaves a traceback."""
    monkeypatch.chdir(tmp_path)

    def called(*arguments: object) -> Said:
        said = said_by(capsys, arguments)
        assert "Traceback" not in said.err
        assert "should not have happened" not in said.err
        return said

    return called


@pytest.fixture(scope="session")
def swept_text() -> str:
    return SWEPT


@pytest.fixture(scope="session")
def swept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the small sweep, only to be read."""
    from negotiation_sim.sweeps.loading import load_experiment
    from negotiation_sim.sweeps.sweeping import sweep_into

    folder = tmp_path_factory.mktemp("small")
    (folder / "small.yaml").write_text(SWEPT, encoding="utf-8")
    sweep_into(load_experiment(folder / "small.yaml"), folder / "out", pictures=False)
    return folder / "out"
