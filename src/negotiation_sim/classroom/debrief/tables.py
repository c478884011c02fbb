"""What came of one table, and how: worth to each side, trades, time, said against understood."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation_sim.classroom.table.actions import MEDIATOR
from negotiation_sim.classroom.table.played_table import PlayedTable
from negotiation_sim.classroom.table.record import last_of

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.table import Table

_DIGITS = 4
GOT = 2 / 3
"""Of what an issue can give a side: from this share on it has got it, up to 1 - GOT it gave way."""
LEAST_STAKE = 0.02
"""An issue that moves a side's utility by less is none of its concern."""


def outcome_of(table: Table) -> dict[str, Any]:
    """One table as the debrief shows it; what is open yet is None."""
    played = table.played
    ended = last_of(played.record.entries, "ended")
    worth = None if ended is None else {role: round(value, _DIGITS) for role, value in ended["worth"].items()}
    line = {
        role: round(float(played.model.table.reservation[seat]), _DIGITS)
        for seat, role in enumerate(played.model.setting.roles)
    }
    return {
        "id": table.id,
        "name": table.name,
        "state": played.state,
        "ending": "closed" if played.is_closed else ended and ended["ending"],
        "rounds": played.model.rounds if played.is_started else 0,
        "minutes": minutes_of(table.events),
        "package": ended and ended["package"],
        "worth": worth,
        "line": line,
        "trades": _trades(played, ended["package"]) if ended and ended["package"] else [],
        "hearing": hearing_of(played),
        "talk": _talk(table.events),
        "people": {role: played.at(role).is_human for role in played.roles},
        "takeovers": sum(event["do"] in ("sit", "release") for event in table.events[_started(table.events) :]),
    }


def _started(events: list[dict[str, Any]]) -> int:
    return next((i for i, event in enumerate(events) if event["do"] == "start"), len(events))


def minutes_of(events: list[dict[str, Any]]) -> float | None:
    """Minutes from the start to the last action."""
    begin = next((event["at"] for event in events if event["do"] == "start"), None)
    if begin is None:
        return None
    passed = datetime.fromisoformat(events[-1]["at"]) - datetime.fromisoformat(begin)
    return round(passed.total_seconds() / 60.0, 1)


def _trades(played: PlayedTable, package: dict[str, int]) -> list[dict[str, Any]]:
    """Issues on which one side has got what it wanted and another gave way."""
    table, found = played.model.table, []
    for j, issue in enumerate(played.model.setting.issues):
        if issue not in package:
            continue
        shares = {}
        for seat, role in enumerate(played.model.setting.roles):
            values = table.values[seat, j, : int(table.options[j])]
            stake = float(np.ptp(values))
            if stake >= LEAST_STAKE:
                shares[role] = float(values[package[issue]] - values.min()) / stake
        got = [role for role, share in shares.items() if share >= GOT]
        gave = [role for role, share in shares.items() if share <= 1.0 - GOT]
        if got and gave:
            found.append({"issue": issue, "got": got, "gave": gave})
    return found


def hearing_of(played: PlayedTable) -> dict[str, Any]:
    """What was said and what was understood: for each speaker the share of issues misheard, and the costliest."""
    state, roles, issues = played.model.table, played.model.setting.roles, played.model.setting.issues
    counts: dict[str, list[int]] = {}
    costliest: dict[str, Any] | None = None
    for entry in played.record.entries:
        if entry["kind"] != "offered":
            continue
        wrong, all_ = counts.setdefault(entry["speaker"], [0, 0])
        for listener, heard in entry["heard"].items():
            for issue, option in entry["package"].items():
                all_ += 1
                if heard[issue] == option:
                    continue
                wrong += 1
                values = state.values[roles.index(listener), issues.index(issue)]
                cost = abs(float(values[option] - values[heard[issue]]))
                if costliest is None or cost > costliest["cost"]:
                    costliest = {
                        "round": entry["round"],
                        "speaker": entry["speaker"],
                        "listener": listener,
                        "issue": issue,
                        "said": option,
                        "heard": heard[issue],
                        "cost": round(cost, _DIGITS),
                    }
        counts[entry["speaker"]] = [wrong, all_]
    wrong, all_ = (int(total) for total in np.array(list(counts.values()) or [[0, 0]]).sum(axis=0))
    return {
        "misheard": round(wrong / all_, _DIGITS) if all_ else None,
        "by_speaker": {speaker: round(w / a, _DIGITS) if a else None for speaker, (w, a) in counts.items()},
        "costliest": costliest,
    }


def _talk(events: list[dict[str, Any]]) -> dict[str, int]:
    """How often people told an interest to somebody, sent a message, and spoke with the mediator alone."""
    told = [(event["seat"], listener) for event in events if event["do"] == "tell" for listener in event["to"]]
    said = [(event["seat"], event.get("to")) for event in events if event["do"] == "say"]
    alone = sum(MEDIATOR in pair and pair[1] is not None for pair in (*told, *said))
    return {"interests": len(told), "messages": len(said), "with_mediator": alone}
