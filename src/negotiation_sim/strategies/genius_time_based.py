"""Time-based as in Genius: the package nearest to a target that falls with time; yes to what beats the own next offer.

The rules of Genius 10.4's time-dependent parties (Lin et al. 2014), from a description of what they do: the target
knows no reservation value.
"""

from __future__ import annotations

from negotiation_sim.concepts import Party, View
from negotiation_sim.rule import rule
from negotiation_sim.rules.acceptance import beats_own_next
from negotiation_sim.rules.all_packages import nearest
from negotiation_sim.rules.concession import genius_time_based as target_by_time
from negotiation_sim.rules.talk import say_nothing
from negotiation_sim.strategies.strategy import Strategy


@rule
def genius_time_based(party: Party, view: View) -> int:
    """Offers the package whose worth is nearest to the own target, above it or below."""
    return int(party.ranking[nearest(party.ranked, view.aspiration)])


STRATEGY = Strategy(target_by_time, genius_time_based, say_nothing, beats_own_next)
