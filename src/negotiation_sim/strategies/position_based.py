"""Position-based: says what it wants, haggles from its ideal towards the others' demands, keeps its reasons."""

from negotiation_sim.concepts import Floats, Party, View
from negotiation_sim.rule import rule
from negotiation_sim.rules.acceptance import reaches_aspiration
from negotiation_sim.rules.concession import rational
from negotiation_sim.rules.packages import positional_scores
from negotiation_sim.rules.talk import state_positions
from negotiation_sim.strategies.strategy import Strategy


@rule
def position_based(party: Party, view: View, scores: Floats) -> None:
    """Offers the package nearest to a straight line from its own ideal to what the others were heard to ask."""
    positional_scores(party, view, scores)


STRATEGY = Strategy(rational, position_based, state_positions, reaches_aspiration)
