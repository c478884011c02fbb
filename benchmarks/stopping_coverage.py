"""How often an interval holds the truth where playing stopped because it was narrow: the table of docs/sweeps.md.

`python benchmarks/stopping_coverage.py` prints it; `--write` puts it into docs/sweeps.md.

Agreements are drawn with known chances instead of being played, and stopped by the rule that sweeps are stopped by.
"""

from __future__ import annotations

import numpy as np
from written_tables import print_or_write

from negotiation_sim.analysis.intervals import rate
from negotiation_sim.sweeps.experiment import Stop
from negotiation_sim.sweeps.stopping import intervals, next_count

REPETITIONS = 2000
RATES = (0.05, 0.3, 0.5, 0.9)
HALF_WIDTHS = (0.02, 0.01)
AT_LEAST, AT_MOST = 1000, 20_000
ONLY_FIRST, ONLY_SECOND = 0.03, 0.07
"""Chances that only one of two paired arms agrees; the true difference is that between them."""


def one_arm(chance: float, rng: np.random.Generator, runs: int) -> np.ndarray:
    """Agreements of an arm, [1, run]."""
    return rng.random((1, runs)) < chance


def two_arms(chance: float, rng: np.random.Generator, runs: int) -> np.ndarray:
    """Agreements of two arms with the same luck, [2, run]; the first agrees with this chance."""
    luck = rng.random(runs)
    first = luck < chance
    return np.stack([first, (luck >= ONLY_FIRST) & first | (luck >= chance) & (luck < chance + ONLY_SECOND)])


def stopped(draw, chance: float, stop: Stop, rng: np.random.Generator) -> np.ndarray:
    """What was played when the rule said that it was enough."""
    agreed = draw(chance, rng, stop.at_least)
    while (wanted := next_count(agreed, stop)) > agreed.shape[1]:
        agreed = np.hstack([agreed, draw(chance, rng, wanted - agreed.shape[1])])
    return agreed


def row(words: str, draw, truth: float, chance: float, stop: Stop) -> str:
    """Coverage of the interval at the end, with its own interval, and how many runs it took."""
    rng = np.random.default_rng(1)
    covered, counts, reached = 0, [], 0
    for _ in range(REPETITIONS):
        agreed = stopped(draw, chance, stop, rng)
        (_, low, high), *_ = intervals(agreed, stop.of)
        covered += low <= truth <= high
        counts.append(agreed.shape[1])
        reached += (high - low) / 2 <= stop.half_width
    value, low, high = rate(covered, REPETITIONS)
    return (
        f"| {words} | {chance} | {stop.half_width} | {100 * value:.1f} % ({100 * low:.1f} to {100 * high:.1f}) | "
        f"{np.mean(counts):,.0f} | {min(counts):,} to {max(counts):,} | {100 * reached / REPETITIONS:.0f} % |"
    )


def table() -> str:
    """The Markdown table."""
    lines = [
        f"{REPETITIONS:,} repetitions a line; at least {AT_LEAST:,} runs, at most {AT_MOST:,}. In pairs only the first "
        f"arm agrees in {ONLY_FIRST:.0%} of the runs and only the second in {ONLY_SECOND:.0%}.",
        "",
        "| interval | rate (of the first arm) | half-width | holds the truth | runs, mean | runs | narrow enough |",
        "|---|---:|---:|---|---:|---|---:|",
    ]
    for half_width in HALF_WIDTHS:
        rates, differences = (Stop(half_width, of, AT_LEAST, AT_MOST) for of in ("rates", "differences"))
        lines += [row("rate (Wilson)", one_arm, chance, chance, rates) for chance in RATES]
        lines += [
            row("paired difference (Tango)", two_arms, ONLY_FIRST - ONLY_SECOND, chance, differences)
            for chance in RATES
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    print_or_write("stopping_coverage", table)
