"""`sweep`, the door of the Python library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from negotiation_sim.scenario.problems import ScenarioError
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.results import load_results
from negotiation_sim.sweeps.runner import Crew
from negotiation_sim.sweeps.sweeping import default_folder, sweep, sweep_into
from negotiation_sim.sweeps.units import Shard

Loader = Callable[..., Experiment]


def test_a_file_or_an_experiment_goes_in_and_results_come_out(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = experiment()
    results = sweep("tiny.yaml", workers=1)
    assert results.folder == default_folder(loaded) == Path("results/tiny")
    assert results.summary["runs"].tolist() == [20]
    again = sweep(loaded, tmp_path / "elsewhere")
    assert again.manifest["digest"] == results.manifest["digest"]
    assert len(sweep(loaded, tmp_path / "elsewhere").manifest["commands"]) == 2


def test_mistakes_of_the_file_come_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("extends: two_party_textbook\nruns: none\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"wrong\.yaml:2:7"):
        sweep(tmp_path / "wrong.yaml", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_point_set_aside_is_an_error_and_the_tables_are_there(experiment: Loader, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(
        "def mine(party, view):\n    assert view.deadline != 6, 'no'\n    return 1.0 - view.clock\n", encoding="utf-8"
    )
    arms = '{mine: {defaults.rules.concession: "mine.py:mine"}}'
    loaded = experiment(set="", design="{kind: grid, factors: {deadline: [4, 6, 8]}}", arms=arms)
    with pytest.raises(SweepError, match=r"point 1 was set aside: mine: run 0: .*mine\.py:2"):
        sweep(loaded, tmp_path / "out")
    assert load_results(tmp_path / "out").summary["point"].tolist() == [0, 2]


def test_a_shard_alone_leaves_neither_tables_nor_pictures(experiment: Loader, tmp_path: Path) -> None:
    design = "{kind: grid, factors: {communication.quality: [0.5, 1.0]}}"
    figures = "{rates: {kind: curves, x: communication.quality}}"
    loaded = experiment(design=design, figures=figures)
    first = sweep_into(loaded, tmp_path / "out", Crew(1), Shard(0, 2))
    assert (first.status, first.pictures, first.digest) == ("unfinished", (), None)
    assert not list((tmp_path / "out").glob("*.png"))
    assert not (tmp_path / "out" / "summary.csv").exists()
    second = sweep_into(loaded, tmp_path / "out", Crew(1), Shard(1, 2))
    assert second.status == "complete"
    assert [path.name for path in second.pictures] == ["rates.png", "rates.svg"]
    assert all(path.exists() for path in second.pictures)
