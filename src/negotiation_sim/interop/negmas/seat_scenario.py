"""The scenario that a side plays who knows its own values only, as in NegMAS, where nobody tells of interests."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import yaml

from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text

MOST_INTERESTS = 60
LEARNING = 0.3
"""How much is learnt from offers unless the settings say otherwise: nothing else tells of interests here."""


class OwnSide(NamedTuple):
    """What a side knows of itself: `worths[issue][option]` add up to its utility; reserved -inf: none."""

    worths: tuple[tuple[float, ...], ...]
    reserved: float
    strategy: str
    settings: Mapping[str, Any]


def setting_from_one_seat(own: OwnSide, seat: int, sides: int, rounds: int) -> Setting:
    """The setting for the side at this seat. Raises ScenarioError where a scenario cannot hold it.

    That an option is chosen counts as an interest somebody may have; where there are too many options, that an issue
    ends low or high. Of the others nothing is known, and so they seem to want the opposite: a fixed pie, until offers
    tell otherwise.
    """
    text = yaml.safe_dump(_content(own, seat, sides), sort_keys=False)
    setting = setting_of(scenario_of_text("negmas", text))
    case = setting.case._replace(deadline=rounds, stage_rounds=np.array([rounds], dtype=np.int64))
    return setting._replace(case=case)  # a scenario file ends at 500 rounds, NegMAS does not


def _content(own: OwnSide, seat: int, sides: int) -> dict[str, Any]:
    issues = [f"issue_{j}" for j in range(len(own.worths))]
    effects = _effects(own.worths)
    opposite = tuple(tuple(max(row) - worth for worth in row) for row in own.worths)
    worst, best = (math.fsum(map(which, own.worths)) for which in (min, max))
    span = best - worst if best > worst else 1.0
    mine = {
        "reservation_value": min(1.0, max(0.0, (own.reserved - worst) / span)),
        "strategy": own.strategy,
        "learning_from_offers": LEARNING,
        **own.settings,
    }
    return {
        "name": "One seat in NegMAS",
        "description": "Made from an outcome space and one utility function.",
        "interests": {name: name for of_issue in effects for name in of_issue},
        "issues": {
            issue: {"options": [f"option {k + 1}" for k in range(len(row))], "effects": of_issue}
            for issue, row, of_issue in zip(issues, own.worths, effects, strict=True)
        },
        "parties": {
            f"side_{p}": _party(issues, effects, own.worths if p == seat else opposite) | (mine if p == seat else {})
            for p in range(sides)
        },
        "defaults": {
            "importance_spread": 0,
            "importance_floor": 0,
            "reservation_spread": 0,
            "optimism": 0,
            "devaluation": 0,
            "listening": 1,
            "patience": 0,
        },
        "communication": {"quality": 1},
        "protocol": "stacked_alternating_offers",
    }


def _effects(worths: Sequence[Sequence[float]]) -> list[dict[str, list[float]]]:
    """By issue, what its options do for the interests in it."""
    if sum(map(len, worths)) <= MOST_INTERESTS:
        return [
            {f"option_{k}_of_{j}": [float(k == other) for other in range(len(row))] for k in range(len(row))}
            for j, row in enumerate(worths)
        ]
    rising = [np.linspace(-1.0, 1.0, len(row)).tolist() for row in worths]
    return [{f"low_{j}": row[::-1], f"high_{j}": row} for j, row in enumerate(rising)]


def _party(
    issues: list[str], effects: list[dict[str, list[float]]], worths: Sequence[Sequence[float]]
) -> dict[str, Any]:
    """A side with this table of values; an interest matters to it as far as it gains by it."""
    importance = {
        name: max(0.0, row[int(np.argmax(effect))] - min(row))
        for of_issue, row in zip(effects, worths, strict=True)
        for name, effect in of_issue.items()
    }
    return {
        "importance": importance,
        "values": {issue: list(row) for issue, row in zip(issues, worths, strict=True)},
    }
