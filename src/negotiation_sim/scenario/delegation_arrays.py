"""The organisations of each side in arrays."""

from __future__ import annotations

import math

from negotiation_sim.engine.table import Case
from negotiation_sim.scenario.delegation import reach, seats_of_members
from negotiation_sim.scenario.importance import expected_importance
from negotiation_sim.scenario.model import Scenario


def fill_delegations(scenario: Scenario, case: Case) -> None:
    """Fill weights, importances, reach and members of organisations; a side without them is one."""
    for p, role in enumerate(scenario.roles):
        party, settings = scenario.parties[role], scenario.party(role)
        organisations = party.organisations or {}
        weights = [organisation.weight for organisation in organisations.values()]
        case.organisations[p] = len(organisations)
        for o, organisation in enumerate(organisations.values()):
            importance = organisation.importance or party.importance
            shares = expected_importance(importance, scenario.interests, settings.importance_floor)
            case.organisation_shares[p, o] = shares
            case.organisation_weight[p, o] = organisation.weight / math.fsum(weights)
        if not organisations:
            continue
        case.organisation_reach[p, : len(weights)] = reach(list(organisations), party.organisation_links)
        member = 0
        for o, count in enumerate(seats_of_members(weights, settings.members)):
            case.organisation_of[p, member : member + count] = o
            member += count
