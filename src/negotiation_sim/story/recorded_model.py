"""A negotiation that writes down what happens, by comparing the table before and after a phase of a round."""

from __future__ import annotations

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.setting import Setting
from negotiation_sim.story.ending_moves import ended
from negotiation_sim.story.moves import MEDIATOR, LostDeal, Move
from negotiation_sim.story.offer_moves import answers, new_offer
from negotiation_sim.story.remembered import remember
from negotiation_sim.story.talk_moves import mediator_at_work, views_exchanged


class RecordedModel(BargainingModel):
    """A `BargainingModel` that keeps the `moves` of its last step; it plays exactly the same negotiation."""

    def __init__(self, setting: Setting, seed: int, run: int) -> None:
        """Set the table for one run."""
        super().__init__(setting, seed, run)
        self.moves: list[Move] = []
        self.last_offers: dict[str, list[int]] = {}
        self.lost_deals = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Names by seat, the mediator's last."""
        return (*self.setting.roles, MEDIATOR)

    def step(self) -> None:
        """One round; afterwards `moves` holds what happened in it, the ending included."""
        self.moves = []
        super().step()
        self.lost_deals += any(isinstance(move, LostDeal) for move in self.moves)
        if not self.running:
            self.moves.append(ended(self))

    def exchange_offer(self) -> None:
        """Proposal, answers and signature, written down."""
        before = remember(self.table)
        super().exchange_offer()
        self.moves.append(new_offer(self, self.last_offers.get(self.speaker)))
        self.moves += mediator_at_work(self)
        self.moves += answers(self, before)
        self.last_offers[self.speaker] = [int(option) for option in self.table.offer]

    def exchange_views(self) -> None:
        """Talk, caucus and walking away, written down."""
        before = remember(self.table)
        super().exchange_views()
        self.moves += views_exchanged(self, before)
