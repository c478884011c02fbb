"""Shuttle: the sides never meet; the mediator goes from room to room and carries every offer."""

from negotiation_sim.protocols.protocol import Protocol
from negotiation_sim.protocols.turns import mediator_or_next

PROTOCOL = Protocol(mediator_or_next, direct_talk=False, carried=True, needs_mediator=True)
