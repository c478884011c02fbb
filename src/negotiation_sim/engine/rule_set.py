"""The functions that a table's sides, mediator and protocol use, in the form in which the executors call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

PLACES = 8  # rules of a kind at one table: as many as there can be sides


class RuleSet(NamedTuple):
    """Tuples of functions, indexed by the codes in `Case`; all take the room (or its address) first.

    `concession(room, seat, source, clock) -> aspiration`; `packages(room, seat, clock)` fills `table.scores`
    and gives -1, or gives the number of a package;
    `talk(room, seat, clock)` fills `table.items` and `table.bend`; `acceptance(room, seat, source, clock, value)
    -> 1 or 0`; `style(room, clock)` fills `table.efforts`; `next_speaker(room) -> seat`;
    the procedures of `engine.procedures`, `(room, argument) -> int`.
    """

    concession: tuple[Callable[..., Any], ...]
    packages: tuple[Callable[..., Any], ...]
    talk: tuple[Callable[..., Any], ...]
    acceptance: tuple[Callable[..., Any], ...]
    style: Callable[..., Any]
    next_speaker: Callable[..., Any]
    at_home: Callable[..., Any]
    invent: Callable[..., Any]
    climb: Callable[..., Any]
    stop_work: Callable[..., Any]
    live: Callable[..., Any]
    rank: Callable[..., Any]
