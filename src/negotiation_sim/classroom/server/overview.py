"""A session at one glance: the trainer's grid, and the projector's screen, which holds no secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session


def grid(classroom: Classroom, session: Session, lang: str) -> dict[str, Any]:
    """All tables of a session, for the trainer."""
    return {
        "session": {
            "id": session.id,
            "code": session.code,
            "title": session.title,
            "state": session.state,
            "lang": session.lang,
            "noise": session.noise,
            "link": classroom.link(f"/j/{session.code}"),
        },
        "addresses": classroom.setup.addresses(),
        "tables": [table.summary(lang, table.online()) for table in session.tables],
    }


def screen(classroom: Classroom, session: Session, lang: str) -> dict[str, Any]:
    """What the whole room may see: how to join, and how far each table is."""
    shown = grid(classroom, session, lang)
    return {
        "title": session.title,
        "code": session.code,
        "link": shown["session"]["link"],
        "state": session.state,
        "tables": [
            {key: table[key] for key in ("name", "state", "round", "rounds", "ending")}
            | {"seats": [{key: seat[key] for key in ("label", "human")} for seat in table["seats"]]}
            for table in shown["tables"]
        ],
    }
