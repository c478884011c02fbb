"""Files of experiments mutated at random: every one loads and can be played, or is explained at places in it."""

from __future__ import annotations

import random
import runpy
from collections import Counter
from pathlib import Path

from negotiation_sim.scenario import ScenarioError
from negotiation_sim.sweeps.loading import load_experiment

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz_scenarios.py"
GRID = """\
name: {en: A test, ru: Проба}
description: What a file may hold.
extends: two_party_textbook
set: {deadline: 20}
design:
  kind: grid
  factors:
    communication.quality: {from: 0.1, to: 0.5, points: 5}
    mediator.enters: {from: 1, to: 9, points: 3}
    parties.*.strategy: [position_based, interest_based]
arms:
  alone: {}
  mediated: {mediator.style: facilitative}
labels: {alone: {en: Alone, ru: Одни}}
stop: {half_width: 0.05, of: differences, at_least: 2000, at_most: 5000}
figures:
  zone: {kind: zone, point: {communication.quality: 0.3, mediator.enters: 5, parties.*.strategy: interest_based}}
  time: {kind: time_to_agreement, point: 3}
"""
TABLE = """\
name: A test
description: What a file may hold.
extends: two_party_textbook
design:
  kind: table
  points:
    - {communication.quality: 0.1, deadline: 5}
    - {communication.quality: 0.2, deadline: 15}
runs: 2000
figures:
  two: {kind: curves, x: communication.quality, at: {deadline: 15}}
"""


def test_every_mutated_file_loads_or_is_explained(tmp_path: Path) -> None:
    mutated = runpy.run_path(str(SCRIPT))["mutated"]
    chance = random.Random(2024)
    file = tmp_path / "mutated.yaml"
    counts: Counter[str] = Counter()
    for _ in range(150):
        file.write_bytes(mutated(chance.choice((GRID, TABLE)), GRID, chance))
        try:
            experiment = load_experiment(file)
        except ScenarioError as error:
            assert all(problem.line >= 1 and problem.column >= 1 for problem in error.problems)
            counts["explained"] += 1
            continue
        last = len(experiment.points) - 1
        assert experiment.cell(last, next(iter(experiment.arms))).name
        assert len(experiment.sha256) == 64
        counts["loaded"] += 1
    assert counts["loaded"] > 5
    assert counts["explained"] > 80
