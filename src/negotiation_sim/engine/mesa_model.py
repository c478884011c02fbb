"""The executor to watch: agents on Mesa's stage, calling the same rules as the compiled kernel.

Mesa 3.3 to 4. Nothing depends on Mesa's random generators, schedulers or step counter: a run is the same on every
version. Written on the subset of Mesa's interface that all of them share.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import mesa

from negotiation_sim.concepts import ANSWERS, ENDINGS, TALKING, Floats
from negotiation_sim.engine.after_signing import is_last, turn_to_next
from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.closing import close_round
from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.engine.inventing import brainstorm, think_of_options
from negotiation_sim.engine.leaving import consider_leaving
from negotiation_sim.engine.mediating import meets_this_round, notice_bias, open_round, test_reality
from negotiation_sim.engine.offering import (
    await_others,
    clear_answers,
    hear_and_answer,
    make_up_mind,
    propose,
    propose_text,
    read_as_written,
    remember_offer,
    sign_if_enough,
)
from negotiation_sim.engine.outcome import new_rows, write_row
from negotiation_sim.engine.plain_rules import plain_rules
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Case, Room, Table, new_table
from negotiation_sim.engine.taking_turns import (
    begin_turn,
    clear_the_table,
    close_answer,
    is_asked,
    part_with_absent,
    put_on_the_table,
)
from negotiation_sim.engine.talking import meet_in_caucus, prepare_talk, tell

Phase = Literal["efforts", "offer", "answer", "sign", "talk"]


class Negotiator(mesa.Agent):  # type: ignore[misc]
    """One side at the table; everything it knows lies in its row of the model's table."""

    model: BargainingModel

    def __init__(self, model: BargainingModel, seat: int) -> None:
        """Take a seat."""
        super().__init__(model)
        self.seat = seat
        self.role = model.setting.roles[seat]

    @property
    def is_present(self) -> bool:
        """Whether this side is still at the table."""
        return bool(self.model.table.present[self.seat] == 1)

    @property
    def aspiration(self) -> float:
        """What this side demands at present, a utility."""
        return float(self.model.table.aspiration[self.seat])

    @property
    def answer(self) -> str:
        """What this side answered to the last offer."""
        return ANSWERS[int(self.model.table.answers[self.seat])]

    def propose(self) -> None:
        """Put the next offer on the table."""
        propose(*self.model.at_the_table, self.seat)

    def answer_offer(self, speaker: int) -> None:
        """Hear the offer and say yes or no; who made it says yes."""
        if self.seat == speaker:
            await_others(*self.model.at_the_table, self.seat)
        elif self.is_present:
            hear_and_answer(*self.model.at_the_table, self.model.moment, speaker, self.seat)

    def make_up_mind(self) -> None:
        """Say yes or no to the offer on the table, in one's turn."""
        make_up_mind(*self.model.at_the_table, int(self.model.table.speaker[0]), self.seat)

    def settle_answer(self, speaker: int) -> None:
        """Nothing is left to settle for an agent, who answers as soon as it has heard; people take their time."""

    def read_text(self, speaker: int) -> None:
        """Read the offer as written and withdraw a yes given to something else."""
        read_as_written(*self.model.at_the_table, speaker, self.seat)

    def talk(self) -> None:
        """Speak of interests to the others, as far as they are trusted and may be spoken to."""
        model = self.model
        prepare_talk(*model.at_the_table, self.seat)
        for other in model.negotiators:
            if model.setting.case.direct_talk == 1 and other is not self and other.is_present:
                tell(model.setting.case, model.table, model.moment, self.seat, other.seat)

    def think_of_options(self) -> None:
        """Look for an option that nobody has thought of."""
        think_of_options(self.model.setting.case, self.model.table, self.model.moment, self.seat)

    def consider_leaving(self) -> None:
        """Leave the table after too many rounds without hope."""
        consider_leaving(self.model.setting.case, self.model.table, self.seat)


class MediatorAgent(mesa.Agent):  # type: ignore[misc]
    """The mediator; one who is absent or has no skill does nothing."""

    model: BargainingModel

    def open_round(self) -> None:
        """Decide on the round's efforts and open the channel."""
        open_round(*self.model.at_the_table)

    def propose_text(self) -> None:
        """Put a draft of its own on the table; a bias in it shows."""
        propose_text(self.model.setting.case, self.model.table)
        notice_bias(self.model.setting.case, self.model.table)

    def meet(self, negotiator: Negotiator) -> None:
        """Meet one side in caucus, if it is its turn, and test its alternative against reality."""
        case, table = self.model.setting.case, self.model.table
        if meets_this_round(case, table, negotiator.seat):
            meet_in_caucus(case, table, self.model.moment, negotiator.seat)
            test_reality(case, table, negotiator.seat)

    def brainstorm(self) -> None:
        """Look for new options with the sides."""
        brainstorm(self.model.setting.case, self.model.table, self.model.moment)


class BargainingModel(mesa.Model):  # type: ignore[misc]
    """One run as a Mesa model: `step()` is one round, `run_model()` plays to the end, through a whole series.

    A model that seats something else at the table, such as people, says so by its two types of agents.
    """

    negotiator_type: type[Negotiator] = Negotiator
    mediator_type: type[MediatorAgent] = MediatorAgent

    def __init__(self, setting: Setting, seed: int = 1, run: int = 0) -> None:
        """Set the table for one run; the same seed and run give the same negotiation as in a sweep."""
        super().__init__(rng=seed % 2**32)
        self.setting = setting
        self.table = new_table(setting.case)
        self.draw_seed = seed
        self.run = run
        self.rules = plain_rules(setting.selection)
        self.room = Room(setting.case, self.table)
        open_series(self.table, seed, run)
        deal(*self.at_the_table)
        self.mediator = self.mediator_type(self)
        self.negotiators = [self.negotiator_type(self, seat) for seat in range(len(setting.roles))]
        # Mesa 3.3 gives each model a counter of agents in a table that keeps the model alive for ever.
        getattr(mesa.Agent, "_ids", {}).pop(self, None)
        self.datacollector = mesa.DataCollector(
            model_reporters={"round": "rounds", "speaker": "speaker", "ending": "ending"},
            agenttype_reporters={
                Negotiator: {
                    "role": "role",
                    "aspiration": "aspiration",
                    "answer": "answer",
                    "present": "is_present",
                }
            },
        )

    @property
    def at_the_table(self) -> tuple[Case, Table, RuleSet, Room]:
        """What every step of the procedure works on: case, table, rules and the room itself."""
        return self.setting.case, self.table, self.rules, self.room

    @property
    def rounds(self) -> int:
        """Rounds begun so far (1 is the first)."""
        return int(self.table.round_no[0]) + 1

    @property
    def speaker(self) -> str:
        """Whose offer was last on the table."""
        return (*self.setting.roles, "mediator")[int(self.table.speaker[0])]

    @property
    def ending(self) -> str:
        """How the talks ended; "talking" while they last."""
        return ENDINGS[int(self.table.ending[0])]

    def step(self) -> None:
        """One round: somebody proposes, everybody answers, they talk, somebody may leave, a stage may end.

        After the last round of a negotiation comes the term of what was signed, and the next talks of a series.
        """
        for _ in self.phases():
            pass

    def phases(self) -> Iterator[Phase]:
        """One round, phase by phase: each is named before it happens, so that who drives can wait there for people."""
        if not self.running:
            return
        if self.table.ending[0] == TALKING:
            self.moment = moment_of(self.table)
            yield "efforts"
            self.mediator.open_round()
            if self.setting.case.by_turns == 1:
                yield from self.take_turns()
            else:
                yield from self.exchange_offer()
            if self.table.ending[0] == TALKING:
                yield from self.exchange_views()
            self.datacollector.collect(self)
            self.close_round()
        if self.table.ending[0] != TALKING:
            self.close_talks()

    def exchange_offer(self) -> Iterator[Phase]:
        """One proposal, the answers, the reading of the text, the signature if there are enough yeses."""
        clear_answers(self.table)
        speaker = int(self.rules.next_speaker(self.room))
        self.table.speaker[0] = speaker
        yield "offer"
        if speaker < len(self.negotiators):
            self.negotiators[speaker].propose()
        else:
            self.mediator.propose_text()
        remember_offer(self.table)
        for negotiator in self.negotiators:
            negotiator.answer_offer(speaker)
        yield "answer"
        for negotiator in self.negotiators:
            negotiator.settle_answer(speaker)
        yield "sign"
        for negotiator in self.negotiators:
            negotiator.read_text(speaker)
        sign_if_enough(*self.at_the_table)

    def take_turns(self) -> Iterator[Phase]:
        """Every side in turn accepts what lies on the table or replaces it by its own offer."""
        part_with_absent(self.table)
        for negotiator in self.negotiators:
            if negotiator.is_present and self.table.ending[0] == TALKING:
                yield from self.take_turn(negotiator)

    def take_turn(self, negotiator: Negotiator) -> Iterator[Phase]:
        """One side's turn."""
        case, seat, agreed = self.setting.case, negotiator.seat, False
        begin_turn(*self.at_the_table, seat)
        if is_asked(self.table, seat):
            yield "answer"
            negotiator.make_up_mind()
            yield "sign"
            agreed = close_answer(*self.at_the_table, seat)
        if not agreed:
            yield "offer"
            clear_the_table(self.table, seat)
            negotiator.propose()
            put_on_the_table(case, self.table, self.moment, seat)

    def exchange_views(self) -> Iterator[Phase]:
        """Talk about interests, caucus, new options, and the question whether to stay."""
        yield "talk"
        for negotiator in self.negotiators:
            if negotiator.is_present:
                negotiator.talk()
                self.mediator.meet(negotiator)
        for negotiator in self.negotiators:
            negotiator.think_of_options()
        self.mediator.brainstorm()
        for negotiator in self.negotiators:
            negotiator.consider_leaving()

    def close_round(self) -> None:
        """The next round, the next stage, or the end of the talks."""
        close_round(*self.at_the_table)

    def close_talks(self) -> None:
        """The term of what was signed; then the next talks of the series, if there are more."""
        self.rules.live(self.room, 0)
        if is_last(self.setting.case, self.table):
            self.running = False
        else:
            turn_to_next(self.setting.case, self.table)
            deal(*self.at_the_table)

    def row(self) -> Floats:
        """What is kept of this run: the same row of numbers that a sweep keeps."""
        row = new_rows(self.setting.case, 1)[0]
        write_row(self.setting.case, self.table, row)
        return row
