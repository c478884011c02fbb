"""Before talks: the organisations of a side make its mandate in an internal round (Walton and McKersie 1965)."""

from __future__ import annotations

from negotiation_sim.draws import Moment, organisation_at
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.preferences import draw_importance


@rule
def make_mandate(case: Case, table: Table, moment: Moment, seat: int) -> None:
    """Fill the importances of a side's organisations, and those of the side from what its spokesperson hears.

    Organisation o weighs w_o. Cohesion draws all towards their weighted mean. The spokesperson (organisation 0)
    hears the share reach_o of what o wants, and takes its own view for the rest. Ours.
    """
    count = case.organisations[seat]
    own = table.organisation_importance[seat]
    mandate = table.importance[seat]
    for o in range(count):
        draw_importance(
            case.organisation_shares[seat, o], case.importance_spread[seat], moment, organisation_at(seat, o), own[o]
        )
    for g in range(len(mandate)):
        mean = 0.0
        for o in range(count):
            mean += case.organisation_weight[seat, o] * own[o, g]
        for o in range(count):
            own[o, g] = mean + (1.0 - case.cohesion[seat]) * (own[o, g] - mean)
        mandate[g] = 0.0
        for o in range(count):
            reach = case.organisation_reach[seat, o]
            mandate[g] += case.organisation_weight[seat, o] * (reach * own[o, g] + (1.0 - reach) * own[0, g])
