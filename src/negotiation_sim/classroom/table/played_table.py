"""One table of people and agents: events go in one by one, and the engine's own rules make the state of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from negotiation_sim.classroom.table import actions as do
from negotiation_sim.classroom.table.checking import check_package, check_sides, must
from negotiation_sim.classroom.table.played_model import PlayedModel
from negotiation_sim.classroom.table.reading import OBSERVER, Reading
from negotiation_sim.classroom.table.record import Record
from negotiation_sim.classroom.table.refused import Refused
from negotiation_sim.classroom.table.seats import PlayedMediator, PlayedNegotiator
from negotiation_sim.classroom.table.telling import tell_interest
from negotiation_sim.classroom.table.views import public_view, view
from negotiation_sim.classroom.table.whole_view import whole_view
from negotiation_sim.classroom.table.words import Words
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.mesa_model import Phase
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story.moves import Move

MEDIATOR = do.MEDIATOR
_ = str  # marks sentences for the message catalogues; they are translated where they are shown
_NOT_NOW = _("This cannot be done now.")


class PlayedTable:
    """A negotiation of a scenario under a seed and run, played by whoever sits there.

    `apply` takes the next event. As long as nobody sits down, the table is the run of that number in a sweep, round
    by round. `awaited`: roles whose people must act before talks go on.
    """

    def __init__(self, scenario: Scenario, seed: int, run: int) -> None:
        """Set the table; nothing happens before the event `start`."""
        self.scenario = scenario
        self.seed = seed
        self.run = run
        self.model = PlayedModel(scenario, setting_of(scenario), seed, run)
        self.has_mediator = bool(self.model.setting.case.skill > 0.0 and scenario.mediator.style != "absent")
        self.record = Record(self.model)
        self.history: list[Move] = []
        self.is_started = self.is_paused = self.is_closed = False
        self.phase: Phase | None = None
        self.applied = 0
        self.languages: dict[str, Words] = {}
        self._readings: dict[tuple[str, str], Reading] = {}
        self._public: dict[str, tuple[int, dict[str, Any]]] = {}
        self._steps = 0
        self._round: Iterator[Phase] | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles that people may take: the sides, then the mediator where there is one."""
        return (*self.model.setting.roles, *((MEDIATOR,) if self.has_mediator else ()))

    def at(self, role: str) -> PlayedNegotiator | PlayedMediator:
        """Who sits in this role. Raises Refused."""
        if role not in self.roles:
            raise Refused(_("There is no seat “{seat}” at this table."), seat=role[:40])
        return self.model.mediator if role == MEDIATOR else self.model.negotiators[self.roles.index(role)]

    @property
    def ended(self) -> bool:
        """Whether the talks are over, or were closed."""
        return self.is_closed or not self.model.running

    @property
    def state(self) -> str:
        """lobby, playing, paused or ended."""
        if self.ended:
            return "ended"
        if not self.is_started:
            return "lobby"
        return "paused" if self.is_paused else "playing"

    @property
    def waits_for_step(self) -> bool:
        """Whether nobody sits there, so that only the trainer moves the table on."""
        return self.state == "playing" and self._round is None

    @property
    def awaited(self) -> tuple[str, ...]:
        """Roles whose people must act before the talks go on."""
        if self.ended or not self.is_started or self.phase is None:
            return ()
        return tuple(role for role in self.roles if self._is_awaited(role))

    def apply(self, event: dict[str, Any]) -> None:
        """Take the next event. Raises Refused, and then nothing has changed."""
        action = do.action_of(event)
        must(not self.ended, _("The talks at this table are over."))
        if event["do"] in do.OF_SEATS:
            self._check_seat_may_act(action)
        _TAKE[type(action)](self, action)
        self.applied += 1
        self._go_on()

    def _check_seat_may_act(self, action: Any) -> None:
        seat = self.at(action.seat)
        must(self.is_started, _("The talks have not begun yet."))
        must(not self.is_paused, _("The trainer has paused the talks."))
        must(seat.is_human, _("The agent holds this seat."))
        if isinstance(seat, PlayedNegotiator):
            must(seat.is_present, _("This side is not at the table now."))

    def _is_awaited(self, role: str) -> bool:
        seat = self.at(role)
        if not seat.is_human or seat.decisions.agent_moves:
            return False
        number = self.roles.index(role)
        speaks = bool(self.model.table.speaker[0] == number)
        if self.phase == "offer":
            return speaks and seat.decisions.package is None
        if isinstance(seat, PlayedMediator):
            at_work = works(self.model.setting.case, self.model.table)
            waits = {"efforts": seat.decisions.efforts is None, "talk": not seat.decisions.done}
            return bool(at_work and waits.get(str(self.phase), False))
        if self.phase == "answer":
            return seat.must_answer
        if self.phase == "sign":
            return seat.must_sign
        return self.phase == "talk" and seat.is_present and not seat.decisions.done and not seat.decisions.leaving

    def _go_on(self) -> None:
        """Play as far as people's decisions, or the trainer's steps, reach."""
        while self.is_started and not self.is_paused and not self.ended:
            if self._round is None:
                if not any(self.at(role).is_human for role in self.roles):
                    if self._steps == 0:
                        return
                    self._steps -= 1
                self._round = self.model.phases()
                for role in self.roles:
                    self.at(role).decisions.next_round()
            elif self.awaited:
                return
            self._turn_to_next_phase(self._round)

    def _turn_to_next_phase(self, phases: Iterator[Phase]) -> None:
        was = self.phase
        self.record.remember()
        self.phase = next(phases, None)
        self.record.write(was)
        for role in self.roles:
            self.at(role).decisions.next_phase()
        if self.phase is None:
            self._round = None
            self.history += self.model.moves

    def words(self, lang: str) -> Words:
        """Names and facts of the scenario in a language, kept, since every view needs them."""
        if lang not in self.languages:
            self.languages[lang] = Words(self.scenario, self.model, self.roles, lang)
        return self.languages[lang]

    def reading(self, reader: str, lang: str) -> Reading:
        """What a reader has of the log, in a language, kept as well: the log only grows."""
        if (reader, lang) not in self._readings:
            self._readings[reader, lang] = Reading(self, reader, lang)
        return self._readings[reader, lang]

    def public(self, lang: str) -> dict[str, Any]:
        """What everybody may know, in a language, worked out once after each event."""
        known = self._public.get(lang)
        if known is None or known[0] != self.applied:
            known = self._public[lang] = self.applied, public_view(self, lang)
        return known[1]

    def view(self, seat: str | None, lang: str) -> dict[str, Any]:
        """What a seat (None: an observer) may see, in a language; `views` says what is in it."""
        return view(self, seat or OBSERVER, lang)

    def everything(self, lang: str) -> dict[str, Any]:
        """What the trainer, and in the debrief everybody, may see."""
        return whole_view(self, lang)

    # What each action does.

    def _start(self, action: do.Start) -> None:
        must(not self.is_started, _NOT_NOW)
        self.is_started = True

    def _pause(self, action: do.Pause) -> None:
        must(self.is_started and not self.is_paused, _NOT_NOW)
        self.is_paused = True

    def _resume(self, action: do.Resume) -> None:
        must(self.is_paused, _NOT_NOW)
        self.is_paused = False

    def _close(self, action: do.Close) -> None:
        self.is_closed = True
        self.record.note("closed")

    def _step(self, action: do.Step) -> None:
        must(self.waits_for_step, _NOT_NOW)
        self._steps += 1

    def _sit(self, action: do.Sit) -> None:
        seat = self.at(action.seat)
        must(not seat.is_human, _("People hold this seat already."))
        seat.is_human = True
        self.record.note("sat", party=action.seat, human=True)

    def _release(self, action: do.Release) -> None:
        seat = self.at(action.seat)
        must(seat.is_human, _("The agent holds this seat."))
        seat.is_human = False
        self.record.note("sat", party=action.seat, human=False)

    def _agent_moves(self, action: do.AgentMoves) -> None:
        must(action.seat in self.awaited, _("Nobody waits for this seat."))
        self.at(action.seat).decisions.agent_moves = True
        self.record.note("agent_moved", party=action.seat)

    def _must_be_awaited(self, seat: str, phase: Phase) -> None:
        must(self.phase == phase and seat in self.awaited, _("It is not your turn for this."))

    def _efforts(self, action: do.Efforts) -> None:
        self._must_be_awaited(action.seat, "efforts")
        self.at(action.seat).decisions.efforts = action

    def _offer(self, action: do.Offer) -> None:
        self._must_be_awaited(action.seat, "offer")
        self.at(action.seat).decisions.package = check_package(self.model, action.package)

    def _answer(self, action: do.Answer) -> None:
        self._must_be_awaited(action.seat, "answer")
        self.at(action.seat).decisions.answer = action.yes

    def _sign(self, action: do.Sign) -> None:
        self._must_be_awaited(action.seat, "sign")
        self.at(action.seat).decisions.sign = action.yes

    def _done(self, action: do.Done) -> None:
        self._must_be_awaited(action.seat, "talk")
        self.at(action.seat).decisions.done = True

    def _leave(self, action: do.Leave) -> None:
        must(action.seat != MEDIATOR, _("The mediator cannot walk away from the table."))
        must(
            not (self.phase == "offer" and action.seat in self.awaited),
            _("It is your turn: make an offer first, then you can leave."),
        )
        must(not self.at(action.seat).decisions.leaving, _NOT_NOW)
        self.at(action.seat).decisions.leaving = True

    def _tell(self, action: do.Tell) -> None:
        must(action.seat != MEDIATOR, _("The mediator speaks of nobody's interests but in its own texts."))
        must(self.phase not in (None, "efforts"), _("Wait until the round has been opened."))
        check_sides(self, action.seat, action.to)
        interests = list(self.scenario.interests)
        must(action.interest in interests, _("There is no interest “{name}”."), name=action.interest[:40])
        tell_interest(self.model, self.record, action, interests.index(action.interest))

    def _say(self, action: do.Say) -> None:
        if action.to is not None:
            check_sides(self, action.seat, [action.to])
        text = " ".join(action.text.split())
        must(bool(text), _("A message needs at least one word."))
        only = None if action.to is None else (action.seat, action.to)
        self.record.note("said", only=only, speaker=action.seat, to=action.to, text=text)


_TAKE: dict[type, Callable[[PlayedTable, Any], None]] = {
    do.Start: PlayedTable._start,
    do.Pause: PlayedTable._pause,
    do.Resume: PlayedTable._resume,
    do.Close: PlayedTable._close,
    do.Step: PlayedTable._step,
    do.Sit: PlayedTable._sit,
    do.Release: PlayedTable._release,
    do.AgentMoves: PlayedTable._agent_moves,
    do.Efforts: PlayedTable._efforts,
    do.Offer: PlayedTable._offer,
    do.Answer: PlayedTable._answer,
    do.Sign: PlayedTable._sign,
    do.Done: PlayedTable._done,
    do.Leave: PlayedTable._leave,
    do.Tell: PlayedTable._tell,
    do.Say: PlayedTable._say,
}
