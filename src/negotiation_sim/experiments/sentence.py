"""What is to be seen in a comparison, in one sentence."""

from __future__ import annotations

from negotiation_sim.experiments.comparison import Comparison, Point


def _of_100(point: Point) -> int:
    return round(100 * point.tally.agreement_rate.value)


def what_to_see(comparison: Comparison) -> str:
    """One sentence on how the agreement rate moves along the axis and where the arms differ most."""
    arms = comparison.arms
    names = list(arms)
    axis = comparison.axis
    if axis is None or len(axis[1]) < 2:
        ranked = sorted(names, key=lambda name: _of_100(arms[name][0]))
        if len(ranked) == 1:
            return f"{_of_100(arms[ranked[0]][0])} of 100 negotiations end in agreement."
        low, high = ranked[0], ranked[-1]
        return (
            f"Under the same luck {_of_100(arms[high][0])} of 100 negotiations end in agreement with '{high}' "
            f"and {_of_100(arms[low][0])} with '{low}'."
        )
    path, values = axis
    first = names[0]
    start, end = _of_100(arms[first][0]), _of_100(arms[first][-1])
    along = f"As {path} goes from {values[0]} to {values[-1]}, agreement goes from {start} to {end} of 100 in '{first}'"
    if len(names) == 1:
        return f"{along}."
    last = names[-1]
    gaps = [_of_100(b) - _of_100(a) for a, b in zip(arms[first], arms[last], strict=True)]
    widest = max(range(len(gaps)), key=lambda i: abs(gaps[i]))
    return (
        f"{along} and from {_of_100(arms[last][0])} to {_of_100(arms[last][-1])} in '{last}'; the two are furthest "
        f"apart at {values[widest]}: {_of_100(arms[first][widest])} against {_of_100(arms[last][widest])} of 100."
    )
