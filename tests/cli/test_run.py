"""`negotiation-sim run`, as a process: table, picture, files, JSON, and what it says to bad input."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "negotiation_sim")
CASE = "two_party_textbook"
QUICK = ("--runs", "30", "--space", "5")


def call(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], cwd=cwd, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run")


@pytest.fixture(scope="module")
def done(folder: Path) -> subprocess.CompletedProcess[str]:
    return call("run", CASE, *QUICK, "--out", "out", "--rows", "rows.parquet", cwd=folder)


def test_it_prints_a_table_with_intervals_and_paired_differences(
    done: subprocess.CompletedProcess[str],
) -> None:
    assert done.returncode == 0, done.stderr
    assert "agree %" in done.stdout
    assert "difference under the same luck" in done.stdout
    assert "As communication quality goes from" in done.stdout
    assert "Traceback" not in done.stderr


def test_it_writes_whole_files(done: subprocess.CompletedProcess[str], folder: Path) -> None:
    out = folder / "out"
    names = {"agreement.png", "agreement.svg", "summary.csv", "results.json", "manifest.json"}
    assert {path.name for path in out.iterdir()} == names
    assert (out / "agreement.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (out / "agreement.svg").read_text(encoding="utf-8")
    rows = list(csv.DictReader((out / "summary.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 40
    arms = {"positions", "positions with mediator", "interests", "interests with mediator"}
    assert {row["arm"] for row in rows} == arms


def test_the_rows_are_those_that_were_counted(done: subprocess.CompletedProcess[str], folder: Path) -> None:
    import duckdb

    counted = duckdb.sql(
        f"SELECT arm, \"communication.quality\" q, count(*) n, sum(ending = 'agreement') a "
        f"FROM '{folder / 'rows.parquet'}' GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    results = json.loads((folder / "out" / "results.json").read_text(encoding="utf-8"))
    expected = sorted(
        (arm["name"], point["at"]["communication.quality"], 30, point["agreements"])
        for arm in results["arms"]
        for point in arm["points"]
    )
    assert counted == expected


def test_the_manifest_suffices_to_repeat_the_run(done: subprocess.CompletedProcess[str], folder: Path) -> None:
    manifest = json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))
    (folder / "again.yaml").write_text(json.dumps(manifest["scenario"]), encoding="utf-8")
    again = call(
        "run",
        "again.yaml",
        "--runs",
        str(manifest["runs"]),
        "--seed",
        str(manifest["seed"]),
        "--space",
        str(manifest["options"]["space"]),
        "--out",
        "again",
        cwd=folder,
    )
    assert again.returncode == 0, again.stderr
    for name in ("results.json", "summary.csv", "agreement.svg"):
        assert (folder / "again" / name).read_bytes() == (folder / "out" / name).read_bytes(), name


def test_json_prints_one_document_and_nothing_else(folder: Path) -> None:
    made = call("run", CASE, *QUICK, "--set", "communication.quality=0.5", "--json", "--no-picture", cwd=folder)
    document = json.loads(made.stdout)
    assert [len(arm["points"]) for arm in document["arms"]] == [1, 1, 1, 1]
    assert document["arms"][0]["points"][0]["at"] == {"communication.quality": 0.5}
    assert not (folder / "results" / CASE / "agreement.png").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("run", "no_such_case"), "no_such_case"),
        (("run", CASE, "--set", "mediator.skill=2"), "--set mediator.skill=2:1:"),
        (("run", CASE, "--set", "mediator.skil=0.5"), "did you mean 'skill'"),
        (("run", CASE, "--set", "parties.*.strategy=interest_based"), "arm"),
        (("run", CASE, "--set", "defaults.strategy=interest_based"), "arm"),
        (("run", CASE, "--runs", "0"), "--runs"),
        (("run", CASE, "--runz", "5"), "--runs"),
        (("run", CASE, "--rows", "rows.xlsx"), ".csv or .parquet"),
        (("rn", CASE), "Did you mean 'run'?"),
    ],
)
def test_bad_calls_end_with_2_a_clear_line_and_no_files(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    refused = call(*arguments, cwd=tmp_path)
    assert refused.returncode == 2, refused.stderr
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_before_anything_runs(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    refused = call("run", CASE, *QUICK, "--out", "out/deeper", cwd=tmp_path)
    assert refused.returncode == 1
    assert "out" in refused.stderr
    assert "agree" not in refused.stdout
    assert "Traceback" not in refused.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupted_run_leaves_no_half_written_file(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "run", CASE, "--runs", "5000000", "--space", "0", "--out", "out", "--rows", "rows.csv"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        # What a shell starts in the background ignores the signal, and so would this process.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        # The rows file under its temporary name is the sign that negotiations are being played.
        deadline = time.monotonic() + 240
        while not any(path.stat().st_size > 100_000 for path in tmp_path.glob(".rows*")):
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 130
    assert "Interrupted" in errors
    assert "Traceback" not in errors
    assert list(tmp_path.iterdir()) == []
