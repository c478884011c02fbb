"""Our strategies as negotiators for NegMAS' SAOMechanism."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from negmas.gb.common import ResponseType  # type: ignore[import-not-found]
from negmas.sao import SAONegotiator  # type: ignore[import-not-found]

from negotiation_sim.interop.negmas.own_table import OwnTable
from negotiation_sim.interop.negmas.seat_scenario import OwnSide, setting_from_one_seat
from negotiation_sim.interop.negmas.utilities import Outcome, options_of, reserved_of, worths_of

ROUNDS_WITHOUT_LIMIT = 10_000
"""Parts into which the time is divided where NegMAS sets no number of steps."""


class OurNegotiator(SAONegotiator):  # type: ignore[misc]
    """Plays one seat by a strategy of ours, by what it hears; it knows its own utility function only.

    `strategy` and `settings` are those of a party in a scenario file: any strategy, any field, such as
    `{"concession": {"firmness": 4}}`. Needs a LinearAdditiveUtilityFunction over issues with values that can be
    listed. It never walks out, and speaks of nothing but offers.
    """

    def __init__(
        self, *args: Any, strategy: str = "interest_based", settings: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        """Take a strategy; everything else goes to NegMAS."""
        super().__init__(*args, **kwargs)
        self._strategy, self._settings = strategy, dict(settings or {})

    def on_negotiation_start(self, state: Any) -> None:
        """Forget the table of the negotiation before."""
        super().on_negotiation_start(state)
        self._begun, self._heard = -1, 0  # the step of the last turn, and how many offers of that step came before it

    def _sit_down(self) -> None:
        """At the first turn: NegMAS swallows errors that come earlier."""
        self._options = options_of(self.nmi.outcome_space)
        self._number = [{option: k for k, option in enumerate(own)} for own in self._options]
        self._seats = {name: seat for seat, name in enumerate(self.nmi.negotiator_ids)}
        self._rounds: int = self.nmi.n_steps or ROUNDS_WITHOUT_LIMIT
        own = OwnSide(worths_of(self.ufun, self._options), reserved_of(self.ufun), self._strategy, self._settings)
        seat = self._seats[self.id]
        self._table = OwnTable(setting_from_one_seat(own, seat, len(self._seats), self._rounds), seat)

    def _round_at(self, state: Any) -> int:
        """The round by NegMAS' time, (round + 1) / (rounds + 1), which may run by the clock on the wall."""
        passed = round(float(state.relative_time) * (self._rounds + 1))
        return max(0, min(self._rounds, passed) - 1)

    def _new_offers(self, state: Any) -> Iterator[tuple[int, str, Outcome]]:
        """The offers since the own last turn: the rest of that step, steps in between, the present step."""
        past = []
        for entry in reversed(self.nmi.history):
            if entry.step < self._begun:
                break
            if entry.step < state.step:
                past.append(entry)
        for entry in [*reversed(past), state]:
            offers = entry.new_offers[self._heard if entry.step == self._begun else 0 :]
            yield from ((self._round_at(entry), name, offer) for name, offer in offers if offer is not None)

    def _begin_turn(self, state: Any) -> None:
        """Hear what was said since the last turn, and make up one's demand; once a step."""
        if self._begun == state.step:
            return
        if self._begun < 0:
            self._sit_down()
        for round_no, name, offer in self._new_offers(state):
            if name != self.id and name in self._seats:
                package = [number[option] for number, option in zip(self._number, offer, strict=True)]
                self._table.overhear(round_no, self._seats[name], package)
        self._begun, self._heard = state.step, len(state.new_offers)
        self._table.begin_turn(self._round_at(state))

    def respond(self, state: Any, source: str | None = None) -> Any:
        """Yes or no to the offer on the table, by the acceptance rule; yes to one's own."""
        self._begin_turn(state)
        if state.current_proposer == self.id or self._table.accepts():
            return ResponseType.ACCEPT_OFFER
        return ResponseType.REJECT_OFFER

    def propose(self, state: Any, dest: str | None = None) -> Outcome:
        """The next offer, by the packages rule."""
        self._begin_turn(state)
        package = self._table.offer()
        return tuple(own[option] for own, option in zip(self._options, package, strict=True))


class TimeBasedNegotiator(OurNegotiator):
    """Our `time_based`, which makes the offers of NegMAS' AspirationNegotiator."""

    def __init__(self, *args: Any, strategy: str = "time_based", **kwargs: Any) -> None:
        """Take the strategy by its name."""
        super().__init__(*args, strategy=strategy, **kwargs)


class PositionBasedNegotiator(OurNegotiator):
    """Our `position_based`: haggles from its ideal towards the others' demands."""

    def __init__(self, *args: Any, strategy: str = "position_based", **kwargs: Any) -> None:
        """Take the strategy by its name."""
        super().__init__(*args, strategy=strategy, **kwargs)


class InterestBasedNegotiator(OurNegotiator):
    """Our `interest_based`: trades what matters less to it for what matters more, as far as offers tell."""

    def __init__(self, *args: Any, strategy: str = "interest_based", **kwargs: Any) -> None:
        """Take the strategy by its name."""
        super().__init__(*args, strategy=strategy, **kwargs)
