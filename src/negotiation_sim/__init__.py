"""Agent-based simulation of multi-party negotiation and mediation: the door for Python.

    from negotiation_sim import load_scenario, simulate, watch
    scenario = load_scenario("kazakhstan_general_agreement")
    print(simulate(scenario, runs=1000, seed=1).agreement_rate)

For a strategy or a mediator style of one's own there are `strategy`, `mediator_style`, `rule`, `Efforts` and
`Disclosure`. Nothing is imported before its name is used.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiation_sim.analysis.why_no_deal import explain
    from negotiation_sim.concepts import Disclosure, Efforts, Mediator, MediatorView, Party, View
    from negotiation_sim.experiments.simulation import simulate
    from negotiation_sim.mediators.style import mediator_style
    from negotiation_sim.rule import rule
    from negotiation_sim.scenario import Scenario, ScenarioError, load_scenario
    from negotiation_sim.story.watching import watch
    from negotiation_sim.strategies.strategy import strategy
    from negotiation_sim.sweeps.results import load_results
    from negotiation_sim.sweeps.sweeping import sweep
    from negotiation_sim.sweeps.view import open_results

__version__ = "0.1.0"

__all__ = [
    "Disclosure",
    "Efforts",
    "Mediator",
    "MediatorView",
    "Party",
    "Scenario",
    "ScenarioError",
    "View",
    "__version__",
    "explain",
    "load_results",
    "load_scenario",
    "mediator_style",
    "open_results",
    "rule",
    "simulate",
    "strategy",
    "sweep",
    "watch",
]

_HOMES = {
    "Disclosure": "concepts",
    "Efforts": "concepts",
    "Mediator": "concepts",
    "MediatorView": "concepts",
    "Party": "concepts",
    "Scenario": "scenario",
    "ScenarioError": "scenario",
    "View": "concepts",
    "explain": "analysis.why_no_deal",
    "load_results": "sweeps.results",
    "load_scenario": "scenario",
    "mediator_style": "mediators.style",
    "open_results": "sweeps.view",
    "rule": "rule",
    "simulate": "experiments.simulation",
    "strategy": "strategies.strategy",
    "sweep": "sweeps.sweeping",
    "watch": "story.watching",
}


def _from_home(name: str) -> Any:
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _from_home(name)


def __dir__() -> list[str]:
    return list(__all__)


class _Package(ModuleType):
    """The package, with `rule` the function even after the file of the same name was imported."""

    @property
    def rule(self) -> Any:
        """The decorator `rule`."""
        return _from_home("rule")

    @rule.setter
    def rule(self, module: ModuleType) -> None:
        """Importing the file `rule.py` sets this name to the module; the function keeps it."""


sys.modules[__name__].__class__ = _Package
