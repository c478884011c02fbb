"""What a side says about its interests: which one, how far bent, and whether it trusts enough to speak."""

from __future__ import annotations

from negotiation_sim.concepts import Disclosure, Party, View
from negotiation_sim.rule import rule


@rule
def trusts_enough(party: Party, view: View, listener: int) -> bool:
    """Whether trust reaches the threshold; a listener who spoke of interests before lowers it (reciprocity).

    Disclosure by trust: Kong, Dirks and Ferrin 2014; its reciprocity: McGinn, Thompson and Bazerman 2003.
    """
    if listener == view.mediator:
        return bool(view.trust[listener] >= party.disclosure_threshold_mediator)
    threshold = party.disclosure_threshold
    if view.disclosed[listener] > 0:
        threshold -= party.reciprocity
    return bool(view.trust[listener] >= threshold)


@rule
def speak_of_interests(party: Party, view: View, listener: int) -> Disclosure:
    """Says why: speaks of interests to everybody it trusts enough."""
    if trusts_enough(party, view, listener):
        return Disclosure(party.disclosure_items, party.exaggeration)
    return Disclosure(0, 0.0)


@rule
def state_positions(party: Party, view: View, listener: int) -> Disclosure:
    """Says what, not why: keeps its interests to itself, except to a mediator it trusts enough."""
    if listener == view.mediator and trusts_enough(party, view, listener):
        return Disclosure(party.disclosure_items, party.exaggeration)
    return Disclosure(0, 0.0)


@rule
def say_nothing(party: Party, view: View, listener: int) -> Disclosure:
    """Speaks of interests to nobody, not even to a mediator."""
    return Disclosure(0, 0.0)


@rule
def claim(own: float, listeners_belief: float, exaggeration: float) -> float:
    """What is said of one importance: bent from the truth towards what the listener is thought to care about.

    A bent claim sells concessions dearly ("that matters to us too"); all claims together still sum to 1.
    """
    return own + exaggeration * (listeners_belief - own)
