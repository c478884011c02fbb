"""What a program is to the benchmark: something that plays negotiations, again and again or each for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import reference
from negotiations import Negotiation, Result

Again = Callable[[int], Result]
"""Plays one negotiation so many times and gives what came of it."""


class Engine:
    """A program. `times`: plays of one negotiation between two looks at the clock, so that it is fairly read."""

    name: str
    times = 1
    keeps_trace = True

    def prepared(self, negotiation: Negotiation) -> Again:
        """Everything that stays the same when a negotiation is played again, done once."""
        raise NotImplementedError

    def for_the_first_time(self, negotiation: Negotiation) -> Result:
        """One negotiation from its numbers to its result."""
        return self.prepared(negotiation)(1)

    def newly_dealt(self, deal: Any) -> Iterable[Result]:
        """Negotiations in each of which the sides value the options differently."""
        return [self.for_the_first_time(negotiation) for negotiation in deal.negotiations]


class PlainReference(Engine):
    """The rules alone, in plain Python."""

    name = "reference"
    times = 5

    def prepared(self, negotiation: Negotiation) -> Again:
        """Packages in order, once."""
        seats = reference.seats_of(negotiation)

        def again(times: int) -> Result:
            for _ in range(times - 1):
                reference.talk(seats, negotiation.steps)
            return reference.talk(seats, negotiation.steps)

        return again
