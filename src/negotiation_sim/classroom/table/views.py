"""What one seat may see of a table. Everything that a page shows of a negotiation comes from here.

Nothing of another seat's importances, values, lines or private talk is in it; a test reads every view for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation_sim.classroom.table.actions import MEDIATOR
from negotiation_sim.classroom.table.digits import short, shortened
from negotiation_sim.classroom.table.reading import OBSERVER, as_heard, is_open
from negotiation_sim.classroom.table.record import SHOWN_ANSWERS, last_of
from negotiation_sim.concepts import ACTIONS, ANSWERS
from negotiation_sim.rules.preferences import utility
from negotiation_sim.story.naming import Names

if TYPE_CHECKING:
    from negotiation_sim.classroom.table.played_table import PlayedTable


def view(table: PlayedTable, role: str, lang: str) -> dict[str, Any]:
    """The view of a seat (a side, "mediator") or of an observer, in a language."""
    return {**view_but_log(table, role, lang), "log": table.reading(role, lang).log()}


def view_but_log(table: PlayedTable, role: str, lang: str) -> dict[str, Any]:
    """The same without the log, which only grows."""
    names = table.words(lang).names
    kind = role if role in (OBSERVER, MEDIATOR) else "side"
    seen = {
        **table.public(lang),
        "me": {"role": role, "label": names.party(role) if role != OBSERVER else "", "kind": kind},
        "my_move": _my_move(table, role),
        "brief": None,
        "beliefs": {},
        "trust": {},
        "offer": _offer_for(table, role),
        "result": _result_for(table, role),
    }
    if kind == "side":
        seen |= side_view(table, role)
    if kind == MEDIATOR:
        seen["mediator_knows"] = mediator_view(table)
    return seen


def public_view(table: PlayedTable, lang: str) -> dict[str, Any]:
    """What everybody in the room may know."""
    model, state, words = table.model, table.model.table, table.words(lang)
    names = words.names
    stage = model.stages[int(state.stage[0])] if model.stages and table.is_started else None
    return {
        "state": table.state,
        "version": table.applied,
        "lang": lang,
        "scenario": words.scenario(),
        "round": model.rounds if table.is_started else 0,
        "rounds": int(model.setting.case.deadline),
        "stage": names.stage(stage) if stage else None,
        "phase": _phase(table),
        "awaited": list(table.awaited),
        "seats": [_seat(table, role, names) for role in table.roles],
        "efforts": {action: min(1.0, float(effort)) for action, effort in zip(ACTIONS, state.efforts, strict=True)},
    }


def side_view(table: PlayedTable, role: str) -> dict[str, Any]:
    """What a side knows of itself, and what it makes of the others."""
    model, state = table.model, table.model.table
    seat = table.roles.index(role)
    interests = list(table.scenario.interests)
    others = {name: q for q, name in enumerate(model.setting.roles) if q != seat}
    values = {
        issue: shortened(state.values[seat, j, : int(known)])
        for j, (issue, known) in enumerate(zip(model.setting.issues, state.options, strict=True))
        if known > 1
    }
    return {
        "brief": {
            "importance": dict(zip(interests, shortened(state.importance[seat]), strict=True)),
            "values": values,
            "line": short(state.perceived[seat]),
            "ideal": model.known_part(state.ideal[seat]),
        },
        "beliefs": {
            name: {
                interest: short(state.beliefs[seat, q, g])
                for g, interest in enumerate(interests)
                if state.doubt[seat, q, g] != model.setting.case.claim_noise**2
            }
            for name, q in others.items()
        },
        "trust": {
            name: short(state.trust[seat, q])
            for name, q in {**others, **({MEDIATOR: len(model.setting.roles)} if table.has_mediator else {})}.items()
        },
    }


def mediator_view(table: PlayedTable) -> dict[str, Any]:
    """What the mediator has learnt of each side: interests it heard of, and a guess at its line."""
    model, state = table.model, table.model.table
    start = model.setting.case.claim_noise**2
    known = {}
    for seat, role in enumerate(model.setting.roles):
        heard = {
            interest: short(state.mediator_beliefs[seat, g])
            for g, interest in enumerate(table.scenario.interests)
            if state.mediator_doubt[seat, g] != start
        }
        known[role] = {"interests": heard, "line": short(state.mediator_lines[seat])}
    return known


def _phase(table: PlayedTable) -> str:
    if table.ended:
        return "ended"
    if not table.is_started:
        return "lobby"
    return "step" if table.phase is None else table.phase


def _my_move(table: PlayedTable, role: str) -> str | None:
    if role not in table.awaited or table.is_paused:
        return None
    return "done" if table.phase == "talk" else table.phase


def _seat(table: PlayedTable, role: str, names: Names) -> dict[str, Any]:
    seat = table.at(role)
    is_mediator = role == MEDIATOR
    number = table.roles.index(role)
    present = True if is_mediator else bool(table.model.table.present[number])
    return {
        "role": role,
        "label": names.party(role),
        "human": seat.is_human,
        "present": present or not table.is_started,
        "answer": None if is_mediator else _shown_answer(table, number),
    }


def _shown_answer(table: PlayedTable, seat: int) -> str | None:
    """Answers are shown together, when all have answered."""
    if not table.is_started or table.phase in (None, "efforts", "offer"):
        return None
    word = ANSWERS[int(table.model.table.answers[seat])]
    if word == "absent":
        return word
    if table.phase == "answer":
        return "asked" if table.roles[seat] in table.awaited else None
    return SHOWN_ANSWERS.get(word)


def _offer_for(table: PlayedTable, role: str) -> dict[str, Any] | None:
    """The last offer as this role heard it; as written once the role reads the text."""
    entry = last_of(table.record.entries, "offered")
    if entry is None:
        return None
    own = None if role == OBSERVER and is_open(table, entry) else as_heard(entry, role)
    if own is None:
        return None
    shown: dict[str, Any] = {"speaker": entry["speaker"], "package": own, "round": entry["round"]}
    if role in table.model.setting.roles:
        shown["worth"] = short(entry["worth"].get(role, 0.0))
        earlier = [e for e in table.record.entries if e["kind"] == "offered" and e["speaker"] == entry["speaker"]]
        shown["last_worth"] = (
            short(earlier[-2]["worth"][role]) if len(earlier) > 1 and role in earlier[-2]["worth"] else None
        )
        shown |= {"written": None, "written_worth": None}
        if table.phase == "sign" and role in table.awaited:
            seat = table.roles.index(role)
            shown["written"] = entry["package"]
            written = utility(table.model.table.values[seat], table.model.table.offer)
            shown["written_worth"] = short(written)
    return shown


def _result_for(table: PlayedTable, role: str) -> dict[str, Any] | None:
    if not table.ended:
        return None
    entry = last_of(table.record.entries, "ended")
    if entry is None or table.is_closed:
        return {"ending": "closed", "package": None, "worth": None, "line": None}
    own = role in table.model.setting.roles
    return {
        "ending": entry["ending"],
        "package": entry["package"],
        "worth": short(entry["worth"][role]) if own else None,
        "line": short(entry["line"][role]) if own else None,
    }


def gap(table: PlayedTable) -> float | None:
    """What the last offer, as written, lacks for the side that it suits least, against what it believes to have."""
    model, state = table.model, table.model.table
    if last_of(table.record.entries, "offered") is None:
        return None
    worth = [float(utility(state.values[p], state.offer)) for p in range(len(model.setting.roles))]
    return max(0.0, -float(np.min(np.array(worth) - state.perceived)))
