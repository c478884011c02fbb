"""A small experiment that the tests of sweeps play."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.results import Results, load_results
from negotiation_sim.sweeps.runner import Crew, play

SMALL = """\
name: A small experiment
description: Two sides, two arms, six points; the last block of every point is not full.
extends: two_party_textbook
design:
  kind: grid
  factors:
    communication.quality: [0.3, 0.6, 0.9]
    deadline: [4, 8]
arms:
  positions: {parties.*.strategy: position_based}
  interests: {parties.*.strategy: interest_based}
runs: 1200
seed: 3
store: runs
"""


@pytest.fixture(scope="session")
def small_text() -> str:
    return SMALL


@pytest.fixture
def small_file(tmp_path: Path, small_text: str) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(small_text, encoding="utf-8")
    return path


@pytest.fixture
def small(small_file: Path) -> Experiment:
    return load_experiment(small_file)


TINY = """\
name: {en: A tiny experiment, ru: Крошечный опыт}
description: One point, one arm, a few short talks.
extends: two_party_textbook
set: {deadline: 8}
runs: 20
seed: 5
"""


@pytest.fixture
def experiment(tmp_path: Path) -> Callable[..., Experiment]:
    """Loads the tiny experiment with lines added or replaced, each under its key; an empty one takes a line away."""

    def load(**lines: str) -> Experiment:
        kept = [line for line in TINY.splitlines() if line.partition(":")[0] not in lines]
        path = tmp_path / "tiny.yaml"
        path.write_text(
            "\n".join([*kept, *(f"{key}: {value}" for key, value in lines.items() if value)]), encoding="utf-8"
        )
        return load_experiment(path)

    return load


SWEPT = """\
name: A sweep with all its rows
description: A factor of numbers and one of words; the second block of every point is not full.
extends: two_party_textbook
set: {deadline: 8}
design:
  kind: grid
  factors:
    communication.quality: [0.6, 0.9]
    mediator.style: [absent, full]
arms:
  positions: {parties.*.strategy: position_based}
  interests: {parties.*.strategy: interest_based}
runs: 1050
seed: 5
store: runs
"""


@pytest.fixture(scope="session")
def swept(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """What this sweep left, for tests that only read it."""
    folder = tmp_path_factory.mktemp("swept")
    (folder / "swept.yaml").write_text(SWEPT, encoding="utf-8")
    play(load_experiment(folder / "swept.yaml"), folder / "out", Crew(2))
    return load_results(folder / "out")
