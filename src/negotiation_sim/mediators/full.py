"""The mediator who does everything: the reference of the main picture."""

from negotiation_sim.concepts import Efforts, Mediator, MediatorView
from negotiation_sim.mediators.style import mediator_style


@mediator_style
def full(mediator: Mediator, view: MediatorView) -> Efforts:
    """All seven actions at full effort."""
    return Efforts(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
