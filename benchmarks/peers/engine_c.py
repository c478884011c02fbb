"""The limit: the negotiation in C, called through ctypes."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import numpy as np
from compiling_c import library
from engines import Again, Engine
from negotiations import EXPONENTS, Negotiation, Result


def call(function: Any, *arguments: Any) -> None:
    """Call a C function with whole numbers of 32 bits and the addresses of arrays."""
    function(*(ctypes.c_void_p(a.ctypes.data) if isinstance(a, np.ndarray) else ctypes.c_int32(a) for a in arguments))


class _Memory(NamedTuple):
    """Room for one negotiation of a size: seats of 48 bytes, utilities and their order, entries to sort, what came."""

    seats: np.ndarray
    numbers: np.ndarray
    orders: np.ndarray
    entries: np.ndarray
    out: np.ndarray
    trace: np.ndarray


def _memory(negotiation: Negotiation, deals: int) -> _Memory:
    sides, packages = len(negotiation.sides), int(np.prod(negotiation.options))
    return _Memory(
        np.zeros((sides, 6)),
        np.empty((sides, 2, packages)),
        np.empty((sides, packages), dtype=np.int32),
        np.empty((2 * packages, 2)),
        np.zeros((deals, 4), dtype=np.int32),
        np.zeros((negotiation.steps * sides, 3), dtype=np.int32),
    )


def worths_of(negotiations: list[Negotiation]) -> np.ndarray:
    """The tables of values [negotiation, side, issue, option]."""
    options = negotiations[0].options
    worths = np.zeros((len(negotiations), len(negotiations[0].sides), len(options), max(options)))
    for d, negotiation in enumerate(negotiations):
        for p, side in enumerate(negotiation.sides):
            for j, row in enumerate(side.worths):
                worths[d, p, j, : len(row)] = row
    return worths


class CLimit(Engine):
    """What there is to compute, in C."""

    name = "C"
    times = 500

    def __init__(self) -> None:
        self.c = library("sao.c")

    def _play(self, negotiations: list[Negotiation], worths: np.ndarray, memory: _Memory) -> None:
        first = negotiations[0]
        reserved = np.array([[side.reserved for side in each.sides] for each in negotiations])
        exponents = np.array([EXPONENTS[side.curve] for side in first.sides])
        options = np.array(first.options, dtype=np.int32)
        deals, sides, issues, most = worths.shape
        numbers = (deals, sides, issues, options, most, worths, reserved, exponents, first.steps)
        call(self.c.sao_new, *numbers, memory.numbers.shape[2], *memory)

    def prepared(self, negotiation: Negotiation) -> Again:
        """Packages in order, once; then nothing but the talks."""
        memory = _memory(negotiation, 1)
        self._play([negotiation], worths_of([negotiation]), memory)
        result = self._result(negotiation, memory)
        out = np.zeros(4, dtype=np.int32)

        def again(times: int) -> Result:
            seats, packages = memory.seats, memory.numbers.shape[2]  # C holds only addresses: memory stays alive
            call(self.c.sao_many, times, len(seats), seats, packages, negotiation.steps, out)
            return result if (out == memory.out[0]).all() else Result(None, -1, -1)

        return again

    @staticmethod
    def _result(negotiation: Negotiation, memory: _Memory) -> Result:
        packages, out = negotiation.packages(), memory.out[0]
        trace = tuple((int(step), int(side), packages[offer]) for step, side, offer in memory.trace[: out[3]])
        return Result(None if out[0] < 0 else packages[out[0]], int(out[1]), int(out[2]), trace)

    def newly_dealt(self, deal: Any) -> list[Result]:
        """All in one call; the tables of values lie ready as arrays."""
        memory = _memory(deal.negotiations[0], len(deal.negotiations))
        self._play(deal.negotiations, deal.worths, memory)
        packages = deal.packages
        return [Result(None if o[0] < 0 else packages[o[0]], o[1], o[2]) for o in memory.out.tolist()]
