"""What NegMAS' negotiators see of a table of ours: a mechanism that keeps the state and plays nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from negmas.sao import SAOMechanism, SAONegotiator  # type: ignore[import-not-found]


class StandIn(SAONegotiator):  # type: ignore[misc]
    """Has the place of a side of ours among NegMAS' negotiators; nobody ever asks it."""

    def propose(self, state: Any, dest: str | None = None) -> None:
        """Nothing."""


class Host(SAOMechanism):  # type: ignore[misc]
    """Tells guests what happens as a running SAOMechanism would; the table of ours decides what happens."""

    def open(self) -> None:
        """Everybody is seated: the talks begin."""
        state = self._current_state
        state.running, state.started, state.step = True, True, 0
        self._tell_time(state)
        for negotiator in self.negotiators:
            negotiator._on_negotiation_start(state=self.state_for(negotiator))

    def _tell_time(self, state: Any) -> None:
        state.relative_time = self._relative_time_for(self._internal_nmi)

    def begin_round(self, round_no: int) -> None:
        """The round before is over, and another begins; rounds count from 0."""
        state = self._current_state
        if round_no > 0:
            for negotiator in self.negotiators:
                negotiator.on_round_end(self.state_for(negotiator))
            self._add_to_history(self.state4history)
        state.step, state.new_offers, state.new_data = round_no, [], []
        self._tell_time(state)
        for negotiator in self.negotiators:
            negotiator.on_round_start(self.state_for(negotiator))

    def turn_of(self, seat: int, heard: Iterable[int] | None, yeses: int) -> Any:
        """A guest's answer: what lies on the table as it heard it, and how many have said yes to it."""
        negotiator, state = self.negotiators[seat], self._current_state
        state.current_offer = None if heard is None else tuple(map(int, heard))
        state.n_acceptances = yeses
        following = self.negotiators[(seat + 1) % len(self.negotiators)].id
        return negotiator(state=self.state_for(negotiator), dest=following)

    def put_on_the_table(self, seat: int, offer: Iterable[int]) -> None:
        """A side has made an offer."""
        state, author = self._current_state, self.negotiators[seat]
        package = tuple(map(int, offer))
        state.current_offer, state.current_proposer, state.n_acceptances = package, author.id, 1
        state.new_offers.append((author.id, package))
        for other in self.negotiators:
            if other is not author:
                other.on_partner_proposal(state=self.state_for(other), partner_id=author.id, offer=package)

    def close(self, agreement: Iterable[int] | None, timed_out: bool) -> None:
        """The talks are over."""
        state = self._current_state
        state.running = False
        state.agreement = None if agreement is None else tuple(map(int, agreement))
        state.timedout, state.broken = timed_out, agreement is None and not timed_out
        self._add_to_history(self.state4history)
        state.step += 1
        self.on_negotiation_end()
