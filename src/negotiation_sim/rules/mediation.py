"""What a mediator's actions do: noise of a caucus, relaying, reality-testing, and a bias that shows."""

from __future__ import annotations

import math

from negotiation_sim.rule import rule


@rule
def caucus_noise(scale: float, help_given: float) -> float:
    """Standard deviation of what a mediator of this skill times effort takes from a caucus."""
    return scale * math.sqrt((1.0 - help_given) / help_given)


@rule
def estimate_line(estimate: float, heard: float, help_given: float) -> float:
    """The mediator's estimate of a side's reservation value after hearing it in caucus."""
    return estimate + 0.3 * help_given * (heard - estimate)


@rule
def relay_scatter(doubt: float, trust: float, help_given: float) -> float:
    """Variance with which a relayed estimate is taken: the mediator's own doubt, weighed by trust and help."""
    return doubt / (max(trust, 0.05) * max(help_given, 0.05))


@rule
def reality_reading(reservation: float, skill: float, luck: float) -> float:
    """What the mediator takes to be a side's true alternative, in [0, 1]: right but for noise that skill reduces."""
    return min(1.0, max(0.0, reservation + 0.05 * math.sqrt((1.0 - skill) / skill) * luck))


@rule
def sobered(perceived: float, reading: float, pressure: float, trust: float) -> float:
    """The perceived reservation value after one round of reality-testing; only an overrated one moves."""
    if perceived <= reading:
        return perceived
    return perceived - pressure * trust * (perceived - reading)


@rule
def trust_under_pressure(trust: float, gap: float, applied: float, cost: float) -> float:
    """Trust in the mediator after being told that the own alternative is worse than believed (gap > 0). Ours."""
    if gap <= 0.0:
        return trust
    return trust * (1.0 - cost * applied * min(1.0, gap))


@rule
def favoured_line(line: float, bias: float) -> float:
    """The line that a partial mediator writes its text for: the favoured side's, raised towards 1 by the bias."""
    return line + bias * (1.0 - line)
