"""One digest for every way to play a sweep: workers, chunks, a cluster that loses a worker, shards, kill -9.

    python benchmarks/sweep_digest.py [--runs 20000] [--series 10]

Prints a line for each way with the digest of all rows and of the tables; ends with 1 if any differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILE = """\
name: One digest
description: The national table, eight points, two arms.
extends: kazakhstan_general_agreement
design:
  kind: grid
  factors:
    communication.quality: [0.2, 0.4, 0.6, 0.8]
    mediator.skill: [0.3, 0.7]
arms:
  positions: {parties.*.strategy: position_based}
  interests with mediator: {parties.*.strategy: interest_based, mediator.style: full}
runs: RUNS
store: runs
"""
ADAPTIVE = FILE.replace("runs: RUNS", "stop: {half_width: 0.02, of: differences, at_most: RUNS}")
TABLES = ("summary.csv", "differences.csv", "design.csv")


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "negotiation_sim", *map(str, words)]


def sweep(*words: object) -> None:
    subprocess.run(command("sweep", *words, "--no-picture"), check=True, capture_output=True)


def digest(folder: Path) -> str:
    """Of every row (from the manifest) and of the bytes of the tables."""
    tables = hashlib.sha256(b"".join((folder / name).read_bytes() for name in TABLES)).hexdigest()
    rows = json.loads((folder / "manifest.json").read_text())["digest"]
    return f"{rows[:12]} {tables[:12]}"


def chunks_of(units: int, file: Path, folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from negotiation_sim.sweeps.loading import load_experiment\n"
        "from negotiation_sim.sweeps.runner import Crew, play\n"
        f"play(load_experiment({str(file)!r}), Path({str(folder)!r}), Crew(2, units_a_chunk={units}))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def on_dask(file: Path, folder: Path) -> None:
    """A scheduler and two workers on the loopback, in processes of their own; one worker is killed meanwhile."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        process = subprocess.Popen(
            command("sweep", file, "--out", folder, "--no-picture", "--scheduler", cluster.scheduler_address),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        for line in process.stderr:
            if "%" in line:  # a chunk has come in
                break
        workers = [worker.process.pid for worker in cluster.workers.values()]
        os.kill(workers[0], signal.SIGKILL)
        process.stderr.read()
        assert process.wait() == 0


def killed(file: Path, folder: Path, luck: random.Random, typical: float) -> int:
    """Kill the whole program at random moments until it comes to an end; once cut a part in half. Returns kills."""
    kills = 0
    while True:
        kind = luck.choice(["threads", "processes"])
        process = subprocess.Popen(
            command("sweep", file, "--out", folder, "--no-picture", "--workers-as", kind),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            status = process.wait(timeout=luck.uniform(0.3, 0.8) * typical if kills < 6 else None)
            assert status == 0, status
            return kills
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
        parts = sorted((folder / "parts/blocks").glob("p*.parquet"))
        if parts and luck.random() < 0.5:
            part = luck.choice(parts)
            part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--series", type=int, default=10)
    asked = parser.parse_args()
    failed = False
    for name, text in (("fixed", FILE), ("stop by width", ADAPTIVE)):
        with tempfile.TemporaryDirectory() as scratch:
            here = Path(scratch)
            file = here / "digest.yaml"
            file.write_text(text.replace("RUNS", str(asked.runs)), encoding="utf-8")
            begun = time.monotonic()
            sweep(file, "--out", here / "one", "--workers", 1)
            typical = time.monotonic() - begun
            begun = time.monotonic()
            expected = digest(here / "one")
            print(f"{name}: one worker                      {expected}  {typical:.0f} s", flush=True)

            def check(what: str, folder: Path, expected: str = expected) -> None:
                nonlocal failed
                found = digest(folder)
                failed |= found != expected
                print(f"  {what:38} {found}  {'equal' if found == expected else 'DIFFERENT'}", flush=True)

            sweep(file, "--out", here / "threads", "--workers", 2, "--workers-as", "threads")
            typical = min(typical, time.monotonic() - begun)
            check("two threads", here / "threads")
            sweep(file, "--out", here / "processes", "--workers", 2, "--workers-as", "processes")
            check("two processes", here / "processes")
            for units in (1, 5, 33):
                chunks_of(units, file, here / f"chunks{units}")
                check(f"chunks of {units} units", here / f"chunks{units}")
            on_dask(file, here / "dask")
            check("Dask, a worker killed", here / "dask")
            for number in range(3):
                sweep(file, "--out", here / f"shard{number}", "--shard", f"{number}/3")
                sweep(file, "--out", here / "shards", "--shard", f"{number}/3")
            check("three shards in one folder", here / "shards")
            folders = [here / f"shard{number}" for number in range(3)]
            subprocess.run(command("merge", *folders, "--out", here / "merged"), check=True, capture_output=True)
            check("three shards merged", here / "merged")
            for series in range(asked.series):
                kills = killed(file, here / f"killed{series}", random.Random(series), typical)
                check(f"kill -9 series {series}: {kills} kills", here / f"killed{series}")
    print("all equal" if not failed else "NOT EQUAL")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
