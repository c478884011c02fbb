"""Yes or no."""

from __future__ import annotations

from negotiation_sim.concepts import Party, View
from negotiation_sim.rule import rule
from negotiation_sim.rules.all_packages import nearest


@rule
def reaches_aspiration(party: Party, view: View, understood_value: float) -> bool:
    """Yes if the offer seems worth at least the own next demand (AC-next: Baarslag, Hindriks and Jonker 2013)."""
    return understood_value >= view.aspiration


@rule
def beats_own_next(party: Party, view: View, understood_value: float) -> bool:
    """Yes if the offer seems worth more than the own next offer, the package nearest to the demand (as in Genius)."""
    if len(party.ranked) == 0:
        return understood_value > view.aspiration
    return bool(understood_value > party.ranked[nearest(party.ranked, view.aspiration)])


@rule
def emphasis_after(emphasis: float, accepted: bool) -> float:
    """How much weight the wishes of a side get next time: more after its no, less after its yes, within 0.2..5."""
    return max(0.2, emphasis * 0.8) if accepted else min(5.0, emphasis * 1.25)
