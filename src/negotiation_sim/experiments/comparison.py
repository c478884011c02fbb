"""The comparison that a scenario asks for: every arm at every point of the axis, under the same luck."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.bargaining_space import SpaceSample
from negotiation_sim.analysis.intervals import Interval, paired_difference
from negotiation_sim.analysis.pairing import pairs_of
from negotiation_sim.analysis.tally import Tally
from negotiation_sim.concepts import AGREEMENT, Floats
from negotiation_sim.engine.executor import BLOCK, Player
from negotiation_sim.engine.outcome import row_width
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.arrays import setting_of

Watcher = Callable[[str, dict[str, object], int, Floats], None]


@dataclass
class Point:
    """One arm at one point of the axis."""

    at: dict[str, object]
    tally: Tally
    space: dict[str, Any] | None = None


@dataclass
class PairedPoint:
    """Two arms at one point: the difference of their agreement rates, first minus second."""

    first: str
    second: str
    at: dict[str, object]
    both: int = 0
    only_first: int = 0
    only_second: int = 0
    neither: int = 0

    def add(self, first: NDArray[np.bool_], second: NDArray[np.bool_]) -> None:
        """Count the next runs of both arms."""
        pairs = pairs_of(first, second)
        self.both += pairs.both
        self.only_first += pairs.only_first
        self.only_second += pairs.only_second
        self.neither += pairs.neither

    @property
    def difference(self) -> Interval:
        """The paired difference with Tango's interval."""
        return paired_difference(self.both, self.only_first, self.only_second, self.neither)


@dataclass
class Comparison:
    """All arms at all points, and all pairs of arms."""

    scenario: Scenario
    runs: int
    seed: int
    arms: dict[str, list[Point]] = field(default_factory=dict)
    pairs: list[PairedPoint] = field(default_factory=list)
    called_back: dict[str, str] = field(default_factory=dict)

    @property
    def axis(self) -> tuple[str, tuple[object, ...]] | None:
        """Path and values of the axis; None where there is none."""
        axis = self.scenario.axis
        return (axis.path, axis.values) if axis is not None else None


def points_of(scenario: Scenario) -> list[dict[str, object]]:
    """The points of the axis as settings; one empty point where there is no axis."""
    axis = scenario.axis
    return [{axis.path: value} for value in axis.values] if axis is not None else [{}]


def compare_arms(
    scenario: Scenario,
    runs: int,
    seed: int,
    space_runs: int = 0,
    threads: int | None = None,
    progress: Callable[[int], None] = lambda done: None,
    each_block: Watcher | None = None,
) -> Comparison:
    """Play the comparison. `space_runs`: for how many runs the whole package space is looked at (0: none).

    `progress(n)` is told of n more runs done; `each_block(arm, at, first_run, rows)` sees all rows as they come.
    Memory does not grow with the number of runs.
    """
    comparison = Comparison(scenario, runs, seed)
    sample = None
    for at in points_of(scenario):
        players = {
            name: Player(setting_of(scenario.with_settings({**settings, **at})), threads)
            for name, settings in scenario.arms.items()
        }
        sample = sample or SpaceSample(min(space_runs, runs), seed, next(iter(players.values())).threads)
        for player in players.values():
            comparison.called_back |= player.called_back
        _play_point(comparison, at, players, sample, progress, each_block)
    return comparison


def _play_point(
    comparison: Comparison,
    at: dict[str, object],
    players: dict[str, Player],
    sample: SpaceSample,
    progress: Callable[[int], None],
    each_block: Watcher | None,
) -> None:
    tallies = {name: Tally(player.setting.roles, row_width(player.setting.case)) for name, player in players.items()}
    pairs = [PairedPoint(first, second, at) for first, second in combinations(players, 2)]
    firsts: dict[str, list[Floats]] = {name: [] for name in players}
    streams: dict[str, Iterator[Floats]] = {
        name: player.stream(comparison.seed, range(comparison.runs)) for name, player in players.items()
    }
    for first_run in range(0, comparison.runs, BLOCK):
        agreed = {}
        for name, stream in streams.items():
            rows = next(stream)
            tallies[name].add(rows)
            agreed[name] = rows[:, 0] == AGREEMENT
            if first_run < sample.runs:
                firsts[name].append(rows[: sample.runs - first_run])
            if each_block is not None:
                each_block(name, at, first_run, rows)
            progress(len(rows))
        for pair in pairs:
            pair.add(agreed[pair.first], agreed[pair.second])
    for name, player in players.items():
        space = sample.describe(player.setting, np.concatenate(firsts[name])) if sample.runs else None
        comparison.arms.setdefault(name, []).append(Point(at, tallies[name], space))
    comparison.pairs.extend(pairs)


def point_document(point: Point, scenario: Scenario) -> dict[str, Any]:
    """A point as it stands in the JSON document and, flattened, in `summary.csv`."""
    tally = point.tally
    rate = tally.agreement_rate
    expected = tally.mean_of("joint_value")

    def of_deals(column: str) -> float | None:
        interval = tally.mean_of_deals(column)
        return None if interval is None else interval.value

    sides = {
        role: {
            "utility": tally.side_mean("utility", role),
            "utility_given_deal": tally.side_mean_of_deals("utility", role),
            "reservation": tally.side_mean("reservation", role),
            "understanding": tally.side_mean("understanding", role),
        }
        for role in tally.roles
    }
    return {
        "at": point.at,
        "runs": tally.runs,
        "agreements": tally.agreements,
        "agreement_rate": rate.value,
        "low": rate.low,
        "high": rate.high,
        "mean_rounds": of_deals("rounds"),
        "joint_value": of_deals("joint_value"),
        "expected_value": expected.value,
        "expected_value_low": expected.low,
        "expected_value_high": expected.high,
        "least_surplus": of_deals("least_surplus"),
        "endings": tally.endings,
        "mean_days": tally.mean_of("days").value,
        "stoppages": tally.stoppages,
        "stoppage_days": tally.mean_of("stoppage_days").value,
        "deals_before_stoppage": tally.deals_before_stoppage,
        "ended_in_stage": _by_stage(scenario, tally.ended_in_stage),
        "deals_in_stage": _by_stage(scenario, tally.deals_in_stage),
        "refusals": tally.mean_of("refusals").value,
        "votes_failed": tally.mean_of("votes_failed").value,
        "options_found": tally.mean_of("options_found").value,
        "issues_signed": tally.mean_of("issues_signed").value,
        "compliance": of_deals("compliance") if scenario.term else None,
        "text_deals": tally.text_deals,
        "trust": tally.mean_of("trust").value,
        "trust_in_mediator": tally.mean_of("trust_in_mediator").value,
        "misheard": tally.mean_of("misheard").value,
        "disclosed_to_sides": tally.mean_of("disclosed_to_sides").value,
        "disclosed_to_mediator": tally.mean_of("disclosed_to_mediator").value,
        "parties": sides,
        "space": point.space,
    }


def _by_stage(scenario: Scenario, count: Callable[[int], int]) -> dict[str, int] | None:
    """Counts of runs for each stage of the ladder by name; None without a ladder."""
    if scenario.ladder is None:
        return None
    return {stage: count(number) for number, stage in enumerate(scenario.ladder.stages, start=1)}


def document(comparison: Comparison) -> dict[str, Any]:
    """The whole comparison as one JSON document."""
    scenario = comparison.scenario
    arms = [
        {
            "name": name,
            "settings": dict(scenario.settings_of(name)),
            "points": [point_document(point, scenario) for point in points],
        }
        for name, points in comparison.arms.items()
    ]
    pairs = [
        {
            "first": pair.first,
            "second": pair.second,
            "at": pair.at,
            "difference": pair.difference.value,
            "low": pair.difference.low,
            "high": pair.difference.high,
        }
        for pair in comparison.pairs
    ]
    return {
        "scenario": {"name": scenario.title(), "sha256": scenario.sha256},
        "seed": comparison.seed,
        "runs": comparison.runs,
        "arms": arms,
        "comparisons": pairs,
    }
