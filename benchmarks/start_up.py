"""How long a user waits: the first compilation, a warm start of `run`, and `--help`, against bare Python."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

RUN = ("-m", "negotiation_sim", "run", "two_party_textbook", "--runs", "200", "--space", "0", "--no-picture")
ONE_POINT = ("--set", "communication.quality=0.6")


def seconds(*arguments: str, cache: str | None = None) -> float:
    """Wall time of one process."""
    environment = {**os.environ, **({"NUMBA_CACHE_DIR": cache} if cache else {})}
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, check=True)
        return time.perf_counter() - start


def main() -> None:
    """Print seconds, and multiples of an empty Python process."""
    bare = min(seconds("-c", "pass") for _ in range(5))
    with tempfile.TemporaryDirectory() as cache:
        cold = seconds(*RUN, *ONE_POINT, cache=cache)
        warm = min(seconds(*RUN, *ONE_POINT, cache=cache) for _ in range(3))
    shown = min(seconds("-m", "negotiation_sim", "--help") for _ in range(5))
    for name, value in (
        ("bare Python", bare),
        ("--help", shown),
        ("run, 200 runs, no picture, warm", warm),
        ("the same, first time (compiles)", cold),
    ):
        print(f"{name}: {value:.2f} s, {value / bare:.0f} times bare Python")


if __name__ == "__main__":
    main()
