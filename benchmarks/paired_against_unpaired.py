"""What the same luck in both arms is worth: intervals of an effect with it and without, at equal cost.

`python benchmarks/paired_against_unpaired.py` prints the table of docs/sweeps.md; `--write` puts it there.

Paired: both arms play the same runs. Unpaired: the second arm plays as many other runs.
"""

from __future__ import annotations

from written_tables import print_or_write

from negotiation_sim.analysis.intervals import Interval, paired_difference
from negotiation_sim.analysis.pairing import pairs_of
from negotiation_sim.analysis.unpaired import unpaired_difference
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of

SCENARIO = "kazakhstan_general_agreement"
QUALITIES = (0.3, 0.6, 0.9)
COMPARISONS = {
    "interests: a mediator against none": ({"mediator.style": "full"}, {"mediator.style": "absent"}),
    "positions: a mediator against none": (
        {"parties.*.strategy": "position_based", "mediator.style": "full"},
        {"parties.*.strategy": "position_based", "mediator.style": "absent"},
    ),
    "interests: a mediator of skill 0.5 against one of 0.4": (
        {"mediator.style": "full", "mediator.skill": 0.5},
        {"mediator.style": "full", "mediator.skill": 0.4},
    ),
}
STRATEGY = {"parties.*.strategy": "interest_based"}  # unless a comparison says otherwise
RUNS = 2000
SEED = 1


def shown(interval: Interval) -> str:
    """A difference in points with its interval."""
    return f"{100 * interval.value:+.1f} ({100 * interval.low:+.1f} to {100 * interval.high:+.1f})"


def row(scenario: Scenario, words: str, quality: float) -> str:
    """Both intervals, the ratio of their widths, and of the runs that a given width takes."""
    helped, alone = (
        Player(setting_of(scenario.with_settings({**STRATEGY, **settings, "communication.quality": quality})))
        for settings in COMPARISONS[words]
    )
    same, other = range(RUNS), range(RUNS, 2 * RUNS)
    first, second, fresh = (
        player.rows(SEED, runs)[:, 0] == AGREEMENT for player, runs in ((helped, same), (alone, same), (alone, other))
    )
    pairs = pairs_of(first, second)
    paired = paired_difference(*pairs)
    unpaired = unpaired_difference(int(first.sum()), RUNS, int(fresh.sum()), RUNS)
    ratio = (unpaired.high - unpaired.low) / (paired.high - paired.low)
    differing = (pairs.only_first + pairs.only_second) / RUNS
    return (
        f"| {words} | {quality} | {100 * second.mean():.1f} % | {shown(paired)} | {shown(unpaired)} | "
        f"{100 * differing:.0f} % | {ratio:.2f} | {ratio**2:.1f} |"
    )


def table() -> str:
    """The Markdown table."""
    scenario = load_scenario(SCENARIO)
    lines = [
        f"`{SCENARIO}`, effects on the agreement rate in points, {RUNS:,} runs an arm, seed {SEED}; 95 % "
        "intervals: Tango with the same luck, Newcombe with other luck.",
        "",
        "| comparison | quality | rate of the second | same luck | other luck | pairs that differ | times as wide | "
        "times as many runs |",
        "|---|---:|---:|---|---|---:|---:|---:|",
    ]
    lines += [row(scenario, words, quality) for words in COMPARISONS for quality in QUALITIES]
    return "\n".join(lines)


if __name__ == "__main__":
    print_or_write("paired_against_unpaired", table)
