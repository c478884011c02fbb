"""Who sits at the table of a shipped case, as the page's controls need it."""

from __future__ import annotations

from negotiation_sim.scenario import Scenario


def parties_of(case: Scenario, lang: str) -> list[dict[str, str]]:
    """Who sits at the table of a case, in the order they speak, and how each bargains as the file has it."""
    return [
        {"id": role, "label": case.party_label(role, lang), "strategy": case.party(role).strategy}
        for role in case.roles
    ]
