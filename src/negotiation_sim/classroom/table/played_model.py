"""A negotiation in which people may take seats: the same rounds, with pauses where they decide."""

from __future__ import annotations

from negotiation_sim.classroom.table.seats import PlayedMediator, PlayedNegotiator
from negotiation_sim.story.recorded_model import RecordedModel


class PlayedModel(RecordedModel):
    """A `RecordedModel` whose seats can be taken; while nobody sits, it plays exactly the same negotiation."""

    negotiator_type = PlayedNegotiator
    mediator_type = PlayedMediator
    negotiators: list[PlayedNegotiator]
    mediator: PlayedMediator
