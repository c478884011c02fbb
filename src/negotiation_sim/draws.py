"""Chance with a name: every random number is a pure function of who asks for what, when, in which run.

There is no generator and no state. A draw is Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random
numbers: as easy as 1, 2, 3") applied to the counter (run, run, round, who-purpose-index) under the key (seed).
So results do not depend on order, chunking, threads or machine; every arm of a comparison shares its luck; and
any single run of a million can be replayed.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from negotiation_sim.rule import rule

# Purposes, frozen: append only, never renumber; a changed number changes every published result.
IMPORTANCE = 1
IMPORTANCE_RETRY = 2
RESERVATION = 3
OPTIMISM = 4
HEARING = 5
CLAIM = 6
CAUCUS = 7
CAUCUS_LINE = 8
REALITY = 9
TIT_FOR_TAT = 10
INVENTION = 11
MEMBER_TASTE = 12
MEMBER_MOOD = 13
MEMBER_BAR = 14
RELUCTANCE = 15
LEGAL_SLIP = 16
SHOCK = 17
NOTICED = 18

_MASK = 0xFFFFFFFF
_UNIT_32 = 1.0 / 4294967296.0
_UNIT_53 = 1.0 / 9007199254740992.0
_SQRT_3 = math.sqrt(3.0)


class Moment(NamedTuple):
    """When and where a draw is made: seed and run (0..2^63-1) and the round (0..2^32-1)."""

    seed: int
    run: int
    round_no: int


@rule
def philox4x32(c0: int, c1: int, c2: int, c3: int, k0: int, k1: int) -> tuple[int, int, int, int]:
    """Four 32-bit words from a 128-bit counter and a 64-bit key: Philox4x32 with ten rounds."""
    for _ in range(10):
        product_0 = 0xD2511F53 * c0
        product_1 = 0xCD9E8D57 * c2
        # The mask comes after the shift: in compiled code the product wraps at 64 bits with a sign.
        c0, c1, c2, c3 = (
            ((product_1 >> 32) & 0xFFFFFFFF) ^ c1 ^ k0,
            product_1 & 0xFFFFFFFF,
            ((product_0 >> 32) & 0xFFFFFFFF) ^ c3 ^ k1,
            product_0 & 0xFFFFFFFF,
        )
        k0 = (k0 + 0x9E3779B9) & 0xFFFFFFFF
        k1 = (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c0, c1, c2, c3


@rule
def words(moment: Moment, who: int, purpose: int, index: int) -> tuple[int, int, int, int]:
    """Four 32-bit words for one purpose of one party (or pair: speaker * 16 + listener), index 0..255."""
    run = int(moment.run)
    seed = int(moment.seed)
    return philox4x32(
        run & _MASK,
        (run >> 32) & _MASK,
        int(moment.round_no),
        (int(who) << 16) | (int(purpose) << 8) | int(index),
        seed & _MASK,
        (seed >> 32) & _MASK,
    )


@rule
def unit(word: int) -> float:
    """A 32-bit word as a number in [0, 1)."""
    return word * _UNIT_32


@rule
def fine_unit(high: int, low: int) -> float:
    """Two 32-bit words as a number in [0, 1) with 53 bits."""
    return ((high >> 5) * 67108864 + (low >> 6)) * _UNIT_53


@rule
def near_normal(high: int, low: int) -> float:
    """A near-normal number (mean 0, variance 1, within 3.47) from the four 16-bit parts of two words.

    Sum of four uniform numbers, centred and scaled (Irwin 1927, Hall 1927): only + - * /, so that any language
    can repeat it bit for bit.
    """
    total = (high & 0xFFFF) + (high >> 16) + (low & 0xFFFF) + (low >> 16)
    return (total / 65536.0 - 2.0 + 1.0 / 32768.0) * _SQRT_3


@rule
def uniform(moment: Moment, who: int, purpose: int, index: int) -> float:
    """One number in [0, 1) with 53 bits for one purpose."""
    high, low, _, _ = words(moment, who, purpose, index)
    return fine_unit(high, low)


@rule
def normal(moment: Moment, who: int, purpose: int, index: int) -> float:
    """One near-normal number for one purpose."""
    high, low, _, _ = words(moment, who, purpose, index)
    return near_normal(high, low)


@rule
def organisation_at(seat: int, organisation: int) -> int:
    """The number of an organisation of a side, for the `who` of a draw; no seat and no pair has it."""
    return 256 + seat * 16 + organisation


@rule
def pair(speaker: int, listener: int) -> int:
    """The number of an ordered pair of seats, for the `who` of a draw."""
    return speaker * 16 + listener
