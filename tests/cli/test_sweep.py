"""`negotiation-sim sweep`: what it says beforehand, meanwhile and afterwards, and to wrong calls."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture
def file(tmp_path: Path, swept_text: str) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(swept_text, encoding="utf-8")
    return path


def test_it_tells_the_cost_then_progress_then_where_the_files_are(call: Call, file: Path, swept_folder: Path) -> None:
    said = call("sweep", file.name, "--workers", "1")
    assert said.code == 0
    lines = said.err.splitlines()
    assert lines[0] == "points: 2; arms: 2; negotiations: 160"
    assert lines[1].startswith("about ")
    assert "with 1 worker, at most 0" in lines[1]
    assert lines[2] == "0 of 160 negotiations (0%)"
    assert lines[-1].startswith("160 of 160 negotiations (100%)")
    first, *written = said.out.splitlines()
    assert first.startswith("negotiations played: 160, in ")
    assert first.endswith("(workers: 1, threads)")
    names = ["summary.csv", "differences.csv", "manifest.json", "rates.png", "rates.svg"]
    assert written == [f"Written: {Path('results/small') / name}" for name in names]
    assert all((Path("results/small") / name).stat().st_size > 0 for name in names)
    for name in ("summary.csv", "differences.csv", "design.csv"):
        assert (Path("results/small") / name).read_bytes() == (swept_folder / name).read_bytes()
    again = call("sweep", file.name)
    assert again.code == 0
    assert again.out.splitlines() == written


def test_a_dry_run_plays_and_writes_nothing(call: Call, file: Path) -> None:
    said = call("sweep", file.name, "--dry-run")
    assert (said.code, said.out) == (0, "")
    assert said.err.splitlines()[0] == "points: 2; arms: 2; negotiations: 160"
    assert [path.name for path in Path().iterdir()] == ["small.yaml"]


def test_under_stop_the_cost_has_two_ends(call: Call, file: Path, swept_text: str) -> None:
    stop = "stop: {half_width: 0.001, at_least: 1000, at_most: 500000}"
    file.write_text(swept_text.replace("runs: 40", stop), encoding="utf-8")
    said = call("sweep", file.name, "--dry-run", "--workers", "1")
    assert said.err.splitlines()[0] == "points: 2; arms: 2; negotiations: 4,000 at least, 2,000,000 at most"
    assert " to " in said.err.splitlines()[1]


def test_json_is_one_document_and_nothing_else_on_standard_output(call: Call, file: Path, swept_folder: Path) -> None:
    document = json.loads(call("sweep", file.name, "--json", "--no-picture", "--out", "out").out)
    manifest = json.loads((swept_folder / "manifest.json").read_text(encoding="utf-8"))
    assert document["digest"] == manifest["digest"]
    assert document["experiment"] == {"name": "A small sweep", "sha256": manifest["experiment_sha256"]}
    assert (document["status"], document["played"], document["points"]) == ("complete", 160, 2)
    assert document["arms"] == ["positions", "interests"]
    assert document["set_aside"] == []
    assert [Path(path).name for path in document["files"]] == ["summary.csv", "differences.csv", "manifest.json"]
    assert not list(Path("out").glob("*.png"))


def test_it_speaks_the_language_of_the_call(call: Call, file: Path) -> None:
    said = call("sweep", file.name, "--dry-run", "--lang", "ru")
    assert said.code == 0
    assert call("sweep", "--help", "--lang", "ru").code == 0


def test_shards_in_one_folder_end_with_the_tables(call: Call, file: Path, swept_folder: Path) -> None:
    first = call("sweep", file.name, "--shard", "0/2", "--out", "out")
    assert first.code == 0
    assert "This part is played; others are missing." in first.out
    assert "Written" not in first.out
    assert not Path("out/summary.csv").exists()
    document = json.loads(call("sweep", file.name, "--shard", "1/2", "--out", "out", "--json").out)
    assert document["status"] == "complete"
    assert Path("out/summary.csv").read_bytes() == (swept_folder / "summary.csv").read_bytes()


@pytest.mark.parametrize("shard", ["2/2", "-1/2", "1", "a/b", "0/", "/", "0/0", "0/100001", "1/2/3", "²/4"])
def test_a_malformed_shard_is_refused(call: Call, file: Path, shard: str) -> None:
    said = call("sweep", file.name, f"--shard={shard}")
    assert said.code == 2
    assert "write the number of the part, from 0, and how many there are, such as 0/64" in said.err
    assert not Path("results").exists()


PLUG_IN = "def mine(party, view):\n    assert view.deadline != {deadline}, 'no'\n    return 1.0 - view.clock\n"


def test_what_was_set_aside_is_named_and_the_code_is_1(call: Call, file: Path) -> None:
    Path("mine.py").write_text(PLUG_IN.format(deadline=6), encoding="utf-8")
    file.write_text(
        "name: Mine\ndescription: One of three points fails.\nextends: two_party_textbook\nruns: 20\n"
        "design: {kind: grid, factors: {deadline: [4, 6, 8]}}\n"
        "arms: {plain: {}, mine: {defaults.rules.concession: 'mine.py:mine'}}\n"
        "figures: {rates: {kind: curves, x: deadline}}\n",
        encoding="utf-8",
    )
    said = call("sweep", file.name, "--out", "out")
    assert said.code == 1
    (line,) = [line for line in said.err.splitlines() if line.startswith("set aside")]
    assert line.startswith("set aside: point 1 (deadline=6), runs 0 to 19: mine: run 0: FunctionError: mine.py:2: mine")
    points = [row["point"] for row in csv.DictReader(Path("out/summary.csv").read_text().splitlines())]
    assert points == ["0", "0", "2", "2"]
    assert Path("out/rates.png").exists()
    document = call("sweep", file.name, "--out", "out", "--json")
    assert document.code == 1
    (aside,) = json.loads(document.out)["set_aside"]
    assert (aside["point"], aside["block"], aside["runs"]) == (1, 0, 20)
    Path("mine.py").write_text(PLUG_IN.format(deadline=600), encoding="utf-8")
    mended = call("sweep", file.name, "--out", "out")
    assert mended.code == 1
    assert mended.err.splitlines()[-1] == (
        "out holds the results of another experiment (a plug-in file); nothing was changed; "
        "choose another folder with --out"
    )


def test_where_every_point_fails_that_is_what_is_said(call: Call, file: Path) -> None:
    Path("mine.py").write_text(PLUG_IN.format(deadline=8), encoding="utf-8")
    file.write_text(
        "name: Mine\ndescription: It always fails.\nextends: two_party_textbook\nruns: 20\nset: {deadline: 8}\n"
        "design: {kind: grid, factors: {communication.quality: [0.5, 1.0]}}\n"
        "arms: {mine: {defaults.rules.concession: 'mine.py:mine'}}\n"
        "figures: {rates: {kind: curves, x: communication.quality}}\n",
        encoding="utf-8",
    )
    said = call("sweep", file.name, "--out", "out")
    assert said.code == 1
    assert "the time is not known" in said.err
    assert said.err.count("set aside: point") == 2
    assert Path("out/summary.csv").read_text().splitlines() == ["point,communication.quality,arm,runs"]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("design: {kind: grid, factors: {communication.qualty: [0.5]}}", "did you mean 'quality'"),
        ("runs: none", "small.yaml:4:7"),
        ("store: all", "small.yaml:4:8"),
        (
            "design: {kind: grid, factors: {communication.quality: {from: 0, to: 1, points: 1000000},"
            " mediator.skill: {from: 0, to: 1, points: 1000000}}}",
            "small.yaml:4",
        ),
    ],
)
def test_mistakes_of_the_file_are_shown_with_their_place(call: Call, file: Path, lines: str, words: str) -> None:
    file.write_text(f"name: N\ndescription: D\nextends: two_party_textbook\n{lines}\n", encoding="utf-8")
    said = call("sweep", file.name)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert not Path("results").exists()


def test_a_file_that_is_not_there_and_a_folder_that_cannot_be_made(call: Call, file: Path) -> None:
    assert call("sweep", "nothing.yaml").code == 2
    Path("taken").write_text("a file", encoding="utf-8")
    said = call("sweep", file.name, "--out", "taken/deeper")
    assert said.code == 1
    assert "taken" in said.err.splitlines()[-1]


def test_a_wrong_scheduler_is_one_line(call: Call, file: Path) -> None:
    pytest.importorskip("distributed")
    said = call("sweep", file.name, "--scheduler", "nonsense://here")
    assert said.code == 1
    assert said.err.splitlines()[-1].startswith("no Dask scheduler answers at nonsense://here: ")


@pytest.mark.parametrize(
    ("module", "library", "extra", "arguments"),
    [
        ("distributed", "Dask", "cluster", ("--scheduler", "tcp://127.0.0.1:8786")),
        ("SALib.sample.sobol", "SALib", "stats", ()),
    ],
)
def test_a_library_that_is_missing_is_asked_for_in_one_line(
    call: Call,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    library: str,
    extra: str,
    arguments: tuple[str, ...],
) -> None:
    if library == "SALib":
        design = "design: {kind: saltelli, samples: 2, factors: {communication.quality: {from: 0.1, to: 1.0}}}\n"
        text = f"name: N\ndescription: D\nextends: two_party_textbook\n{design}"
        file.write_text(text, encoding="utf-8")
    monkeypatch.setitem(sys.modules, module, None)
    said = call("sweep", file.name, *arguments)
    assert said.code == 2
    (line,) = [line for line in said.err.splitlines() if "not installed" in line]
    assert line.endswith(f"{library} is not installed: pip install 'negotiation-sim[{extra}]'")
