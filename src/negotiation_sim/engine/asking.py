"""Which form a packages rule has, and so how a seat asks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negotiation_sim.engine.seat import ask_each_score, ask_package, ask_scores
from negotiation_sim.engine.selection import chooses_package, scores_one_option


def way_to_ask(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function of `seat` that asks a packages rule of this form."""
    if chooses_package(function):
        return ask_package
    return ask_each_score if scores_one_option(function) else ask_scores
