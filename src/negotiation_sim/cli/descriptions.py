"""What ships with the program, each with one sentence: the first line of its documentation, in English."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any


def described_strategies() -> dict[str, str]:
    """The strategies."""
    from negotiation_sim.strategies.catalogue import presets

    return {name: _first_line(sys.modules[preset.packages.__module__]) for name, preset in presets().items()}


def described_rules() -> dict[str, dict[str, str]]:
    """The single rules, by kind."""
    from negotiation_sim.scenario.built_in import ACCEPTANCES, CONCESSIONS, STRATEGIES
    from negotiation_sim.strategies.catalogue import single_rules

    names = {"concession": CONCESSIONS, "packages": STRATEGIES, "talk": STRATEGIES, "acceptance": ACCEPTANCES}
    functions = single_rules()
    return {kind: {name: _first_line(functions[kind][name]) for name in names[kind]} for kind in names}


def described_styles() -> dict[str, str]:
    """The styles of mediators."""
    from negotiation_sim.mediators.catalogue import styles

    return {name: _first_line(sys.modules[style.__module__]) for name, style in styles().items()}


def descriptions() -> list[str]:
    """Every sentence once, for the message catalogues."""
    rules = [sentence for rules in described_rules().values() for sentence in rules.values()]
    return list(dict.fromkeys([*described_strategies().values(), *rules, *described_styles().values()]))


def _first_line(described: Callable[..., Any] | object) -> str:
    return (inspect.getdoc(described) or "").partition("\n")[0]
