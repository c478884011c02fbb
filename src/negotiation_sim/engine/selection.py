"""Which functions a scenario uses: found by name, or in a user's file."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from negotiation_sim.engine.procedures import NO_PROCEDURES, Procedures


class Selection(NamedTuple):
    """The distinct rules of a table by kind (at most eight of each), its mediator style, protocol and procedures."""

    concession: tuple[Callable[..., Any], ...]
    packages: tuple[Callable[..., Any], ...]
    talk: tuple[Callable[..., Any], ...]
    acceptance: tuple[Callable[..., Any], ...]
    style: Callable[..., Any]
    next_speaker: Callable[..., Any]
    procedures: Procedures = NO_PROCEDURES


def scores_one_option(function: Callable[..., Any]) -> bool:
    """Whether a packages rule scores one option, `(party, view, issue, option)`, rather than fill the table."""
    return len(inspect.signature(function).parameters) == 4


def chooses_package(function: Callable[..., Any]) -> bool:
    """Whether a packages rule chooses among all packages, `(party, view) -> number`, rather than score options."""
    return len(inspect.signature(function).parameters) == 2
