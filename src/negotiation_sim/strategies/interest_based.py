"""Interest-based: says why, listens for why, and offers what serves the others best at its own demand."""

from negotiation_sim.concepts import Floats, Party, View
from negotiation_sim.rule import rule
from negotiation_sim.rules.acceptance import reaches_aspiration
from negotiation_sim.rules.concession import rational
from negotiation_sim.rules.packages import fixed_pie_share, logrolling_scores, mix_scores, positional_scores
from negotiation_sim.rules.talk import speak_of_interests
from negotiation_sim.strategies.strategy import Strategy


@rule
def interest_based(party: Party, view: View, scores: Floats) -> None:
    """Trades what matters less to it for what matters more (logrolling), as far as it knows the others' interests.

    The fixed-pie bias (Thompson and Hastie 1990) mixes haggling in, the more the less is known.
    """
    bias = fixed_pie_share(party, view)
    logrolling_scores(party, view, scores)
    if bias > 0.0:
        positional_scores(party, view, view.scratch)
        mix_scores(scores, view.scratch, bias, view.options, scores)


STRATEGY = Strategy(rational, interest_based, speak_of_interests, reaches_aspiration)
