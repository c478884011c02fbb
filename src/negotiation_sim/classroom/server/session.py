"""A session: one class, one scenario, some tables, and the code by which people join."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.mailbox import Mailbox
    from negotiation_sim.classroom.server.table import Table
    from negotiation_sim.scenario import Scenario


@dataclass(eq=False)
class Session:
    """What all its tables share; `trainers` and `screens` are who looks on, with their languages."""

    id: str
    code: str
    title: str
    lang: str
    noise: bool
    seed: int
    scenario: Scenario
    created: str
    run: int = 0  # the same at every table: all are dealt the same cards, so that they can be compared
    debrief: bool = False
    is_due: bool = False  # to be shown anew soon
    tables: list[Table] = field(default_factory=list)
    trainers: dict[Mailbox, str] = field(default_factory=dict)
    screens: dict[Mailbox, str] = field(default_factory=dict)

    @property
    def state(self) -> str:
        """lobby, playing, paused, ended or debrief."""
        if self.debrief:
            return "debrief"
        states = [table.state for table in self.tables]
        for state in ("playing", "paused"):
            if state in states:
                return state
        return "ended" if states and all(state == "ended" for state in states) else "lobby"
