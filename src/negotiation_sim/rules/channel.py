"""What arrives of what was said: garbled options, and how a careful listener weighs what was heard."""

from __future__ import annotations

import math

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.draws import HEARING, Moment, pair, unit, words
from negotiation_sim.rule import rule


@rule
def opened(clarity: float, help_given: float) -> float:
    """The clarity of a link that a mediator helps to open: half of what is lost, times skill and effort, returns."""
    return 1.0 - (1.0 - clarity) * (1.0 - 0.5 * help_given)


@rule
def carried(quality: float, skill: float) -> float:
    """The quality of a message that a mediator carries from room to room (shuttle).

    Two hops, the first of which the mediator can repair by asking back, as far as the skill goes. Ours.
    """
    return quality * (1.0 - (1.0 - quality) * (1.0 - skill))


@rule
def hear_option(said: int, options: int, clarity: float, u: float) -> int:
    """The option heard: the one said with probability `clarity`, else any option, all equally likely.

    One number u in [0, 1) decides both. Small numbers are right hearings (also those by good luck), so a better
    channel never turns a right hearing into a wrong one.
    """
    right = clarity + (1.0 - clarity) / options
    if u < right:
        return said
    other = min(options - 2, int((u - right) / (1.0 - right) * (options - 1)))
    return other + 1 if other >= said else other


@rule
def hear_package(
    package: Ints, options: Ints, clarity: float, moment: Moment, speaker: int, listener: int, heard: Ints
) -> int:
    """Fill `heard` with the package as this listener hears it; returns how many issues were heard wrong."""
    if clarity >= 1.0:
        for j in range(len(package)):
            heard[j] = package[j]
        return 0
    wrong = 0
    who = pair(speaker, listener)
    for first in range(0, len(package), 4):
        w0, w1, w2, w3 = words(moment, who, HEARING, first)
        for offset in range(min(4, len(package) - first)):
            j = first + offset
            word = w0 if offset == 0 else (w1 if offset == 1 else (w2 if offset == 2 else w3))
            heard[j] = hear_option(package[j], options[j], clarity, unit(word))
            if heard[j] != package[j]:
                wrong += 1
    return wrong


@rule
def understand(heard_value: float, expected: float, clarity: float) -> float:
    """What a careful listener makes of a heard value: expected + clarity * (heard - expected).

    A shrinkage estimate: exactly Bayes' for a garbled package when `expected` is the mean over packages.
    """
    return expected + clarity * (heard_value - expected)


@rule
def remember_position(positions: Floats, heard: Ints, ordered: Ints, clarity: float) -> None:
    """Move what a speaker is thought to ask towards what was just heard; on an unordered issue keep the last."""
    for j in range(len(heard)):
        if ordered[j] == 1:
            positions[j] += clarity * (heard[j] - positions[j])
        else:
            positions[j] = heard[j]


@rule
def noise_of(scale: float, clarity: float) -> float:
    """Standard deviation of what is heard about a quantity of this scale: scale * sqrt((1 - c) / c).

    Without any clarity nothing can be told: a scale of a thousand.
    """
    if clarity <= 1e-6:
        return 1000.0 * scale
    return scale * math.sqrt((1.0 - clarity) / clarity)
