"""Transformative (Bush and Folger): opens the channel and lets trust grow, nothing else."""

from negotiation_sim.concepts import Efforts, Mediator, MediatorView
from negotiation_sim.mediators.style import mediator_style


@mediator_style
def transformative(mediator: Mediator, view: MediatorView) -> Efforts:
    """Opens the channel and keeps the sides at the table."""
    return Efforts(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
