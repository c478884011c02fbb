"""Stacked alternating offers (SAOP: Aydogan, Festen, Hindriks and Jonker 2017): a round is one turn of every side.

In its turn a side accepts the offer on the table or replaces it by its own. An offer that all the others accepted one
after the other, over the end of a round too, is the deal. There is no talk besides offers, and a mediator writes no
text. A side revises its demand once a turn. This is the protocol of NegMAS and Genius, for comparing with them.
"""

from negotiation_sim.protocols.protocol import Protocol
from negotiation_sim.protocols.turns import mediator_or_next

PROTOCOL = Protocol(mediator_or_next, direct_talk=False, carried=False, needs_mediator=False, by_turns=True)
