"""The table of what happened beyond the table: stages, stoppages, votes, inventions, and the life of agreements."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from negotiation_sim.experiments.comparison import Comparison, Point
from negotiation_sim.experiments.text_table import aligned, point_shown
from negotiation_sim.messages.language import ENGLISH, Language
from negotiation_sim.scenario import Scenario


class _Column(NamedTuple):
    head: str
    value: Callable[[Point], float | None]
    digits: int


def _percent(count: Callable[[Point], int]) -> Callable[[Point], float | None]:
    return lambda point: 100.0 * count(point) / point.tally.runs


def _ending(name: str) -> Callable[[Point], float | None]:
    return _percent(lambda point: point.tally.endings[name])


def _mean(column: str) -> Callable[[Point], float | None]:
    return lambda point: point.tally.mean_of(column).value


def _compliance(point: Point) -> float | None:
    kept = point.tally.mean_of_deals("compliance")
    return None if kept is None else 100.0 * kept.value


def columns_for(scenario: Scenario, language: Language = ENGLISH) -> list[_Column]:
    """What this scenario has beyond plain talks; nothing where it has nothing."""
    _ = language.gettext
    columns = []
    if scenario.ladder is not None:
        columns += [
            # NOTE: heads of columns: shares of runs in per cent, then days
            _Column(_("by talks %"), _percent(lambda point: point.tally.deals_before_stoppage), 1),
            _Column(_("stoppage %"), _percent(lambda point: point.tally.stoppages), 1),
            _Column(_("award %"), _ending("award"), 1),
            _Column(_("days"), _mean("days"), 1),
            _Column(_("days stopped"), _mean("stoppage_days"), 2),
        ]
    if scenario.partial_agreement:
        columns.append(_Column(_("in part %"), _ending("partial"), 1))
    if any(scenario.party(role).members for role in scenario.roles):
        # NOTE: head of a column: votes of members that failed, in a run
        columns.append(_Column(_("failed votes"), _mean("votes_failed"), 2))
    if scenario.invention.options:
        # NOTE: head of a column: options thought of, in a run
        columns.append(_Column(_("options found"), _mean("options_found"), 2))
    if scenario.term is not None:
        # NOTE: head of a column: share of checks at which an agreement was kept
        columns.append(_Column(_("kept %"), _compliance, 1))
    return columns


def beyond_table(comparison: Comparison, language: Language = ENGLISH) -> list[str]:
    """Lines of the table for all arms and points; none where the scenario has nothing to tell."""
    _, numbers = language.gettext, language.numbers
    columns = columns_for(comparison.scenario, language)
    if not columns:
        return []
    rows = [[_("arm"), _("at"), *(column.head for column in columns)]]
    for name, points in comparison.arms.items():
        for point in points:
            values = [(column.value(point), column.digits) for column in columns]
            cells = ["-" if value is None else numbers.decimal(value, digits) for value, digits in values]
            label = comparison.scenario.arm_label(name, language.code)
            rows.append([label, point_shown(point.at, language), *cells])
    return aligned(rows)
