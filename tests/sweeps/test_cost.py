"""What a sweep will cost, told before it begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from negotiation_sim.sweeps import cost
from negotiation_sim.sweeps.cost import cost_of
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.results import Results

Loader = Callable[..., Experiment]
DESIGN = "{kind: grid, factors: {mediator.skill: [0.1, 0.5, 0.9]}}"
STOP = "{half_width: 0.02, at_least: 1000, at_most: 9000}"


def test_points_arms_and_negotiations(experiment: Loader) -> None:
    told = cost_of(experiment(design=DESIGN, arms="{one: {}, other: {mediator.style: full}}", runs="1200"))
    assert (told.points, told.arms, told.least, told.most) == (3, 2, 7200, 7200)
    assert told.least_seconds == told.most_seconds > 0.0
    stopped = cost_of(experiment(design=DESIGN, stop=STOP, runs=""))
    assert (stopped.least, stopped.most) == (3000, 27_000)
    assert stopped.least_seconds < stopped.most_seconds


def test_the_room_on_disk_is_enough_and_of_the_right_size(swept: Results) -> None:
    files = sum(path.stat().st_size for path in (swept.folder / "parts").rglob("*.parquet"))
    assert files < cost_of(swept.experiment).most_bytes < files * 10


def test_nothing_is_written(experiment: Loader, tmp_path: Path) -> None:
    cost_of(experiment())
    assert [path.name for path in tmp_path.iterdir()] == ["tiny.yaml"]


def test_a_rule_that_fails_at_some_points_is_left_out_of_the_estimate(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.py").write_text(
        "def mine(party, view):\n    assert view.deadline != 4, 'too short'\n    return 1.0 - view.clock\n",
        encoding="utf-8",
    )
    arms = '{mine: {defaults.rules.concession: "mine.py:mine"}}'
    somewhere = experiment(set="", design="{kind: grid, factors: {deadline: [4, 6, 8]}}", arms=arms)
    assert (cost_of(somewhere).least_seconds or 0.0) > 0.0
    nowhere = experiment(set="{deadline: 4}", arms=arms)
    assert cost_of(nowhere).least_seconds is None
    monkeypatch.setattr(cost, "runs_as_plain_python", lambda experiment: True)
    monkeypatch.setattr(cost, "_tried", _die)
    assert cost_of(somewhere).least_seconds is None


def _die(experiment: Experiment) -> None:
    """Stands for a rule that ends the process it is played in; that is not this one."""
    import os

    os._exit(9)
