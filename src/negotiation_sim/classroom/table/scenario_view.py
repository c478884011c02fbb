"""The public facts of a scenario for a page: issues, options, what they do to interests, in the reader's language."""

from __future__ import annotations

from typing import Any

import numpy as np

from negotiation_sim.classroom.table.played_table import PlayedTable
from negotiation_sim.scenario import text_in
from negotiation_sim.story.naming import Names

_DIGITS = 3


def scenario_view(table: PlayedTable, names: Names, lang: str) -> dict[str, Any]:
    """Title, interests, the issues known so far, parties, quota, time, and whether words may be misheard."""
    model, case = table.model, table.model.setting.case
    interests = list(table.scenario.interests)
    issues = []
    for j, (issue, known) in enumerate(zip(model.setting.issues, model.table.options, strict=True)):
        if known < 2:
            continue  # nobody has thought of it yet
        effects = [[round(float(case.effects[j, k, g]), _DIGITS) for g in range(len(interests))] for k in range(known)]
        options = [names.option(issue, k) for k in range(known)]
        issues.append(
            {
                "id": issue,
                "label": names.issue(issue),
                "ordered": bool(case.ordered[j]),
                "known": int(known),
                "options": options,
                "bare_options": [names.bare_option(issue, k) for k in range(known)],
                "unit": names.unit(issue),
                "effects": effects,
            }
        )
    return {
        "title": table.scenario.title(lang),
        "description": text_in(table.scenario.description, lang),
        "interests": [{"id": name, "label": names.interest(name)} for name in interests],
        "issues": issues,
        "parties": [{"id": role, "label": names.party(role)} for role in table.roles],
        "quota": int(model.table.needed[0]),
        "deadline": int(case.deadline),
        "noise": bool(np.any(case.quality * case.listening < 1.0)),
    }
