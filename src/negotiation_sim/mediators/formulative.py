"""Formulative: learns in caucus and writes texts of its own."""

from negotiation_sim.concepts import Efforts, Mediator, MediatorView
from negotiation_sim.mediators.style import mediator_style


@mediator_style
def formulative(mediator: Mediator, view: MediatorView) -> Efforts:
    """Caucus, drafting texts, keeping the sides at the table."""
    return Efforts(0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0)
