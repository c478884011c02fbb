"""Shards of folders of their own are brought into one, or what is wrong with them is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.merging import merge
from negotiation_sim.sweeps.mistakes import ResultsError, SweepError
from negotiation_sim.sweeps.parts import BLOCKS
from negotiation_sim.sweeps.results import load_results
from negotiation_sim.sweeps.runner import Crew, play
from negotiation_sim.sweeps.units import Shard

Loader = Callable[..., Experiment]
DESIGN = "{kind: grid, factors: {mediator.skill: [0.1, 0.5, 0.9]}}"


@pytest.fixture
def shards(experiment: Loader, tmp_path: Path) -> list[Path]:
    loaded = experiment(design=DESIGN)
    folders = [tmp_path / f"shard{number}" for number in range(2)]
    for number, folder in enumerate(folders):
        play(loaded, folder, Crew(1), Shard(number, 2))
    return folders


def test_a_missing_shard_is_named_and_the_sweep_plays_it(
    shards: list[Path], experiment: Loader, tmp_path: Path
) -> None:
    with pytest.raises(SweepError, match=r"1 units of work are missing \(of points 1 to 1\); `negotiation-sim sweep`"):
        merge(shards[:1], tmp_path / "out")
    with pytest.raises(ResultsError, match="has not ended"):
        load_results(tmp_path / "out")
    assert play(experiment(design=DESIGN), tmp_path / "out", Crew(1)).played == 20
    merge(shards, tmp_path / "other")
    merge([*shards, *shards], tmp_path / "other")  # again and twice: nothing changes
    summaries = {(tmp_path / folder / "summary.csv").read_bytes() for folder in ("out", "other")}
    assert len(summaries) == 1
    assert load_results(tmp_path / "out").manifest["digest"] == load_results(tmp_path / "other").manifest["digest"]


def test_a_damaged_shard_is_named_and_stays_as_it_is(shards: list[Path], tmp_path: Path) -> None:
    part = next((shards[1] / BLOCKS).iterdir())
    part.write_bytes(part.read_bytes()[:100])
    with pytest.raises(SweepError, match=rf"{part.name} is damaged; play that shard once more"):
        merge(shards, tmp_path / "out")
    assert part.exists()


def test_shards_of_another_experiment_or_version_are_never_mixed_in(
    shards: list[Path], experiment: Loader, tmp_path: Path
) -> None:
    play(experiment(seed="6", design=DESIGN), tmp_path / "other", Crew(1))
    with pytest.raises(SweepError, match=r"other holds the results of another experiment \(seed\)"):
        merge([*shards, tmp_path / "other"], tmp_path / "out")
    with pytest.raises(SweepError, match="shard0 holds the results of another experiment"):
        merge([tmp_path / "other", *shards], tmp_path / "out")
    with pytest.raises(SweepError, match="other holds the results of another experiment"):
        merge(shards, tmp_path / "other")
    manifest = json.loads((shards[1] / "manifest.json").read_text(encoding="utf-8"))
    (shards[1] / "manifest.json").write_text(json.dumps({**manifest, "source_hash": "another"}), encoding="utf-8")
    with pytest.raises(SweepError, match="shard1 was made by another version of the program"):
        merge(shards, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_without_a_sweep_is_named(shards: list[Path], tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="nowhere holds no results"):
        merge([tmp_path / "nowhere"], tmp_path / "out")
    with pytest.raises((ResultsError, SweepError), match="nowhere holds no results"):
        merge([*shards, tmp_path / "nowhere"], tmp_path / "out")
    assert not (tmp_path / "out").exists()
