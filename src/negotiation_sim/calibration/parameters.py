"""The numbers of the wage dispute that are taken to be unknown, and how likely each value is held beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.concepts import Floats

if TYPE_CHECKING:
    from collections.abc import Sequence

_ = str  # marks texts for the message catalogues; they are translated where they are shown


@dataclass(frozen=True)
class Parameter:
    """A field of the scenario, even between `low` and `high` beforehand; on the logarithm where `is_log`.

    `shipped` is what the scenario file has, `why` the reason for the range.
    """

    path: str
    title: str
    low: float
    high: float
    shipped: float
    why: str
    is_log: bool = False

    def at(self, share: float) -> float:
        """The value at a share of the way from low to high."""
        if self.is_log:
            return float(round(self.low * (self.high / self.low) ** share, 10))
        return float(round(self.low + share * (self.high - self.low), 10))

    def place(self, value: float) -> float:
        """The share of the way at which a value lies."""
        if self.is_log:
            return float(np.log(value / self.low) / np.log(self.high / self.low))
        return (value - self.low) / (self.high - self.low)


OPTIMISM, WORTH = "parties.*.optimism", "parties.*.reservation_value"

PARAMETERS = (
    Parameter(
        "communication.quality",
        _("quality of communication"),
        0.2,
        1.0,
        0.6,
        _("from a hostile hall, where one word in five arrives, to a perfect channel"),
    ),
    Parameter(
        OPTIMISM,
        _("optimism"),
        0.0,
        0.3,
        0.1,
        _("none, to a third of all there is to gain; direction known, size not (Babcock and Loewenstein 1997)"),
    ),
    Parameter(
        "parties.*.concession.firmness",
        _("firmness"),
        0.25,
        4.0,
        1.0,
        _("from Faratin's conceder to his Boulware, four times either way, even on the logarithm"),
        is_log=True,
    ),
    Parameter(
        WORTH,
        _("worth of no deal"),
        0.35,
        0.65,
        0.5,
        _("from much room for a deal to nearly none; nothing is known of its size"),
    ),
    Parameter(
        "parties.employer.reluctance",
        _("reluctance of the employer"),
        0.0,
        0.8,
        0.3,
        _("that many employers refuse talks is documented, how many is not"),
    ),
    Parameter(
        "mediator.skill",
        _("skill of the mediator"),
        0.0,
        1.0,
        0.4,
        _("the whole range; only a mediated dispute depends on it"),
    ),
)


def drawn(parameters: Sequence[Parameter], points: int, seed: int) -> Floats:
    """So many points [points, parameters] as even shares of each range, from a scrambled Sobol sequence.

    `points` must be a power of two, for which the sequence is even.
    """
    from negotiation_sim.sweeps.designs import shares_of
    from negotiation_sim.sweeps.factor import Factor

    factors = [Factor(parameter.path, None, parameter.low, parameter.high) for parameter in parameters]
    return shares_of("sobol", factors, points, seed)


def settings_at(parameters: Sequence[Parameter], shares: Floats) -> dict[str, object]:
    """The settings of the scenario at one point."""
    return {parameter.path: parameter.at(float(share)) for parameter, share in zip(parameters, shares, strict=True)}
