"""A negotiation that writes down what happens, by comparing the table before and after a phase of a round."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_sim.concepts import WITHDREW, YES, Ints
from negotiation_sim.engine.mesa_model import BargainingModel, Negotiator, Phase
from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.ladder import Stage
from negotiation_sim.story.day_moves import options_found, stoppage_day
from negotiation_sim.story.ending_moves import ended
from negotiation_sim.story.home_moves import votes
from negotiation_sim.story.moves import MEDIATOR, Left, LostDeal, Move
from negotiation_sim.story.offer_moves import answer_in_turn, answers, heard_by_all, new_offer, taken_back
from negotiation_sim.story.payment_moves import payments
from negotiation_sim.story.remembered import remember
from negotiation_sim.story.series_moves import next_talks
from negotiation_sim.story.stage_moves import newly_held_back, stage_closed
from negotiation_sim.story.talk_moves import mediator_at_work, views_exchanged


class RecordedModel(BargainingModel):
    """A `BargainingModel` that keeps the `moves` of its last step; it plays exactly the same negotiation."""

    def __init__(self, written: Scenario, setting: Setting, seed: int, run: int) -> None:
        """Set the table for one run; `setting` is the scenario in numbers."""
        super().__init__(setting, seed, run)
        self.written = written
        self.stages = tuple(written.ladder.stages) if written.ladder else ()
        self.moves: list[Move] = []
        self._turn_the_page()

    def _turn_the_page(self) -> None:
        """Nothing is known yet of the talks that begin."""
        self.told_round = 0
        self.last_offers: dict[str, list[int]] = {}
        self.lost_deals = 0
        self.stoppage_days = 0
        self._enter_stage()

    def _enter_stage(self) -> None:
        self.left: list[str] = []
        self.held_back: set[int] = set()

    @property
    def names(self) -> tuple[str, ...]:
        """Names by seat, the mediator's last."""
        return (*self.setting.roles, MEDIATOR)

    def as_written(self, stage: int) -> Stage:
        """A stage of the ladder as the file has it."""
        assert self.written.ladder is not None
        return self.written.ladder.stages[self.stages[stage]]

    def organisations(self, seat: int) -> tuple[str, ...]:
        """The organisations of a side; none where it is one."""
        return tuple(self.written.parties[self.setting.roles[seat]].organisations or ())

    def known_part(self, package: Ints) -> dict[str, int]:
        """A package by issue, without the options that nobody has thought of yet."""
        known = zip(self.setting.issues, package, self.table.options, strict=True)
        return {issue: int(option) for issue, option, options in known if options > 1}

    def phases(self) -> Iterator[Phase]:
        """One round; afterwards `moves` holds what happened in it, the ending included."""
        self.moves = []
        self.told_round = self.rounds
        yield from super().phases()

    def exchange_offer(self) -> Iterator[Phase]:
        """Proposal, answers, payments, votes and signature, written down."""
        before = remember(self.table)
        yield from super().exchange_offer()
        told: list[Move] = [*stoppage_day(self, before), new_offer(self, self.last_offers.get(self.speaker))]
        told += mediator_at_work(self)
        told += answers(self, before)
        told += payments(self)
        told += votes(self, before)
        told += newly_held_back(self, before)
        self.moves += told
        self.lost_deals += any(isinstance(move, LostDeal) for move in told)
        self.stoppage_days = int(before.stoppage_days[0])
        self.last_offers[self.speaker] = [int(option) for option in self.table.offer]

    def take_turns(self) -> Iterator[Phase]:
        """A round in which every side takes a turn, written down."""
        before = remember(self.table)
        self.moves += [*stoppage_day(self, before), *mediator_at_work(self)]
        self.stoppage_days = int(before.stoppage_days[0])
        yield from super().take_turns()

    def take_turn(self, negotiator: Negotiator) -> Iterator[Phase]:
        """One side's turn: its answer to what lies on the table, or its own offer, written down."""
        before = remember(self.table)
        for phase in super().take_turn(negotiator):
            if phase == "sign":
                self.moves.append(answer_in_turn(self, negotiator.seat))
            yield phase
        if self.table.answers[negotiator.seat] == WITHDREW:
            self.moves.pop()  # its yes and its second thoughts are one answer
        if self.table.answers[negotiator.seat] == YES and self.table.speaker[0] == negotiator.seat:
            self.moves += [new_offer(self, self.last_offers.get(self.speaker)), *heard_by_all(self, before)]
            self.last_offers[self.speaker] = [int(option) for option in self.table.offer]
        else:
            self.moves += [*taken_back(self, before), *payments(self)]
            self.moves += [*votes(self, before), *newly_held_back(self, before)]

    def exchange_views(self) -> Iterator[Phase]:
        """Talk, caucus, new options and walking away, written down."""
        before = remember(self.table)
        yield from super().exchange_views()
        told = [*views_exchanged(self, before), *options_found(self, before)]
        self.left += [move.party for move in told if isinstance(move, Left)]
        self.moves += told

    def close_round(self) -> None:
        """The end of a stage and the climb to the next, written down."""
        before = remember(self.table)
        super().close_round()
        self.moves += stage_closed(self, before)
        if self.table.stage[0] != before.stage[0]:
            self._enter_stage()

    def close_talks(self) -> None:
        """The ending, with the term of what was signed; then the next talks of a series, written down."""
        self.moves.append(ended(self))
        super().close_talks()
        if self.running:
            self._turn_the_page()
            self.moves += next_talks(self)
