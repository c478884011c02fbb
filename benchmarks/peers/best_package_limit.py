"""`best_package`, which makes every offer of this project's own strategies: compiled by numba beside the same in C."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from compiling_c import NoCompiler, library
from engine_c import call
from interleaving import KERNEL, interleaved

from negotiation_sim.rules.packages import best_package

CASES = 20_000
OPTIONS = np.array([5, 7, 4, 9, 6], dtype=np.int64)


@numba.njit(cache=False)
def _best_packages(scores: Any, values: Any, options: Any, targets: Any, packages: Any) -> None:
    for i in range(len(targets)):
        best_package(scores[i], values[i], options, targets[i], packages[i])


def compare_best_package(repetitions: int) -> dict[str, Any] | None:
    """Microseconds a call of both, their ratio, and the number of cases in which both chose the same package."""
    try:
        c = library("best_package.c")
    except NoCompiler:
        return None
    draws = np.random.default_rng(7)
    issues, most = len(OPTIONS), int(OPTIONS.max())
    scores, values = draws.random((CASES, issues, most)), draws.random((CASES, issues, most))
    there_is = np.arange(most) < OPTIONS[:, None]
    low = np.where(there_is, values, np.inf).min(-1, keepdims=True)
    span = (np.where(there_is, values, -np.inf).max(-1, keepdims=True) - low).sum(1, keepdims=True)
    values = np.ascontiguousarray((values - low) / span)
    targets = draws.uniform(0.4, 1.0, CASES)
    by_numba, by_c = (np.full((CASES, issues), -1, dtype=np.int64) for _ in range(2))

    def in_c() -> None:
        call(c.best_packages, CASES, issues, most, OPTIONS, scores, values, targets, by_c)

    def in_numba() -> None:
        _best_packages(scores, values, OPTIONS, targets, by_numba)

    in_c()
    in_numba()
    same = int((by_c == by_numba).all(axis=1).sum())
    if same < CASES:
        raise AssertionError(f"best_package: {CASES - same} of {CASES} packages differ between numba and C")
    measured = interleaved({"": {KERNEL: (in_numba, CASES), "C": (in_c, CASES)}}, repetitions)[""]
    return {"cases": CASES, "equal": same, "programs": measured}
