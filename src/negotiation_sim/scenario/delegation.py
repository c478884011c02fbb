"""A side that is a delegation of organisations, which speak with each other and ask their members."""

import math
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from negotiation_sim.scenario.fields import described, number
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Text

MOST_ORGANISATIONS = 10
MOST_MEMBERS = 25


class Organisation(StrictModel):
    """One organisation of a side: its weight in the delegation, and what it cares about."""

    label: Text | None = Field(None, description="Name shown to people. Text. Default: the identifier with spaces.")
    weight: float = number(1.0, 0.001, 1, "share", "Its weight in the delegation; the weights of a side add up to 1")
    importance: dict[str, Annotated[float, Field(ge=0)]] = Field(
        {},
        **described(
            "How much the organisation cares about each interest",
            "numbers from 0 under names of interests",
            "no entries, then as its side",
            "weight",
        ),
    )


def seats_of_members(weights: Sequence[float], members: int) -> list[int]:
    """How many of the members who vote belong to each organisation: largest remainders (Hamilton's method)."""
    exact = [weight * members / math.fsum(weights) for weight in weights]
    seats = [math.floor(share + 1e-9) for share in exact]
    by_remainder = sorted(range(len(seats)), key=lambda o: (seats[o] - exact[o], o))
    for o in by_remainder[: members - sum(seats)]:
        seats[o] += 1
    return seats


def reach(names: Sequence[str], links: Mapping[str, float]) -> list[float]:
    """How well the first organisation, which speaks for the side, hears each one, in [0, 1]; itself: 1.

    The best product of link factors on a path; links not named have 1.
    """
    from negotiation_sim.scenario.links import best_products

    return [row[0] for row in best_products(names, links)]
