"""Which runs agree under some talks: played once, kept, and only ever added to.

Runs 0, 1, 2, ... are played in this order under every setting, so all arms and all places of a slider share their
luck, and an answer with more runs contains the one with fewer.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.classroom.demonstration.talks import Arm, Talks
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player

CHUNK_SECONDS = 0.005
"""Time between two looks at who waits for what; so long may a newer question wait for an older one."""

_FIRST_CHUNK = 32
_LARGEST_CHUNK = 512
_OWN_BYTES = 2000
"""What an entry takes beside its arrays, about."""

_TIDIED_EVERY = 50
"""New settings between two looks at what all of them take."""

MOST_BYTES = 48 * 1024 * 1024


class Runs:
    """The runs of one setting, so far; one thread at a time may add to them."""

    def __init__(self, talks: Talks, arm: Arm) -> None:
        """Nothing is played yet."""
        self.talks = talks
        self.arm = arm
        self.agreed: NDArray[np.bool_] = np.zeros(0, dtype=np.bool_)
        self.seconds = 0.0
        """What a run took of a processor in the latest chunk; 0 before the first."""
        self._player: Player | None = None

    def play_some(self, goal: int) -> None:
        """Play the next few runs, up to a goal. Raises Refusal, ScenarioError, RunError."""
        begin = len(self.agreed)
        if begin >= goal:
            return
        if self._player is None:
            self._player = Player(self.talks.setting(self.arm), threads=1)
        chunk = range(begin, min(goal, begin + self._chunk()))
        started = time.thread_time()
        with self._player.seated() as play:
            rows = play(self.talks.seed, chunk)
        self.seconds = (time.thread_time() - started) / len(chunk)
        self.agreed = np.concatenate([self.agreed, rows[:, 0] == AGREEMENT])

    def _chunk(self) -> int:
        if not self.seconds:
            return _FIRST_CHUNK
        return int(min(max(CHUNK_SECONDS / self.seconds, 1), _LARGEST_CHUNK))

    @property
    def nbytes(self) -> int:
        """Memory that this takes, about."""
        return self.agreed.nbytes + _OWN_BYTES


class KeptRuns:
    """The runs of all settings that were asked for lately, within so many bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Nothing is kept yet."""
        self._most = most_bytes
        self._kept: OrderedDict[tuple[str, Arm], Runs] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, talks: Talks, arm: Arm) -> Runs:
        """The runs of a setting, with those that were played before."""
        key = (talks.key(arm), arm)
        with self._lock:
            runs = self._kept.pop(key, None)
            if runs is None:
                runs = Runs(talks, arm)
                if len(self._kept) % _TIDIED_EVERY == 0:
                    self._tidy()
            self._kept[key] = runs
            return runs

    def _tidy(self) -> None:
        """Forget the settings that were not asked for the longest, if all take too much."""
        taken = sum(runs.nbytes for runs in self._kept.values())
        while taken > self._most and self._kept:
            taken -= self._kept.popitem(last=False)[1].nbytes


KEPT = KeptRuns()
