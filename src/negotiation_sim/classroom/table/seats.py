"""Seats that people may take: the agent stays in its chair and acts wherever they have decided nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation_sim.classroom.table.decisions import Decisions
from negotiation_sim.concepts import ACTIONS, NO_BELOW_LINE, NOT_ASKED, YES
from negotiation_sim.engine.counting import count_yes
from negotiation_sim.engine.mesa_model import MediatorAgent, Negotiator
from negotiation_sim.engine.offering import hear_offer, make_up_mind, note_answer, withdraw

if TYPE_CHECKING:
    from negotiation_sim.classroom.table.played_model import PlayedModel


class PlayedNegotiator(Negotiator):
    """A side that people may speak for."""

    model: PlayedModel

    def __init__(self, model: PlayedModel, seat: int) -> None:
        """Nobody sits there yet."""
        super().__init__(model, seat)
        self.is_human = False
        self.decisions = Decisions()

    @property
    def must_answer(self) -> bool:
        """Whether people have heard the offer and not answered."""
        return self._is_asked and self.decisions.answer is None and not self.decisions.leaving

    @property
    def must_sign(self) -> bool:
        """Whether people said yes to something else than what is written, and the text could be signed."""
        table = self.model.table
        if table.answers[self.seat] != YES or table.speaker[0] == self.seat or not self.is_human:
            return False
        could_be_signed = count_yes(table) >= table.needed[0] or self.model.setting.case.payer >= 0
        differs = not np.array_equal(table.heard[self.seat], table.offer)
        return could_be_signed and differs and self.decisions.sign is None

    @property
    def _is_asked(self) -> bool:
        table = self.model.table
        return self.is_human and self.is_present and bool(table.answers[self.seat] == NOT_ASKED)

    def propose(self) -> None:
        """Put the people's package on the table, or the agent's."""
        if self.decisions.package is None:
            super().propose()
        else:
            self.model.table.offer[:] = self.decisions.package

    def answer_offer(self, speaker: int) -> None:
        """People hear the offer now and answer later; an agent does both."""
        if self.is_human and self.is_present and self.seat != speaker:
            hear_offer(*self.model.at_the_table, self.model.moment, speaker, self.seat)
        else:
            super().answer_offer(speaker)

    def settle_answer(self, speaker: int) -> None:
        """The people's answer, or the agent's where they gave none."""
        table = self.model.table
        if not self.is_present or self.seat == speaker or table.answers[self.seat] != NOT_ASKED:
            return
        if self.decisions.answer is None and not self.decisions.leaving:
            make_up_mind(*self.model.at_the_table, speaker, self.seat)
        else:
            table.answers[self.seat] = YES if self.decisions.answer and not self.decisions.leaving else NO_BELOW_LINE
        note_answer(table, speaker, self.seat)

    def read_text(self, speaker: int) -> None:
        """Take a yes back where people do; whoever heard the offer as written has nothing to take back."""
        if not self.is_human or self.decisions.agent_moves:
            super().read_text(speaker)
        elif self.decisions.sign is False:
            withdraw(self.model.setting.case, self.model.table, speaker, self.seat)

    def talk(self) -> None:
        """People have talked already; the table notes how much, since others reciprocate."""
        if not self.is_human or (self.decisions.agent_moves and not self.decisions.claims):
            super().talk()
            return
        table = self.model.table
        for other in self.model.negotiators:
            if other is not self and other.is_present and self.model.setting.case.direct_talk == 1:
                said = self.decisions.claims.get(other.seat, 0)
                table.disclosed[other.seat, self.seat] = said
                table.occasions[0] += 1
                table.disclosures[0] += 1 if said > 0 else 0
        table.items[len(self.model.negotiators)] = 0  # what was said to the mediator was heard at once

    def consider_leaving(self) -> None:
        """People leave when they say so."""
        if self.decisions.leaving:
            self.model.table.present[self.seat] = 0
        elif not self.is_human or self.decisions.agent_moves:
            super().consider_leaving()


class PlayedMediator(MediatorAgent):
    """A mediator that people may speak for."""

    model: PlayedModel

    def __init__(self, model: PlayedModel) -> None:
        """Nobody sits there yet."""
        super().__init__(model)
        self.is_human = False
        self.decisions = Decisions()
        self.own_style = model.rules.style
        model.rules = model.rules._replace(style=self.choose_efforts)

    def choose_efforts(self, room: Any, clock: float) -> int:
        """The people's efforts, or those of the scenario's style."""
        chosen = self.decisions.efforts
        if chosen is None:
            return int(self.own_style(room, clock))
        table = self.model.table
        for i, action in enumerate(ACTIONS):
            table.efforts[i] = 1.0 if getattr(chosen, action) else 0.0
        # Who asks for a text writes one now.
        table.efforts[ACTIONS.index("text")] *= self.model.setting.case.text_every
        return 0

    def propose_text(self) -> None:
        """Put the people's text on the table, or the agent's."""
        if self.decisions.package is None:
            super().propose_text()
        else:
            self.model.table.offer[:] = self.decisions.package
