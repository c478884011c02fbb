"""Times of several programs that take turns, so that what slows the machine down slows all of them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Hashable
from typing import TypeVar

import numpy as np

KERNEL = "kernel"
Key = TypeVar("Key", bound=Hashable)
Jobs = dict[str, tuple[Callable[[], None], int]]
Measured = dict[str, dict[str, dict[str, float]]]
"""By program: `us`, microseconds of processor time a negotiation, and `ratio`, that time over the kernel's."""


def spread(numbers: list[float]) -> dict[str, float]:
    """Median and quartiles, with four figures."""
    low, middle, high = np.quantile(numbers, (0.25, 0.5, 0.75))
    return {"median": float(f"{middle:.4g}"), "q1": float(f"{low:.4g}"), "q3": float(f"{high:.4g}")}


def _timed(play: Callable[[], None], negotiations: int) -> float:
    gc.collect()
    start = time.process_time()
    play()
    return 1e6 * (time.process_time() - start) / negotiations


def interleaved(jobs: dict[Key, Jobs], repetitions: int) -> dict[Key, Measured]:
    """Every program of every job once a repetition, another one first each time; ratios are within a repetition."""
    times: dict[Key, dict[str, list[float]]] = {key: {name: [] for name in programs} for key, programs in jobs.items()}
    for repetition in range(repetitions):
        for key, programs in jobs.items():
            names = list(programs)
            turn = repetition % len(names)
            for name in names[turn:] + names[:turn]:
                times[key][name].append(_timed(*programs[name]))
    return {key: {name: _told(own, by_name[KERNEL]) for name, own in by_name.items()} for key, by_name in times.items()}


def _told(own: list[float], kernel: list[float]) -> dict[str, dict[str, float]]:
    ratios = [one / other for one, other in zip(own, kernel, strict=True)]
    return {"us": spread(own), "ratio": spread(ratios)}
