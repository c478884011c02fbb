"""Answers that take a moment: each is worked out once, in a thread, for all who ask; the newest are kept."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

MOST_BYTES = 16 * 1024 * 1024
MOST_WAITING = 60
"""Answers that may wait to be worked out; whoever asks for one more is told to come again."""


class TooManyError(Exception):
    """So many answers are asked for that another one would have to wait for long."""


class Answers:
    """Works answers out and keeps them as JSON, within so many bytes."""

    def __init__(self, hands: int = 2, most_bytes: int = MOST_BYTES) -> None:
        """Nothing is kept yet. `hands`: threads that work."""
        self._pool = ThreadPoolExecutor(hands, thread_name_prefix="demonstration answers")
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._begun: dict[Hashable, Future[bytes]] = {}
        self._most = most_bytes
        self._bytes = 0
        self._lock = threading.Lock()

    async def of(self, key: Hashable, work: Callable[[], Any]) -> bytes:
        """The answer to a question. Raises TooManyError, and what the work raises."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if key not in self._begun:
                if len(self._begun) >= MOST_WAITING:
                    raise TooManyError
                self._begun[key] = self._pool.submit(self._worked_out, key, work)
            begun = self._begun[key]
        return await asyncio.shield(asyncio.wrap_future(begun))  # somebody else may wait for it too

    def _worked_out(self, key: Hashable, work: Callable[[], Any]) -> bytes:
        try:
            answer = json.dumps(work(), ensure_ascii=False, allow_nan=False).encode()
            with self._lock:
                self._kept[key] = answer
                self._bytes += len(answer)
                while self._bytes > self._most and len(self._kept) > 1:
                    self._bytes -= len(self._kept.popitem(last=False)[1])
            return answer
        finally:
            with self._lock:
                del self._begun[key]
