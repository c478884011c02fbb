"""The rule set in plain Python: the room is the pair of case and table itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negotiation_sim.engine import seat
from negotiation_sim.engine.asking import way_to_ask
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.selection import Selection


def _concession(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda room, at, source, clock: seat.ask_concession(function, room.case, room.table, at, source, clock)


def _packages(function: Callable[..., Any]) -> Callable[..., Any]:
    ask = way_to_ask(function)
    return lambda room, at, clock: ask(function, room.case, room.table, at, clock)


def _talk(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda room, at, clock: seat.ask_talk(function, room.case, room.table, at, clock)


def _acceptance(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda room, at, source, clock, value: seat.ask_acceptance(
        function, room.case, room.table, at, source, clock, value
    )


def _procedure(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda room, argument: function(room.case, room.table, argument)


def plain_rules(selection: Selection) -> RuleSet:
    """The functions of a selection as ordinary Python calls."""
    return RuleSet(
        concession=tuple(_concession(f) for f in selection.concession),
        packages=tuple(_packages(f) for f in selection.packages),
        talk=tuple(_talk(f) for f in selection.talk),
        acceptance=tuple(_acceptance(f) for f in selection.acceptance),
        style=lambda room, clock: seat.ask_style(selection.style, room.case, room.table, clock),
        next_speaker=lambda room: selection.next_speaker(room.case, room.table),
        **{name: _procedure(function) for name, function in selection.procedures._asdict().items()},
    )
