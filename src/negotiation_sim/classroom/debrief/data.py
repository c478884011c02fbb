"""The debrief of a session: everything that its page, and the file to hand out, show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.debrief.causes import cause_of
from negotiation_sim.classroom.debrief.space import space_of_session
from negotiation_sim.classroom.debrief.statements import answers_of, survey_of
from negotiation_sim.classroom.debrief.tables import outcome_of

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session


def debrief_of(classroom: Classroom, session: Session, lang: str) -> dict[str, Any]:
    """All tables of a session, the space they share, the questionnaire; in a language."""
    space = space_of_session(session)
    tables = []
    for table in session.tables:
        outcome = outcome_of(table)
        outcome["cause"] = cause_of(table.played, space)
        outcome["joint_gain"], outcome["share"] = _gain(outcome, space)
        tables.append(outcome)
    return {
        "title": session.title,
        "noise": session.noise,
        "scenario": session.tables[0].played.words(lang).scenario(),
        "space": space,
        "tables": tables,
        "survey": survey_of(answers_of(classroom, session), tables),
    }


def _gain(table: dict[str, Any], space: dict[str, Any]) -> tuple[float | None, float | None]:
    """What a table won over no deal, all sides together, and as a share of the most there was to win."""
    if table["worth"] is None or table["ending"] == "closed":
        return None, None
    if table["package"] is None:
        return 0.0, 0.0 if space["most"] else None
    gain = sum(table["worth"][role] - table["line"][role] for role in table["line"])
    return round(gain, 4), round(gain / space["most"], 4) if space["most"] else None
