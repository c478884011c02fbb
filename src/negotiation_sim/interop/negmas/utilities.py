"""Between NegMAS' utility functions and tables of values."""

from __future__ import annotations

import math
from gettext import gettext
from typing import Any

from negmas.outcomes import make_issue, make_os  # type: ignore[import-not-found]
from negmas.preferences import (  # type: ignore[import-not-found]
    LinearAdditiveUtilityFunction,
    MappingUtilityFunction,
)

from negotiation_sim.engine.table import Case, Table
from negotiation_sim.engine.worth import worth_of

Outcome = tuple[Any, ...]


class NotAdditive(ValueError):  # noqa: N818 - what it says of the utility function
    """A utility function cannot be told in tables of values by option."""


def options_of(outcome_space: Any) -> tuple[tuple[Any, ...], ...]:
    """The values of every issue. Raises NotAdditive where they cannot be listed."""
    issues = getattr(outcome_space, "issues", None)
    if not issues or not all(issue.is_discrete() for issue in issues):
        raise NotAdditive(gettext("our strategies need an outcome space of issues with values that can be listed"))
    return tuple(tuple(issue.all) for issue in issues)


def worths_of(utility: Any, options: tuple[tuple[Any, ...], ...]) -> tuple[tuple[float, ...], ...]:
    """What every option adds to the utility; the first issue carries the constant, if there is one."""
    if not isinstance(utility, LinearAdditiveUtilityFunction):
        told = gettext("our strategies need a LinearAdditiveUtilityFunction, not {kind}")
        raise NotAdditive(told.format(kind=type(utility).__name__))
    rows = [
        [float(weight * values(option)) for option in own]
        for weight, values, own in zip(utility.weights, utility.values, options, strict=True)
    ]
    bias = float(getattr(utility, "_bias", 0.0))
    if bias:
        rows[0] = [worth + bias for worth in rows[0]]
    return tuple(map(tuple, rows))


def reserved_of(utility: Any) -> float:
    """The reserved value, -inf where there is none."""
    reserved = utility.reserved_value
    return -math.inf if reserved is None or math.isnan(reserved) else float(reserved)


def outcome_space_of(case: Case) -> Any:
    """The issues of a case; their values are the numbers of the options, from 0, so that an outcome is a package."""
    return make_os([make_issue(list(range(int(count))), f"issue_{j}") for j, count in enumerate(case.options)])


def utility_at(case: Case, table: Table, seat: int, outcome_space: Any) -> Any:
    """The utility function of a side as it was dealt, with its perceived reservation value.

    In the units of the scenario file where the side has `values`: NegMAS' negotiators know absolute tolerances.
    """
    unit, zero = float(case.own_unit[seat]), float(case.own_zero[seat])
    reserved = float(table.perceived[seat]) / unit + zero
    if case.conditions.shape[1] and case.conditions[seat].any():
        return MappingUtilityFunction(
            lambda outcome: -math.inf if outcome is None else float(worth_of(case, table, seat, outcome)) / unit + zero,
            outcome_space=outcome_space,
            reserved_value=reserved,
        )
    rows = [table.values[seat, j, : int(count)] / unit for j, count in enumerate(case.options)]
    rows[0] = rows[0] + zero
    return LinearAdditiveUtilityFunction(
        [dict(enumerate(row.tolist())) for row in rows],
        weights=[1.0] * len(rows),
        outcome_space=outcome_space,
        reserved_value=reserved,
    )
