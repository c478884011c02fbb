"""The executor for sweeps: runs of one case, streamed through one table into rows, in compiled code."""

from __future__ import annotations

from functools import cache
from typing import Any

import numba
import numpy as np
from numba import types

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.engine.borrowing import LARGEST_RECORD, address_of, lay_down, lay_down_at, record_reader
from negotiation_sim.engine.compiled_rules import (
    ACCEPTANCE,
    CONCESSION,
    NEXT_SPEAKER,
    PACKAGES,
    PROCEDURE,
    STYLE,
    TALK,
)
from negotiation_sim.engine.outcome import write_row
from negotiation_sim.engine.play import play
from negotiation_sim.engine.procedures import Procedures
from negotiation_sim.engine.room_type import ROOM_TYPE
from negotiation_sim.engine.rule_set import PLACES, RuleSet
from negotiation_sim.engine.table import Room


def _places(signature: Any) -> types.Type:
    return types.UniTuple(types.FunctionType(signature), PLACES)


_FUNCTIONS = (
    _places(CONCESSION),
    _places(PACKAGES),
    _places(TALK),
    _places(ACCEPTANCE),
    types.FunctionType(STYLE),
    types.FunctionType(NEXT_SPEAKER),
    *[types.FunctionType(PROCEDURE)] * len(Procedures._fields),
)
_rules_at = record_reader(types.NamedTuple(_FUNCTIONS, RuleSet))


def _keep(
    concession: Any,
    packages: Any,
    talk: Any,
    acceptance: Any,
    style: Any,
    next_speaker: Any,
    at_home: Any,
    invent: Any,
    climb: Any,
    stop_work: Any,
    live: Any,
    rank: Any,
    address: int,
) -> None:
    procedures = (at_home, invent, climb, stop_work, live, rank)
    lay_down_at(RuleSet(concession, packages, talk, acceptance, style, next_speaker, *procedures), address)


def _sweep(room: Room, rules_address: int, seed: int, runs: Ints, rows: Floats) -> None:
    here = lay_down(room)
    rules = _rules_at(rules_address)
    for i in range(len(runs)):
        play(here.case, here.table, rules, address_of(here), seed, runs[i])
        write_row(here.case, here.table, rows[i])


@cache
def prepare() -> tuple[Any, Any]:
    """The compiled kernel and `_keep`, made or taken from disk at the first call, before any thread sweeps.

    With their one signature given: left to infer types, numba would take two rules of the same shape for one.
    """
    rows = (types.int64[::1], types.float64[:, ::1])
    kernel = numba.njit(types.void(ROOM_TYPE, types.int64, types.int64, *rows), cache=True, nogil=True)(_sweep)
    keep = numba.njit(types.void(*_FUNCTIONS, types.int64), cache=True)(_keep)
    return kernel, keep


class KeptRules:
    """A rule set laid down in memory for the kernel.

    Handing compiled functions over takes milliseconds, as long as playing fifty negotiations; so it is done once.
    """

    def __init__(self, rules: RuleSet) -> None:
        """Lay the functions down; they are kept, since the memory holds only their addresses."""
        self.rules = rules
        self._memory = np.zeros(LARGEST_RECORD // 8, dtype=np.int64)
        self.address = self._memory.ctypes.data
        prepare()[1](*rules, self.address)


def sweep(room: Room, rules: KeptRules, seed: int, runs: Ints, rows: Floats) -> None:
    """Play these runs in the room and fill a row for each; the interpreter's lock is released meanwhile."""
    prepare()[0](room, rules.address, seed, runs, rows)
