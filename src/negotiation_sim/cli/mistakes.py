"""What the command line says when something goes wrong, and with which exit code it ends."""

from __future__ import annotations

import os
from gettext import gettext

from negotiation_sim.analysis.missing_library import MissingLibrary
from negotiation_sim.engine.executor import RunError
from negotiation_sim.engine.plugins import PluginError
from negotiation_sim.scenario.problems import ScenarioError
from negotiation_sim.scenario.system_words import system_words
from negotiation_sim.sweeps.mistakes import ResultsError, SweepError


def explain_error(error: Exception) -> tuple[list[str], int]:
    """Lines for standard error and the exit code: 2 where the input is wrong, 1 where the work failed."""
    if os.environ.get("NEGOTIATION_SIM_TRACEBACK"):
        raise error
    if isinstance(error, ScenarioError):
        return error.report().splitlines(), 2
    if isinstance(error, ResultsError | MissingLibrary):
        return [str(error)], 2
    if isinstance(error, SweepError):
        return [str(error)], 1
    if isinstance(error, PluginError):
        return str(error).splitlines(), 2
    if isinstance(error, RunError):
        call = f"negotiation-sim watch CONFIG --run {error.run}"
        return [f"{error}", gettext("See it happen: {call}").format(call=call)], 1
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return [f"{name}{system_words(error)}"], 1
    return [
        gettext("This should not have happened: {error}").format(error=f"{type(error).__name__}: {error}"),
        gettext("Set NEGOTIATION_SIM_TRACEBACK=1 and run again to see where; please report it."),
    ], 1
