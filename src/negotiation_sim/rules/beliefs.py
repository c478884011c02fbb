"""What one side believes about how much another cares, and how talk and offers change it."""

from __future__ import annotations

import math

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.rule import rule

_TINY = 1e-6


@rule
def claim_scatter(noise: float, credibility: float) -> float:
    """Variance with which a claim is taken: that of the channel, larger the less its speaker is believed."""
    return (noise * noise + _TINY) / max(credibility, 0.05)


@rule
def learn_claim(belief: Floats, doubt: Floats, interest: int, heard: float, scatter: float) -> None:
    """Update the belief about one side's importances (`belief`, sum 1; `doubt`, variances) by one claim.

    Scalar Kalman step (Kalman 1960) with noise variance `scatter`; the change is taken from the other interests
    in proportion to their variances, which keeps the sum exactly (a normal vector conditioned on its sum). Of a
    single interest there is nothing to learn.
    """
    if len(belief) < 2:
        return
    gain = doubt[interest] / (doubt[interest] + scatter)
    change = gain * (heard - belief[interest])
    belief[interest] += change
    doubt[interest] *= 1.0 - gain
    rest = 0.0
    for g in range(len(belief)):
        if g != interest:
            rest += doubt[g]
    if rest > 0.0:
        share = change / rest
        for g in range(len(belief)):
            if g != interest:
                belief[g] -= share * doubt[g]


@rule
def standing(package: Ints, effects: Floats, options: Ints, interest: int) -> float:
    """How well a package serves one interest, in [0, 1] between the worst and the best package for it."""
    served = 0.0
    lowest = 0.0
    highest = 0.0
    for j in range(len(package)):
        served += effects[j, package[j], interest]
        low = effects[j, 0, interest]
        high = low
        for k in range(1, options[j]):
            low = min(low, effects[j, k, interest])
            high = max(high, effects[j, k, interest])
        lowest += low
        highest += high
    return (served - lowest) / (highest - lowest) if highest > lowest else 0.5


@rule
def learn_from_offer(belief: Floats, heard: Ints, effects: Floats, options: Ints, rate: float) -> None:
    """Shift belief towards interests that the speaker's offer serves well: a side asks for what it cares about.

    Ours (no published form): target_g proportional to belief_g * standing_g, belief moves by `rate` in [0, 1].
    Noise can have made a belief negative; such a one stays, and so does the sum of all.
    """
    total = 0.0
    positive = 0.0
    for g in range(len(belief)):
        if belief[g] > 0.0:
            positive += belief[g]
            total += belief[g] * standing(heard, effects, options, g)
    if total > 0.0:
        for g in range(len(belief)):
            if belief[g] > 0.0:
                target = belief[g] * standing(heard, effects, options, g) * positive / total
                belief[g] += rate * (target - belief[g])


@rule
def offer_as_claimed(belief: Floats, heard: Ints, effects: Floats, options: Ints) -> float:
    """What the speaker's offer would be worth to it, were its importances as it claims, in [0, 1]."""
    value = 0.0
    lowest = 0.0
    highest = 0.0
    for j in range(len(heard)):
        low = math.inf
        high = -math.inf
        for k in range(options[j]):
            v = 0.0
            for g in range(len(belief)):
                v += belief[g] * effects[j, k, g]
            low = min(low, v)
            high = max(high, v)
            if k == heard[j]:
                value += v
        lowest += low
        highest += high
    return (value - lowest) / (highest - lowest) if highest > lowest else 0.5


@rule
def contradicts(claimed_worth: float, expected: float, doubt: Floats, clarity: float) -> bool:
    """Whether an offer gives away so much of what its author claims to need that the claim cannot be true.

    Ours: the offer's worth under the claims is compared with what a sincere side would still ask at this time
    (the listener takes its own demand as the measure); more than two standard deviations apart, from doubt about
    the claims, from the channel and from how much demands differ between sides (0.2), is a contradiction.
    """
    unsure = 0.0
    for g in range(len(doubt)):
        unsure += doubt[g]
    scatter = math.sqrt(0.25 * unsure + 0.25 * (1.0 - clarity) + 0.04)
    return clarity * (expected - claimed_worth) > 2.0 * scatter


@rule
def understanding(belief: Floats, truth: Floats) -> float:
    """How well importances are known: 1 exactly, 0 no better than thinking all interests alike, below 0 misled."""
    error = 0.0
    ignorance = 0.0
    for g in range(len(truth)):
        error += abs(belief[g] - truth[g])
        ignorance += abs(1.0 / len(truth) - truth[g])
    return 1.0 - error / ignorance if ignorance > 0.0 else 1.0
