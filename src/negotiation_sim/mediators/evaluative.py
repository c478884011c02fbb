"""Evaluative: tells each side in caucus what its alternative is really worth."""

from negotiation_sim.concepts import Efforts, Mediator, MediatorView
from negotiation_sim.mediators.style import mediator_style


@mediator_style
def evaluative(mediator: Mediator, view: MediatorView) -> Efforts:
    """Caucus, reality-testing, keeping the sides at the table."""
    return Efforts(0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0)
