"""All sweeps below a folder as one database."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.folder import begin_manifest
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.results import Results
from negotiation_sim.sweeps.runner import Crew, play
from negotiation_sim.sweeps.view import open_results

Loader = Callable[..., Experiment]


def test_experiments_with_other_factors_stand_in_the_same_tables(
    swept: Results, experiment: Loader, tmp_path: Path
) -> None:
    shutil.copytree(swept.folder, tmp_path / "all" / "swept")
    design = "{kind: grid, factors: {mediator.skill: [0.1, 0.9]}}"
    play(experiment(design=design), tmp_path / "all" / "it's tiny", Crew(1))
    begin_manifest(tmp_path / "all" / "unfinished", experiment(seed="7"))
    (tmp_path / "all" / "run").mkdir()
    (tmp_path / "all" / "run" / "manifest.json").write_text('{"runs": 30}', encoding="utf-8")
    with open_results(tmp_path / "all") as connection:

        def asked(query: str) -> list[tuple[object, ...]]:
            return connection.execute(query).fetchall()

        names = asked("SELECT experiment, points, status FROM experiments ORDER BY points")
        assert names == [
            ('{"en": "A tiny experiment", "ru": "Крошечный опыт", "kk": null}', 2, "complete"),
            ("A sweep with all its rows", 4, "complete"),
        ]
        columns = 'parse_filename(folder), point, "mediator.skill", "mediator.style", runs'
        cells = asked(f"SELECT {columns} FROM summary ORDER BY ALL")
        assert len(cells) == 2 + 8
        assert ("it's tiny", 0, 0.1, None, 20) in cells
        assert ("swept", 1, None, "full", 1050) in cells
        assert asked("SELECT count(*), count(DISTINCT folder) FROM runs") == [(8 * 1050, 1)]
        assert asked("SELECT count(*) FROM differences") == [(4,)]
        assert asked("SELECT DISTINCT typeof(difference), typeof(point) FROM differences") == [("DOUBLE", "BIGINT")]
        assert asked('SELECT DISTINCT typeof("parties.union.utility_given_deal") FROM summary') == [("DOUBLE",)]
        by_runs = asked("SELECT point, arm, count(*) FILTER (ending = 'agreement') FROM runs GROUP BY ALL ORDER BY ALL")
        assert by_runs == asked("SELECT point, arm, agreements FROM summary WHERE runs = 1050 ORDER BY ALL")


def test_a_folder_without_finished_sweeps_is_told(experiment: Loader, tmp_path: Path) -> None:
    begin_manifest(tmp_path / "unfinished", experiment())
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ResultsError, match="there are no finished sweeps in"):
            open_results(folder)
