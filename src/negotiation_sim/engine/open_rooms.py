"""Which rooms are open: how a rule that runs as plain Python finds the arrays the compiled kernel works on."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from negotiation_sim.engine.table import Case, Room, new_table

_numbers = itertools.count(1)
_open: dict[int, Room] = {}


@contextmanager
def open_room(case: Case) -> Iterator[Room]:
    """A room with a table of its own for this case, open until the block ends."""
    number = next(_numbers)
    _open[number] = Room(case, new_table(case, number))
    try:
        yield _open[number]
    finally:
        del _open[number]


def room_number(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that takes the number of an open room where the given one takes the room."""
    return lambda number, *arguments: function(_open[int(number)], *arguments)
