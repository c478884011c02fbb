"""Time-based: what it demands depends on time alone, and it offers the package nearest above its demand.

The aspiration and offer rules of NegMAS' time-based family (Mohammad, Nakadai and Greenwald 2021; version 0.16), from
a description of what they do. Of equal packages the one with the lower number is taken.
"""

from __future__ import annotations

from negotiation_sim.concepts import Party, View
from negotiation_sim.rule import rule
from negotiation_sim.rules.acceptance import reaches_aspiration
from negotiation_sim.rules.all_packages import first_at_least
from negotiation_sim.rules.concession import time_based as demand_by_time
from negotiation_sim.rules.talk import say_nothing
from negotiation_sim.strategies.strategy import Strategy


@rule
def time_based(party: Party, view: View) -> int:
    """Offers the package that is worth least among those worth the own demand (or a hair's breadth nearer below)."""
    return int(party.ranking[first_at_least(party.ranked, view.aspiration, 1e-6 * party.own_unit)])


STRATEGY = Strategy(demand_by_time, time_based, say_nothing, reaches_aspiration)
