"""Facilitative: helps the sides to understand each other and leaves the content to them."""

from negotiation_sim.concepts import Efforts, Mediator, MediatorView
from negotiation_sim.mediators.style import mediator_style


@mediator_style
def facilitative(mediator: Mediator, view: MediatorView) -> Efforts:
    """Opens the channel, meets each side in caucus, relays what may be told, keeps all there, seeks new options."""
    return Efforts(1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0)
