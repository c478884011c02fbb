"""What a mediator style is, and how a user marks a function of their own as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from negotiation_sim.rule import rule

Function = TypeVar("Function", bound=Callable[..., Any])


def mediator_style(function: Function) -> Function:
    """Mark a function `(mediator, view) -> Efforts` as a mediator style that a scenario file can name.

    It sees the clock, the trust of each side in the mediator, the last answers and how much it still doubts, and
    returns its effort in [0, 1] on each action.
    """
    marked = rule(function)
    marked.__dict__["negotiation_sim_kind"] = "mediator_style"
    return marked
