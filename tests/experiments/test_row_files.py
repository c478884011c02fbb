"""Rows of single runs on disk."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from negotiation_sim.experiments.comparison import compare_arms
from negotiation_sim.experiments.row_files import row_file
from negotiation_sim.experiments.simulation import simulate
from negotiation_sim.scenario import load_scenario


def test_each_row_is_the_run_it_names(tmp_path: Path) -> None:
    scenario = load_scenario("two_party_textbook", ["communication.quality=0.5"])
    with row_file(tmp_path / "rows.csv", scenario) as write:
        compare_arms(scenario, 7, seed=2, each_block=write)
    lines = list(csv.DictReader((tmp_path / "rows.csv").read_text(encoding="utf-8").splitlines()))
    assert len(lines) == 7 * len(scenario.arms)
    for name, settings in scenario.arms.items():
        table = simulate(scenario.with_settings(settings), 7, seed=2).to_pandas()
        for line in (line for line in lines if line["arm"] == name):
            run = table.loc[int(line["run"])]
            assert line["communication.quality"] == "0.5"
            assert line["ending"] == run["ending"]
            assert float(line["joint_value"]) == run["joint_value"]
            assert int(line["rounds"]) == run["rounds"]


@pytest.mark.parametrize("name", ["rows.csv", "rows.parquet"])
def test_a_failure_leaves_nothing(tmp_path: Path, name: str) -> None:
    scenario = load_scenario("two_party_textbook")
    with pytest.raises(RuntimeError, match="stop"), row_file(tmp_path / name, scenario):
        raise RuntimeError("stop")
    assert list(tmp_path.iterdir()) == []
