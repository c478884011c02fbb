"""One side's own table: what the others say elsewhere is repeated here, and the side's rules answer it.

Nothing here knows NegMAS; any program in which a turn is to accept the offer on the table or to replace it can use it.
"""

from __future__ import annotations

from collections.abc import Sequence

from negotiation_sim.concepts import NO_BELOW_LINE, YES
from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.engine.mediating import open_round
from negotiation_sim.engine.offering import make_up_mind, note_answer, propose
from negotiation_sim.engine.plain_rules import plain_rules
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Room, new_table
from negotiation_sim.engine.taking_turns import begin_turn, clear_the_table, is_asked, put_on_the_table


class OwnTable:
    """The table of one side, in plain Python; the same steps as in `engine.taking_turns`."""

    def __init__(self, setting: Setting, seat: int, seed: int = 1, run: int = 0) -> None:
        """Set the table; of the others' private numbers only the opening demands are ever read."""
        self.case, self.table, self.seat = setting.case, new_table(setting.case), seat
        self._rules = plain_rules(setting.selection)
        self._room = Room(self.case, self.table)
        open_series(self.table, seed, run)
        deal(self.case, self.table, self._rules, self._room)
        open_round(self.case, self.table, self._rules, self._room)

    def _reach(self, round_no: int) -> None:
        if self.table.round_no[0] != round_no:
            self.table.round_no[0] = round_no
            open_round(self.case, self.table, self._rules, self._room)

    def overhear(self, round_no: int, speaker: int, package: Sequence[int]) -> None:
        """Another side put a package on the table; rounds count from 0."""
        self._reach(round_no)
        self._note_answers(speaker)
        self._put(speaker, package)

    def _note_answers(self, refused_by: int) -> None:
        """Who replaces the own offer has said no to it, and who had a turn in between said yes."""
        if self.table.pending[0] == 0 or self.table.speaker[0] != self.seat:
            return
        sides = len(self.table.present)
        others = (self.seat + 1 + i for i in range(sides - 1))
        for other in (seat % sides for seat in others):
            self.table.answers[other] = NO_BELOW_LINE if other == refused_by else YES
            note_answer(self.table, self.seat, other)
            if other == refused_by:
                return

    def _put(self, speaker: int, package: Sequence[int]) -> None:
        clear_the_table(self.table, speaker)
        self.table.offer[:] = package
        put_on_the_table(self.case, self.table, moment_of(self.table), speaker)

    def begin_turn(self, round_no: int) -> None:
        """The side's turn in a round has come: it makes up its demand."""
        self._reach(round_no)
        begin_turn(self.case, self.table, self._rules, self._room, self.seat)

    def accepts(self) -> bool:
        """Whether the side says yes to what another side put on the table; no where there is nothing."""
        if not is_asked(self.table, self.seat):
            return False
        speaker = int(self.table.speaker[0])
        make_up_mind(self.case, self.table, self._rules, self._room, speaker, self.seat)
        note_answer(self.table, speaker, self.seat)
        return bool(self.table.answers[self.seat] == YES)

    def offer(self) -> tuple[int, ...]:
        """The side's own package, which replaces what lies on the table."""
        clear_the_table(self.table, self.seat)
        propose(self.case, self.table, self._rules, self._room, self.seat)
        package = tuple(map(int, self.table.offer))
        self._put(self.seat, package)
        return package
