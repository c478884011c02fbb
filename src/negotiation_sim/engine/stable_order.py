"""The order of a row of numbers, of equals the earlier first: the same on every processor."""

from __future__ import annotations

import numpy as np

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.rule import rule_compiled_as

_DIGIT = 11  # bits
_DIGITS = 6  # of 11 bits, which is all 64
_FEW = 300  # of so few numbers, counting the digits costs more than comparing does


def by_digits(numbers: Floats) -> Ints:
    """The same order as `stable_order`, by a radix sort: six passes over the bits of the numbers, the last digit first.

    Floating-point numbers have the order of their bits read as whole numbers, once the negative ones are turned round
    (Terdiman 2000, "Radix sort revisited").
    """
    count = len(numbers)
    if count < _FEW:
        return np.argsort(numbers, kind="mergesort")
    sign = np.uint64(1 << 63)
    mask = np.uint64((1 << _DIGIT) - 1)
    keys = (numbers + 0.0).view(np.uint64)  # a sum, because -0.0 equals 0.0 but has other bits
    places = np.zeros((_DIGITS, 1 << _DIGIT), dtype=np.int32)
    for i in range(count):
        key = ~keys[i] if keys[i] & sign else keys[i] | sign
        keys[i] = key
        for digit in range(_DIGITS):
            places[digit, key >> np.uint64(_DIGIT * digit) & mask] += 1
    order = np.arange(count).astype(np.int32)
    next_keys = np.empty_like(keys)
    next_order = np.empty_like(order)
    for digit in range(_DIGITS):
        shift = np.uint64(_DIGIT * digit)
        place = places[digit]
        before = 0
        for value in range(1 << _DIGIT):
            many = int(place[value])
            place[value] = before
            before += many
        for i in range(count):
            digit_here = keys[i] >> shift & mask
            here = place[digit_here]
            place[digit_here] = here + 1
            next_keys[here] = keys[i]
            next_order[here] = order[i]
        keys, next_keys = next_keys, keys
        order, next_order = next_order, order
    return order.astype(np.int64)


@rule_compiled_as(by_digits)
def stable_order(numbers: Floats) -> Ints:
    """Where each of the numbers (finite, any sign) comes from once they rise, of equals the earlier one first."""
    order: Ints = np.argsort(numbers, kind="stable")
    return order
