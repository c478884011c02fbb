"""Trust grows slowly with offers that get better and falls quickly with offers that get worse."""

from __future__ import annotations

from negotiation_sim.rule import rule


@rule
def after_offer(trust: float, change: float, gain: float, loss: float, scale: float) -> float:
    """Trust in [0, 1] after an offer heard to be better (change > 0) or worse than the speaker's last one.

    `change` is in utility as heard, before any correction for noise: so noise itself makes mistrust. The step is
    full from `scale` on; losses outweigh gains (negativity: Slovic 1993).
    """
    step = min(1.0, abs(change) / scale)
    if change > 0.0:
        return trust + gain * step * (1.0 - trust)
    return trust - loss * step * trust


@rule
def after_breach(trust: float, loss: float) -> float:
    """Trust after the other's word proved different: an exaggeration found out, a text not as understood."""
    return trust - loss * trust


@rule
def devalued(value: float, devaluation: float, trust: float) -> float:
    """What an offer is felt to be worth coming from this source: reactive devaluation (Ross and Stillinger 1991)."""
    return value - devaluation * (1.0 - trust)
