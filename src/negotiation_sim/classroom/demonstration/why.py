"""Why negotiations fail: the same runs again with one cause removed at a time."""

from __future__ import annotations

from typing import Any

from negotiation_sim.analysis.why_no_deal import explain
from negotiation_sim.messages import translator
from negotiation_sim.scenario import Scenario

RUNS = 300


def why_they_fail(scenario: Scenario, seed: int, lang: str) -> dict[str, Any]:
    """Of the runs that failed, what share each removal repairs, the largest first. Raises RunError, ScenarioError."""
    answer = explain(scenario, RUNS, seed)
    say = translator(lang).gettext
    causes = [
        {"cause": cause.name, "label": say(cause.removal), "repaired": value, "low": low, "high": high}
        for cause in answer.applying
        if cause.repairs is not None
        for value, low, high in [cause.repairs]
    ]
    return {"failed": answer.failed, "runs": answer.runs, "causes": causes}
