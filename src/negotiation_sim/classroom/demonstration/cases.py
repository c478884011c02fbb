"""The shipped cases as the page's controls need them: who sits there, over what, and how the file has it."""

from __future__ import annotations

from typing import Any

from negotiation_sim.classroom.demonstration.talks import case_named
from negotiation_sim.messages import translator
from negotiation_sim.scenario import Scenario, text_in
from negotiation_sim.scenario.cases import shipped_cases
from negotiation_sim.story.moves import MEDIATOR
from negotiation_sim.story.naming import Names


def cases_in(lang: str) -> list[dict[str, Any]]:
    """All shipped cases in a language."""
    return [_case(name, lang) for name in shipped_cases()]


def parties_of(case: Scenario, lang: str) -> list[dict[str, str]]:
    """Who sits at the table of a case, in the order they speak, and how each bargains as the file has it."""
    return [
        {"id": role, "label": case.party_label(role, lang), "strategy": case.party(role).strategy}
        for role in case.roles
    ]


def _case(name: str, lang: str) -> dict[str, Any]:
    case = case_named(name)
    return {
        "name": name,
        "title": case.title(lang),
        "description": text_in(case.description, lang),
        "parties": parties_of(case, lang),
        "mediator": Names(case, translator(lang), lang).party(MEDIATOR),
        "issues": [{"id": issue, "label": case.issue_label(issue, lang)} for issue in case.all_issues],
        "quality": case.communication.quality,
        "skill": case.mediator.skill,
        "style": case.mediator.style,
    }
