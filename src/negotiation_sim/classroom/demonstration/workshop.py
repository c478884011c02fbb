"""Where runs are played for all pages: a few threads, a piece at a time, first for whom an answer is nearest.

Who waits for the fewest runs of a point comes first, so nobody's fine curve holds up somebody's first rough one; among
those, who was served least. A page that asks something else, or goes, withdraws its order between two pieces.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence

from negotiation_sim.classroom.demonstration.runs import Runs
from negotiation_sim.engine.executor import processors


class _Order:
    """Somebody waits until all of these have so many runs."""

    def __init__(self, wanted: Sequence[Runs], goal: int) -> None:
        self.wanted = [runs for runs in wanted if len(runs.agreed) < goal]
        self.goal = goal
        self.served = 0.0  # seconds
        self.loop = asyncio.get_running_loop()
        self.done: asyncio.Future[None] = self.loop.create_future()

    def is_met(self) -> bool:
        self.wanted = [runs for runs in self.wanted if len(runs.agreed) < self.goal]
        return not self.wanted

    def report(self, error: BaseException | None) -> None:
        """Tell who waits, from another thread."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._settle, error)

    def _settle(self, error: BaseException | None) -> None:
        if self.done.done():
            return
        if error is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(error)


class Workshop:
    """Threads that play what is ordered, shared by everybody who asks."""

    def __init__(self, hands: int | None = None) -> None:
        """Threads start with the first order. `hands`: how many; by default one processor is left free."""
        self.hands = hands or max(1, processors() - 1)
        self._orders: list[_Order] = []
        self._busy: set[Runs] = set()
        self._change = threading.Condition()
        self._threads: list[threading.Thread] = []

    async def play(self, wanted: Sequence[Runs], goal: int) -> None:
        """Until all have so many runs. Raises what playing raises; cancelled, it is out of the way."""
        order = _Order(wanted, goal)
        with self._change:
            if order.is_met():  # looked at here, since a piece that is being played may be its last
                return
            self._orders.append(order)
            while len(self._threads) < self.hands:
                name = f"demonstration {len(self._threads)}"
                self._threads.append(threading.Thread(target=self._work, name=name, daemon=True))
                self._threads[-1].start()
            self._change.notify_all()
        try:
            await order.done
        finally:
            with self._change:
                if order in self._orders:
                    self._orders.remove(order)

    def _work(self) -> None:
        while True:
            with self._change:
                while (found := self._next()) is None:
                    self._change.wait()
                order, runs = found
                self._busy.add(runs)
            error: Exception | None = None
            started = time.perf_counter()
            try:
                runs.play_some(order.goal)
            except Exception as raised:  # whoever asked is told; the threads are for everybody
                error = raised
            with self._change:
                order.served += time.perf_counter() - started
                self._busy.discard(runs)
                self._settle(runs, error)
                self._change.notify_all()

    def _next(self) -> tuple[_Order, Runs] | None:
        for order in sorted(self._orders, key=lambda order: (order.goal, order.served)):
            for runs in order.wanted:
                if runs not in self._busy and len(runs.agreed) < order.goal:
                    return order, runs
        return None

    def _settle(self, played: Runs, error: Exception | None) -> None:
        """Tell all whose order this piece ended; the same runs may be ordered by many."""
        for order in [*self._orders]:
            if error is not None and played in order.wanted:
                order.report(error)
            elif order.is_met():
                order.report(None)
            else:
                continue
            self._orders.remove(order)


WORKSHOP = Workshop()
