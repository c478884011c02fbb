"""NegMAS: as documented, and as fast as its settings make it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engines import Again, Engine
from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.sao import AspirationNegotiator, SAOMechanism, SAONegotiator
from negotiations import Negotiation, Result, Side

Makers = list[Callable[[], SAONegotiator]]


def outcome_space_of(negotiation: Negotiation) -> Any:
    """The issues with whole numbers as values, so that an outcome is a package."""
    return make_os([make_issue(list(range(count)), f"issue_{j}") for j, count in enumerate(negotiation.options)])


def utility_of(side: Side, outcome_space: Any) -> LinearAdditiveUtilityFunction:
    """A side's utility function."""
    tables = [dict(enumerate(row)) for row in side.worths]
    weights = [1.0] * len(tables)
    return LinearAdditiveUtilityFunction(
        tables, weights=weights, outcome_space=outcome_space, reserved_value=side.reserved
    )


def run(outcome_space: Any, utilities: list[Any], makers: Makers, steps: int, callbacks: bool = True) -> Result:
    """One negotiation in NegMAS' mechanism."""
    mechanism = SAOMechanism(outcome_space=outcome_space, n_steps=steps, extra_callbacks=callbacks)
    for make, utility in zip(makers, utilities, strict=True):
        if not mechanism.add(make(), ufun=utility):
            raise RuntimeError("NegMAS did not let a negotiator in")
    state = mechanism.run()
    if state.has_error:
        raise RuntimeError(f"in NegMAS' mechanism: {state.error_details}")
    seats = {name: number for number, name in enumerate(mechanism.negotiator_ids)}
    trace = tuple((step, seats[name], tuple(outcome)) for step, name, outcome in mechanism.extended_trace)
    if state.agreement is None:
        return Result(None, state.step, -1, trace)
    return Result(tuple(state.agreement), state.step, seats[state.current_proposer], trace)


class NegmasDefault(Engine):
    """NegMAS as documented."""

    name = "NegMAS, default"
    callbacks = True

    @staticmethod
    def makers(negotiation: Negotiation) -> Makers:
        """Who plays each side."""
        return [lambda curve=side.curve: AspirationNegotiator(aspiration_type=curve) for side in negotiation.sides]

    def prepared(self, negotiation: Negotiation) -> Again:
        """Outcome space and utility functions, once."""
        space = outcome_space_of(negotiation)
        utilities = [utility_of(side, space) for side in negotiation.sides]
        makers = self.makers(negotiation)

        def again(times: int) -> Result:
            for _ in range(times - 1):
                run(space, utilities, makers, negotiation.steps, self.callbacks)
            return run(space, utilities, makers, negotiation.steps, self.callbacks)

        return again


class NegmasTuned(NegmasDefault):
    """NegMAS with the inverse utility kept on the utility function, and without extra callbacks."""

    name = "NegMAS, tuned"
    callbacks = False

    @staticmethod
    def makers(negotiation: Negotiation) -> Makers:
        """Who plays each side."""

        def maker(curve: str) -> Callable[[], SAONegotiator]:
            return lambda: AspirationNegotiator(aspiration_type=curve, ufun_inverter=lambda utility: utility.invert())

        return [maker(side.curve) for side in negotiation.sides]
