"""The error that a file in the Genius format is answered with."""

from __future__ import annotations

from negotiation_sim.scenario.problems import ScenarioError


class GeniusFileError(ScenarioError):
    """Files in the Genius format cannot be used. `problems` holds the mistakes, one line each."""

    def report(self) -> str:
        """One line for each mistake: file:line:column: message. Lines of XML are too long to be shown."""
        return str(self)
