"""Plays many runs of one setting: compiled and on several threads where numba is there, plainly where not."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from gettext import gettext
from threading import Lock
from typing import Any

import numpy as np

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.engine.open_rooms import open_room
from negotiation_sim.engine.outcome import new_rows, write_row
from negotiation_sim.engine.plain_rules import plain_rules
from negotiation_sim.engine.play import play
from negotiation_sim.engine.selection import Selection
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Room
from negotiation_sim.rule import HAVE_NUMBA

BLOCK = 1000
_compiling = Lock()  # threads that need the same rules wait for the one that compiles them


class RunError(RuntimeError):
    """A rule of the user's failed in one run, which is named so that it can be watched."""

    def __init__(self, run: int, cause: BaseException) -> None:
        """Name the run and what went wrong in it."""
        self.run = run
        reason = gettext(str(cause)) if str(cause) else ""
        which = gettext("run {run}").format(run=run)
        super().__init__(f"{which}: {type(cause).__name__}: {reason}")


def _play_plain(room: Room, rules: Any, seed: int, runs: Ints, rows: Floats) -> None:
    for i, run in enumerate(runs):
        play(room.case, room.table, rules, room, seed, int(run))
        write_row(room.case, room.table, rows[i])


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@lru_cache(maxsize=256)
def _compiled(selection: Selection) -> tuple[Any, dict[str, str]]:
    """The compiled rule set of a selection, and which of its functions are called back, and why."""
    from negotiation_sim.engine.compiled_rules import Compiler
    from negotiation_sim.engine.kernel import KeptRules

    compiler = Compiler()
    return KeptRules(compiler.compile(selection)), compiler.called_back


class Player:
    """Plays runs of one setting; `called_back` names rules that run as plain Python, with the reason."""

    def __init__(self, setting: Setting, threads: int | None = None) -> None:
        """Compile what can be compiled. `threads`: default one for each processor that may be used."""
        self.setting = setting
        self.threads = threads or processors()
        if HAVE_NUMBA:
            from negotiation_sim.engine.kernel import sweep

            with _compiling:
                self._rules, self.called_back = _compiled(setting.selection)
            self._play: Any = sweep
        else:
            self._rules, self.called_back = plain_rules(setting.selection), {}
            self._play = _play_plain
            self.threads = 1

    def _rows(self, rooms: deque[Room], seed: int, runs: Ints) -> Floats:
        rows = new_rows(self.setting.case, len(runs))
        room = rooms.popleft()
        try:
            self._play(room, self._rules, seed, runs, rows)
        except Exception as error:  # whatever a user's rule raises, the run is named
            run = int(room.table.run[0])
            raise RunError(run, self._in_plain_words(seed, run, error)) from error
        finally:
            rooms.append(room)
        return rows

    def _in_plain_words(self, seed: int, run: int, error: Exception) -> Exception:
        """What plain Python says of a run that failed in compiled code: it knows file, line and side."""
        rules = plain_rules(self.setting.selection)
        with open_room(self.setting.case) as room:
            try:
                _play_plain(room, rules, seed, np.array([run]), new_rows(self.setting.case, 1))
            except Exception as plain:  # the user's own error again, told better
                return plain
        return error

    @contextmanager
    def seated(self) -> Iterator[Callable[[int, range], Floats]]:
        """A function (seed, runs) -> rows that plays in the calling thread, in one room that stays open."""
        with open_room(self.setting.case) as room:
            rooms = deque([room])
            yield lambda seed, runs: self._rows(rooms, seed, np.arange(runs.start, runs.stop, dtype=np.int64))

    def stream(self, seed: int, runs: range | Ints, block: int = BLOCK) -> Iterator[Floats]:
        """Rows of these runs in their order, `block` at a time; memory does not grow with the number of runs."""
        blocks = (runs[start : start + block] for start in range(0, len(runs), block))
        with ExitStack() as stack:
            rooms = deque(stack.enter_context(open_room(self.setting.case)) for _ in range(self.threads))
            pool = stack.enter_context(ThreadPoolExecutor(self.threads))
            waiting: deque[Future[Floats]] = deque()
            try:
                for some in blocks:
                    waiting.append(pool.submit(self._rows, rooms, seed, np.ascontiguousarray(some, dtype=np.int64)))
                    if len(waiting) > 2 * self.threads:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def rows(self, seed: int, runs: range | Ints) -> Floats:
        """Rows of these runs, all at once."""
        parts = list(self.stream(seed, runs))
        return np.concatenate(parts) if parts else new_rows(self.setting.case, 0)
