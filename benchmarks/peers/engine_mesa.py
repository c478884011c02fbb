"""Mesa alone: a bare model whose agents are the sides of the plain reference."""

from __future__ import annotations

import mesa
import reference
from engines import Again, Engine
from negotiations import Negotiation, Result


class _Talker(mesa.Agent):
    """A side in the plain reference's words."""

    def __init__(self, model: _Talks, seat: reference.Seat, number: int) -> None:
        super().__init__(model)
        self.seat, self.number = seat, number

    def step(self) -> None:
        """Accept what lies on the table or replace it."""
        talks = self.model
        if not talks.running:
            return
        demand = self.seat.demand((talks.round + 1) / (talks.rounds + 1))
        if talks.offer is not None and self.seat.worth[talks.offer] >= demand:
            talks.yeses += 1
            talks.running = talks.yeses < len(talks.agents)
        else:
            talks.offer, talks.author, talks.yeses = self.seat.offer(demand), self.number, 1
            talks.trace.append((talks.round, self.number, talks.offer))


class _Talks(mesa.Model):
    """One negotiation: a step is a round."""

    def __init__(self, seats: list[reference.Seat], rounds: int) -> None:
        super().__init__()
        self.rounds, self.round = rounds, 0
        self.offer: reference.Package | None = None
        self.author, self.yeses = -1, 0
        self.trace: list[tuple[int, int, reference.Package]] = []
        for number, seat in enumerate(seats):
            _Talker(self, seat, number)
        # Mesa 3.3 gives each model a counter of agents in a table that keeps the model alive for ever.
        getattr(mesa.Agent, "_ids", {}).pop(self, None)

    def step(self) -> None:
        """Every side in turn."""
        self.agents.do("step")
        self.round += 1


def _run(seats: list[reference.Seat], rounds: int) -> Result:
    talks = _Talks(seats, rounds)
    while talks.running and talks.round < rounds:
        talks.step()
    if talks.running:
        return Result(None, rounds, -1, tuple(talks.trace))
    return Result(talks.offer, talks.round, talks.author, tuple(talks.trace))


class BareMesa(Engine):
    """A bare Mesa model with the plain rules, no collector of data."""

    name = "bare Mesa model"
    times = 3

    def prepared(self, negotiation: Negotiation) -> Again:
        """Packages in order, once."""
        seats = reference.seats_of(negotiation)

        def again(times: int) -> Result:
            for _ in range(times - 1):
                _run(seats, negotiation.steps)
            return _run(seats, negotiation.steps)

        return again
