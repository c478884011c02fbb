"""What is read from a results folder agrees with itself and with negotiations that are played once more."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from negotiation_sim.experiments.comparison import Point, point_document
from negotiation_sim.experiments.simulation import simulate
from negotiation_sim.sweeps import folder, parts
from negotiation_sim.sweeps import results as results_module
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.mistakes import ResultsError, SweepError
from negotiation_sim.sweeps.results import Results, load_results, read_experiment
from negotiation_sim.sweeps.runner import Crew, play

Loader = Callable[..., Experiment]
CELL = 1, "interests"  # quality 0.6 with a full mediator: agreements and failures both


@pytest.fixture
def copied(swept: Results, tmp_path: Path) -> Path:
    """The folder of the sweep, to be spoilt."""
    return Path(shutil.copytree(swept.folder, tmp_path / "copied"))


def test_the_summary_is_what_simulate_gives_for_the_same_cell(swept: Results) -> None:
    point, arm = CELL
    result = simulate(swept.experiment.cell(point, arm), runs=1050, seed=5)
    row = swept.summary.query("point == @point and arm == @arm").iloc[0]
    document = point_document(Point(swept.experiment.points[point], result.tally), swept.experiment.scenario)
    assert 0 < row["agreements"] < 1050
    for name in ("runs", "agreements", "agreement_rate", "low", "high", "mean_rounds", "expected_value", "trust"):
        assert row[name] == document[name], name
    for role, side in document["parties"].items():
        for name, value in side.items():
            assert row[f"parties.{role}.{name}"] == value, (role, name)
    assert {name: row[f"endings.{name}"] for name in document["endings"]} == document["endings"]


def test_rows_agreements_and_runs_are_those_of_simulate_to_the_last_bit(swept: Results) -> None:
    point, arm = CELL
    result = simulate(swept.experiment.cell(point, arm), runs=1050, seed=5)
    assert np.array_equal(swept.agreed(point, arm), result.agreed)
    assert np.array_equal(swept.rows(point, arm, range(990, 1050)), result.rows()[990:])
    assert swept.columns == result.columns
    runs = swept.runs.query("point == @point and arm == @arm")
    expected = result.to_pandas()
    assert runs["run"].tolist() == list(range(1050))
    assert runs["ending"].tolist() == expected["ending"].tolist()
    for name in expected.columns.drop("ending"):
        assert np.array_equal(runs[name].to_numpy(), expected[name].to_numpy(), equal_nan=True), name


def test_all_tables_tell_the_same_agreements(swept: Results) -> None:
    assert swept.summary["point"].tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    deals = swept.runs[swept.runs["ending"] == "agreement"].groupby(["point", "arm"]).size()
    for cell in swept.summary.itertuples():
        assert swept.agreed(cell.point, cell.arm).sum() == cell.agreements == deals.get((cell.point, cell.arm), 0)
    for pair in swept.differences.itertuples():
        first, second = swept.agreed(pair.point, pair.first), swept.agreed(pair.point, pair.second)
        counts = pair.both, pair.only_first, pair.only_second, pair.neither
        assert counts == tuple(
            int(both.sum()) for both in (first & second, first & ~second, ~first & second, ~first & ~second)
        )
        assert pair.difference == pytest.approx(first.mean() - second.mean(), abs=1e-12)
        assert pair.low <= pair.difference <= pair.high
    everywhere = swept.agreed_everywhere("positions")
    assert everywhere.shape == (4, 1050)
    assert all(np.array_equal(everywhere[point], swept.agreed(point, "positions")) for point in range(4))


def test_every_table_has_the_factors_of_its_point(swept: Results) -> None:
    for table in (swept.summary, swept.differences, swept.runs):
        found = table[["point", "communication.quality", "mediator.style"]].drop_duplicates()
        assert [tuple(row) for row in found.to_numpy()] == [
            (0, 0.6, "absent"), (1, 0.6, "full"), (2, 0.9, "absent"), (3, 0.9, "full"),
        ]  # fmt: skip


def test_the_experiment_in_the_manifest_is_the_one_that_was_played(swept: Results) -> None:
    read = read_experiment(swept.folder)
    assert read.sha256 == swept.manifest["experiment_sha256"] == swept.experiment.sha256
    assert read.canonical() == swept.experiment.canonical()
    assert [dict(point) for point in read.points] == [dict(point) for point in swept.experiment.points]


def test_a_run_is_told_as_it_was_counted(swept: Results) -> None:
    point, arm = CELL
    run = int(np.argmin(swept.agreed(point, arm)))
    row = swept.runs.query("point == @point and arm == @arm and run == @run").iloc[0]
    ended = list(swept.watch(point, arm, run))[-1].as_json()
    assert (ended["ending"], ended["rounds"]) == (row["ending"], row["rounds"])


@pytest.mark.parametrize(("point", "arm"), [(4, "positions"), (-1, "positions"), (0, "position"), (0, "it's")])
def test_a_cell_that_was_not_played_is_refused(swept: Results, point: int, arm: str) -> None:
    with pytest.raises(ResultsError, match="there is no point"):
        swept.agreed(point, arm)


def test_no_design_is_one_point(experiment: Loader, tmp_path: Path) -> None:
    loaded = experiment(store="runs", arms="{\"it's\": {}, 'b, c': {mediator.style: full}}")
    play(loaded, tmp_path / "it's here", Crew(1))
    results = load_results(tmp_path / "it's here")
    assert results.summary[["point", "arm", "runs"]].to_numpy().tolist() == [[0, "it's", 20], [0, "b, c", 20]]
    assert len(results.runs) == 40
    assert results.agreed(0, "b, c").shape == (20,)


def test_without_rows_single_runs_can_still_be_counted_and_replayed(experiment: Loader, tmp_path: Path) -> None:
    loaded = experiment()
    play(loaded, tmp_path / "out", Crew(1))
    results = load_results(tmp_path / "out")
    with pytest.raises(ResultsError, match=r"keeps no rows of single runs; write `store: runs`"):
        _ = results.runs
    rows = results.rows(0, "as written", range(20))
    assert np.array_equal(rows[:, 0] == 1, results.agreed(0, "as written"))


def test_more_runs_into_the_same_folder_count_once(experiment: Loader, tmp_path: Path) -> None:
    """Blocks of another size that lie there from before belong to no table."""
    tables = []
    for runs, where in (("1010", "out"), ("1020", "out"), ("1010", "out"), ("1020", "fresh")):
        play(experiment(store="runs", runs=runs), tmp_path / where, Crew(1))
        results = load_results(tmp_path / where)
        agreed = results.agreed(0, "as written")
        assert len(agreed) == len(results.runs) == int(runs)
        tables.append(((tmp_path / where / "summary.csv").read_bytes(), results.manifest["digest"]))
    assert tables[2] == tables[0]
    assert tables[3] == tables[1] != tables[0]


def test_an_unfinished_sweep_says_so(copied: Path) -> None:
    path = copied / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "status": "unfinished"}), encoding="utf-8")
    with pytest.raises(ResultsError, match="has not ended; the same `negotiation-sim sweep` goes on with it"):
        load_results(copied)
    assert read_experiment(copied).seed == 5  # which is enough for `watch`


def test_results_of_another_version_can_be_read_but_not_played_once_more(
    swept: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (folder, parts, results_module):
        monkeypatch.setattr(module, "source_hash", lambda: "a newer version")
    results = load_results(swept.folder)
    assert np.array_equal(results.agreed(*CELL), swept.agreed(*CELL))
    assert len(results.runs) == 8 * 1050
    for replay in (lambda: results.rows(*CELL, range(1)), lambda: results.watch(*CELL, 0)):
        with pytest.raises(
            ResultsError, match=r"made by another version of the program \(\w+, this is a newer version\)"
        ):
            replay()
    with pytest.raises(SweepError, match="its results cannot be gone on with"):
        play(swept.experiment, swept.folder)


def test_rules_of_ones_own_are_found_from_anywhere_and_missed_when_they_are_gone(
    experiment: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.py").write_text("def mine(party, view):\n    return 1.0 - view.clock\n", encoding="utf-8")
    experiment(arms='{mine: {defaults.rules.concession: "mine.py:mine"}}')
    play(load_experiment("tiny.yaml"), Path("out"), Crew(1))
    monkeypatch.chdir("/")
    results = load_results(tmp_path / "out")
    assert np.array_equal(results.rows(0, "mine", range(20))[:, 0] == 1, results.agreed(0, "mine"))
    (tmp_path / "mine.py").write_text("def mine(party, view):\n    return 1.0\n", encoding="utf-8")
    with pytest.raises(ResultsError, match="its design or its plug-ins are not those of its manifest"):
        read_experiment(tmp_path / "out")
    (tmp_path / "mine.py").unlink()
    with pytest.raises(ResultsError, match=r"needs a file with rules of its own, which is not there: .*mine\.py"):
        read_experiment(tmp_path / "out")
    assert load_results(tmp_path / "out").summary["runs"].tolist() == [20]


def test_an_edited_design_is_not_believed(copied: Path) -> None:
    design = copied / "design.csv"
    design.write_text(design.read_text(encoding="utf-8").replace("0.6", "0.7"), encoding="utf-8")
    with pytest.raises(ResultsError, match="is damaged: its design or its plug-ins are not those of its manifest"):
        _ = load_results(copied).experiment


@pytest.mark.parametrize("spoil", ["arms", "design", "scenario"])
def test_an_edited_manifest_is_not_believed(copied: Path, spoil: str) -> None:
    path = copied / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    del manifest["experiment"][spoil]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ResultsError, match=r"manifest\.json is damaged"):
        _ = load_results(copied).experiment


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", None])
def test_damaged_tables_are_told(copied: Path, content: bytes | None) -> None:
    for name in ("summary.csv", "differences.csv"):
        (copied / name).unlink() if content is None else (copied / name).write_bytes(content)
    results = load_results(copied)
    with pytest.raises(ResultsError, match=r"summary\.csv is missing or damaged"):
        _ = results.summary
    with pytest.raises(ResultsError, match=r"differences\.csv is missing or damaged"):
        _ = results.differences
    with pytest.raises(ResultsError, match=r"summary\.csv is missing or damaged"):
        _ = results.runs


@pytest.mark.parametrize("kind", ["blocks", "runs"])
@pytest.mark.parametrize("spoil", ["cut", "take away"])
def test_nothing_is_told_of_runs_while_a_part_is_missing_or_damaged(copied: Path, kind: str, spoil: str) -> None:
    part = max((copied / "parts" / kind).iterdir())
    part.unlink() if spoil == "take away" else part.write_bytes(part.read_bytes()[:1000])
    results = load_results(copied)
    with pytest.raises(
        ResultsError, match="is damaged: some parts of it cannot be read; the same `negotiation-sim sweep`"
    ):
        _ = results.runs
    with pytest.raises(ResultsError, match="is damaged"):
        results.agreed(*CELL)


def test_a_folder_without_results_is_told(tmp_path: Path) -> None:
    for nowhere in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ResultsError, match=r"holds no results: there is no manifest\.json"):
            load_results(nowhere)
