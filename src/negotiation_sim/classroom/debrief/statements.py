"""The questionnaire: five statements, answered before and after, on a scale from 1 to 5; nobody is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.debrief.causes import DEALS

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session

_ = str  # marks sentences for the message catalogues; the browser looks them up
STATEMENTS = {
    "listen": _("I listen until I understand why the other side wants something."),
    "explain": _("I say why I want something, not only what I want."),
    "options": _("I look for options that serve several sides."),
    "calm": _("I stay fair and calm when talks become hard."),
    "prepare": _("I know before the talks what I have without a deal."),
}
MOMENTS = ("before", "after")
FEWEST = 3
"""Answers of fewer people than this are not shown: one could tell who said what."""


def answers_of(classroom: Classroom, session: Session) -> list[dict[str, Any]]:
    """All answers of a session: table_id, role, moment, answers."""
    question = (
        "SELECT surveys.table_id, surveys.role, surveys.moment, surveys.answers FROM surveys "
        "JOIN tables ON tables.id = surveys.table_id WHERE tables.session = ?"
    )
    rows = classroom.store.rows(question, (session.id,))
    return [{**row, "answers": json.loads(row["answers"])} for row in rows]


def survey_of(rows: list[dict[str, Any]], tables: list[dict[str, Any]]) -> dict[str, Any]:
    """Means of all who answered, before and after; beside a deal or none, and beside what each role reached.

    `rows` as `answers_of` gives them, `tables` as `outcome_of` does. Roles without an answer are left out.
    """
    agreed = {table["id"] for table in tables if table["ending"] in DEALS}
    by_deal: dict[str, list[dict[str, Any]]] = {"with_deal": [], "without_deal": []}
    by_role: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_deal["with_deal" if row["table_id"] in agreed else "without_deal"].append(row)
        by_role.setdefault(row["role"], []).append(row)
    return {
        "statements": [{"key": key, "text": text} for key, text in STATEMENTS.items()],
        "fewest": FEWEST,
        "groups": {"all": _parts({"all": rows})["all"], **_parts(by_deal)},
        "roles": {role: {**part, "worth": _worth(role, tables)} for role, part in _parts(by_role).items()},
    }


def _parts(groups: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """The means of parts of one whole. Where one part is too small all are hidden: it would follow from the others."""
    found: dict[str, dict[str, Any]] = {name: {} for name in groups}
    for moment in MOMENTS:
        parts = {name: [row["answers"] for row in rows if row["moment"] == moment] for name, rows in groups.items()}
        is_shown = all(len(part) == 0 or len(part) >= FEWEST for part in parts.values())
        for name, part in parts.items():
            means = {key: round(sum(one[key] for one in part) / len(part), 2) for key in STATEMENTS} if part else None
            found[name][moment] = {"n": len(part), "means": means if is_shown else None}
    return found


def _worth(role: str, tables: list[dict[str, Any]]) -> float | None:
    """What a role reached on average, over the tables that came to an end of their own."""
    reached = [table["worth"][role] for table in tables if table["worth"] and role in table["worth"]]
    return round(sum(reached) / len(reached), 4) if reached else None
