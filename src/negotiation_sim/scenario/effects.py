"""What an option does to each interest: the effect table of an issue, from the form it is written in."""

from collections.abc import Sequence

from negotiation_sim.scenario.issue import Issue


def issue_effects(issue: Issue, interest_ids: Sequence[str]) -> list[list[float]]:
    """The effects of an issue, options x interests, each in [-1, 1]; interests not named get 0.

    A list is taken as it stands. A number B is the effect at the high end of an ordered issue: level l in
    [0, 1] has the effect B(2f - 1), f = l / (l + c(1 - l)), so the low end has -B. c = 1 is a straight line;
    a satiating effect (c = 1 - curvature) changes most at the low levels, an accelerating one
    (c = 1 + 1.5 curvature) at the high levels. Natural: benefits satiate, costs accelerate.
    """
    last = issue.levels - 1
    table = [[0.0] * len(interest_ids) for _ in range(issue.levels)]
    for column, interest in enumerate(interest_ids):
        effect = issue.effects.get(interest, 0.0)
        bend = 0.0 if isinstance(effect, list) else _bend(issue, effect)
        for option, row in enumerate(table):
            if isinstance(effect, list):
                row[column] = effect[option]
            else:
                level = option / last
                share = level / (level + bend * (1.0 - level))
                row[column] = effect * (2.0 * share - 1.0)
    return table


def _bend(issue: Issue, effect: float) -> float:
    satiating = issue.shape == "satiating" or (issue.shape == "natural" and effect > 0.0)
    if issue.shape == "linear":
        return 1.0
    return 1.0 - issue.curvature if satiating else 1.0 + 1.5 * issue.curvature
