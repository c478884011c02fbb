"""No mediator."""

from negotiation_sim.concepts import Efforts, Mediator, MediatorView
from negotiation_sim.mediators.style import mediator_style


@mediator_style
def absent(mediator: Mediator, view: MediatorView) -> Efforts:
    """Does nothing."""
    return Efforts(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
