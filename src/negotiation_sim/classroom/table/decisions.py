"""What people have decided in the present phase of a round, until the engine's table takes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from negotiation_sim.classroom.table.actions import Efforts


@dataclass
class Decisions:
    """The decisions of one seat; what is None is open, and the agent decides it if nobody does."""

    efforts: Efforts | None = None
    package: list[int] | None = None
    answer: bool | None = None
    sign: bool | None = None
    done: bool = False
    leaving: bool = False
    agent_moves: bool = False
    claims: dict[int, int] = field(default_factory=dict)  # how often it spoke of an interest to whom, this round

    def next_phase(self) -> None:
        """What was decided is done; the agent's leave to decide ends."""
        self.agent_moves = False

    def next_round(self) -> None:
        """Nothing is decided yet, except to leave."""
        self.efforts = self.package = self.answer = self.sign = None
        self.done = self.agent_moves = False
        self.claims = {}
