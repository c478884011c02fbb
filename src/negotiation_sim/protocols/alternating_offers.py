"""Round-table alternating offers: the sides propose in turn, everybody answers, then they talk."""

from negotiation_sim.protocols.protocol import Protocol
from negotiation_sim.protocols.turns import mediator_or_next

PROTOCOL = Protocol(mediator_or_next, direct_talk=True, carried=False, needs_mediator=False)
