"""What a strategy is: four rules, and how a user marks a function of their own as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from negotiation_sim.rule import rule

Function = TypeVar("Function", bound=Callable[..., Any])


class Strategy(NamedTuple):
    """Four pure functions, see docs/model.md: how demand falls, which offer, what is said, yes or no.

    `concession(party, view) -> aspiration`, `packages(party, view, issue, option) -> score` (or, to fill the whole
    table at once, `packages(party, view, scores)`), `talk(party, view, listener) -> Disclosure`,
    `acceptance(party, view, understood_value) -> bool`.
    """

    concession: Callable[..., Any]
    packages: Callable[..., Any]
    talk: Callable[..., Any]
    acceptance: Callable[..., Any]


RULES = Strategy._fields


def strategy(function: Function) -> Function:
    """Mark a function `(party, view, issue, option) -> score` as a strategy that a scenario file can name.

    It says how much the side would like an option in its next offer. The other three rules stay those of
    `position_based`, unless the scenario's `rules:` swap them.
    """
    marked = rule(function)
    marked.__dict__["negotiation_sim_kind"] = "strategy"
    return marked
