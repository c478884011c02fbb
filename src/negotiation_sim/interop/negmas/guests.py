"""NegMAS' negotiators at a table of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext
from typing import Any

from negmas.gb.common import ResponseType  # type: ignore[import-not-found]

from negotiation_sim.concepts import AGREEMENT, DEADLINE, NO_BELOW_LINE, YES, Ints
from negotiation_sim.engine.counting import count_yes
from negotiation_sim.engine.mesa_model import BargainingModel, Negotiator, Phase
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.taking_turns import is_asked
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.interop.negmas.host import Host, StandIn
from negotiation_sim.interop.negmas.utilities import outcome_space_of, utility_at
from negotiation_sim.rules.acceptance import reaches_aspiration
from negotiation_sim.scenario.nearest_name import suggestion_or_all


class GuestSeat(Negotiator):
    """A seat that a guest may take; where there is none, the side plays as ever."""

    response: Any = None
    """What the guest said in this turn."""

    def propose(self) -> None:
        """Put the guest's counter-offer on the table."""
        if self.response is None:
            super().propose()
        else:
            self.model.table.offer[:] = self.response.outcome
            self._show_demand(self.model.table.offer)

    def make_up_mind(self) -> None:
        """Say what the guest said."""
        if self.response is None:
            super().make_up_mind()
            return
        accepted = self.response.response == ResponseType.ACCEPT_OFFER
        self.model.table.answers[self.seat] = YES if accepted else NO_BELOW_LINE
        if accepted:
            # A text that is worth less than what was heard is then not signed.
            self._show_demand(self.model.table.heard[self.seat])

    def _show_demand(self, package: Ints) -> None:
        """What a guest demands is known only by what it accepts or asks for."""
        table = self.model.table
        table.aspiration[self.seat] = worth_of(self.model.setting.case, table, self.seat, package)


class TableWithGuests(BargainingModel):
    """One run at which NegMAS' negotiators take the seats of some sides, by role; the others play as in the scenario.

    The protocol must be stacked_alternating_offers. A guest gets the values and the perceived reservation value that
    were dealt to its side, undiscounted; outcomes are numbers of options, from 0. It hears offers as its side would:
    what is misheard is what it answers. A guest who ends the talks, leaves, or makes no valid offer leaves the table.
    """

    negotiator_type = GuestSeat

    def __init__(self, setting: Setting, guests: Mapping[str, Any], seed: int = 1, run: int = 0) -> None:
        """Set the table and seat the guests. Raises ValueError where guests cannot play."""
        _check(setting, guests)
        super().__init__(setting, seed, run)
        self.guests = {setting.roles.index(role): guest for role, guest in guests.items()}
        space = outcome_space_of(setting.case)
        self.host = Host(outcome_space=space, n_steps=int(setting.case.deadline))
        for seat in range(len(setting.roles)):
            utility = utility_at(setting.case, self.table, seat, space)
            if not self.host.add(self.guests.get(seat, StandIn()), ufun=utility):
                told = gettext("{role}: the negotiator did not sit down; each can play one negotiation at a time")
                raise ValueError(told.format(role=setting.roles[seat]))
        self.host.open()

    def take_turns(self) -> Iterator[Phase]:
        """A round, which the guests see begin."""
        self.host.begin_round(int(self.table.round_no[0]))
        yield from super().take_turns()

    def take_turn(self, negotiator: Negotiator) -> Iterator[Phase]:
        """One side's turn; a guest may also pass or leave."""
        seat = negotiator.seat
        if isinstance(negotiator, GuestSeat) and seat in self.guests:
            heard = self.table.heard[seat] if is_asked(self.table, seat) else None
            negotiator.response = self.host.turn_of(seat, heard, count_yes(self.table) if heard is not None else 0)
            if not self._takes_part(seat, negotiator.response):
                return
        yield from super().take_turn(negotiator)
        if self.table.pending[0] == 1 and self.table.speaker[0] == seat:
            self.host.put_on_the_table(seat, self.table.offer)

    def _takes_part(self, seat: int, response: Any) -> bool:
        if response.response in (ResponseType.NO_RESPONSE, ResponseType.WAIT):
            return False
        leaves = response.response in (ResponseType.END_NEGOTIATION, ResponseType.LEAVE)
        if response.response == ResponseType.REJECT_OFFER:
            leaves = response.outcome is None or not self.host.outcome_space.is_valid(response.outcome)
        if leaves:
            self.table.present[seat] = 0
        return not leaves

    def close_talks(self) -> None:
        """Tell the guests that it is over."""
        super().close_talks()
        ending = self.table.ending[0]
        self.host.close(self.table.offer if ending == AGREEMENT else None, bool(ending == DEADLINE))


def _check(setting: Setting, guests: Mapping[str, Any]) -> None:
    case = setting.case
    for role in guests:
        if role not in setting.roles:
            told = gettext("there is no party {name}").format(name=repr(role))
            raise ValueError(f"{told}{suggestion_or_all(role, setting.roles)}")
        seat = setting.roles.index(role)
        if setting.selection.acceptance[case.acceptance_code[seat]] is not reaches_aspiration:
            told = gettext("{role}: the acceptance rule of a guest's seat must be reaches_aspiration")
            raise ValueError(told.format(role=role))
    if case.by_turns == 0:
        raise ValueError(gettext("guests from NegMAS play stacked_alternating_offers; write that as the protocol"))
    if len(case.stage_rounds) > 1 or case.agreements > 1:
        raise ValueError(gettext("guests from NegMAS play one negotiation; remove the ladder and the term"))
