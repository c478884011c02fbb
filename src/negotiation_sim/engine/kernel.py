"""The executor for sweeps: runs of one case, streamed through one table into rows, in compiled code."""

from __future__ import annotations

from functools import cache
from typing import Any

import numba
from numba import types

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.engine.borrowing import address_of, lay_down
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


_SIGNATURE = types.void(
    ROOM_TYPE,
    _places(CONCESSION),
    _places(PACKAGES),
    _places(TALK),
    _places(ACCEPTANCE),
    types.FunctionType(STYLE),
    types.FunctionType(NEXT_SPEAKER),
    *[types.FunctionType(PROCEDURE)] * len(Procedures._fields),
    types.int64,
    types.int64[::1],
    types.float64[:, ::1],
)


def _sweep(
    room: Room,
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
    seed: int,
    runs: Ints,
    rows: Floats,
) -> None:
    here = lay_down(room)
    procedures = (at_home, invent, climb, stop_work, live)
    rules = lay_down(RuleSet(concession, packages, talk, acceptance, style, next_speaker, *procedures))
    for i in range(len(runs)):
        play(here.case, here.table, rules, address_of(here), seed, runs[i])
        write_row(here.case, here.table, rows[i])


@cache
def prepare() -> Any:
    """The compiled kernel, made or taken from disk at the first call, which must come before any thread sweeps.

    With its one signature given: left to infer types, numba would take two rules of the same shape for one.
    """
    return numba.njit(_SIGNATURE, cache=True, nogil=True)(_sweep)


def sweep(room: Room, rules: RuleSet, seed: int, runs: Ints, rows: Floats) -> None:
    """Play these runs in the room and fill a row for each; the interpreter's lock is released meanwhile."""
    prepare()(room, *rules, seed, runs, rows)
