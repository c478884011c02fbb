"""How often something may be done: so many at once, then so many a second, for each who asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

_MOST_KEPT = 10_000


class Allowance:
    """A bucket for each key: full at first, one taken for each deed, refilled steadily.

    Args:
        at_once: How many a full bucket holds.
        seconds: Time in which an empty bucket is full again.
        clock: Seconds that only grow.
    """

    def __init__(self, at_once: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with full buckets."""
        self._most = float(at_once)
        self._a_second = at_once / seconds
        self._clock = clock
        self._buckets: dict[Hashable, tuple[float, float]] = {}

    def take(self, key: Hashable = None) -> bool:
        """Take one, if there is one."""
        now = self._clock()
        left, since = self._buckets.pop(key, (self._most, now))
        left = min(self._most, left + (now - since) * self._a_second)
        self._buckets[key] = (left - 1 if left >= 1 else left, now)
        if len(self._buckets) > _MOST_KEPT:
            del self._buckets[next(iter(self._buckets))]  # the one that asked longest ago
        return left >= 1
