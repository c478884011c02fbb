"""One negotiation, round by round, as the page shows it: said beside understood, worths, trust, the plane."""

from __future__ import annotations

from typing import Any

import numpy as np

from negotiation_sim.classroom.demonstration.plane import plane_of
from negotiation_sim.classroom.table.record import SHOWN_ANSWERS
from negotiation_sim.concepts import Floats
from negotiation_sim.engine.setting import Setting
from negotiation_sim.messages import translator
from negotiation_sim.rules.preferences import utility
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import MEDIATOR, Answered, Move, Offered
from negotiation_sim.story.naming import Names
from negotiation_sim.story.recorded_model import RecordedModel
from negotiation_sim.story.telling import Narrator

_TOLD = ("mediated", "lost_deal", "left", "found", "voted", "stage", "stage_passed", "stoppage_day", "awarded")
_MOST_TOLD = 3
_DIGITS = 4


def negotiation_of(scenario: Scenario, seed: int, run: int, lang: str) -> dict[str, Any]:
    """A run as plain values; of a series the first negotiation. Raises RunError."""
    setting = setting_of(scenario)
    model = RecordedModel(scenario, setting, seed, run)
    names = Names(scenario, translator(lang), lang)
    teller = Narrator(scenario, lang)
    values, lines = model.table.values.copy(), model.table.reservation.copy()
    rounds, packages, ending = [], [], "deadline"
    while model.running:
        model.step()
        ended = next((move for move in model.moves if isinstance(move, Ended)), None)
        offered = next((move for move in model.moves if isinstance(move, Offered)), None)
        if offered is not None:
            packages.append(_package(setting, offered))
            rounds.append(_round(model, offered, packages[-1], names, teller))
        if ended is not None:
            ending = ended.ending
            break
    everybody = (*setting.roles, MEDIATOR)
    return {
        "labels": {
            "parties": {role: names.party(role) for role in everybody},
            "issues": {issue: names.issue(issue) for issue in setting.issues},
        },
        "rounds": rounds,
        "ending": ending,
        "space": plane_of(setting, values, lines, packages, deal=ending == "agreement"),
    }


def _package(setting: Setting, offered: Offered) -> np.ndarray[Any, Any]:
    return np.array([offered.package.get(issue, 0) for issue in setting.issues], dtype=np.int64)


def _round(
    model: RecordedModel, offered: Offered, package: np.ndarray[Any, Any], names: Names, teller: Narrator
) -> dict[str, Any]:
    table, roles = model.table, model.setting.roles
    answers = [move for move in model.moves if isinstance(move, Answered)]
    said = {issue: names.option(issue, option) for issue, option in offered.package.items()}
    wrong = {move.party: {miss.issue: miss.heard for miss in move.misheard} for move in answers}
    return {
        "n": offered.round,
        "speaker": offered.speaker,
        "said": said,
        "heard": {
            role: {**said, **{issue: names.option(issue, heard) for issue, heard in misheard.items() if issue in said}}
            for role, misheard in wrong.items()
        },
        "wrong": {role: list(misheard) for role, misheard in wrong.items()},
        "answers": {move.party: SHOWN_ANSWERS.get(move.answer, move.answer) for move in answers},
        "utilities": {role: _worth(table.values[seat], package) for seat, role in enumerate(roles)},
        "aspirations": _by_role(roles, table.aspiration),
        "lines": _by_role(roles, table.perceived),
        "trust": _trust(model),
        "sentences": _told(model.moves, teller),
    }


def _told(moves: list[Move], teller: Narrator) -> list[str]:
    telling = [move for move in moves if move.kind in _TOLD]
    return [str(teller.with_text(move)) for move in telling[:_MOST_TOLD]]


def _trust(model: RecordedModel) -> dict[str, float]:
    roles = model.setting.roles
    others = (*roles, MEDIATOR) if model.setting.case.skill > 0.0 else roles
    return {
        f"{role}>{other}": round(float(model.table.trust[p, q]), _DIGITS)
        for p, role in enumerate(roles)
        for q, other in enumerate(others)
        if p != q
    }


def _worth(values: Floats, package: np.ndarray[Any, Any]) -> float:
    return round(float(utility(values, package)), _DIGITS)


def _by_role(roles: tuple[str, ...], numbers: Floats) -> dict[str, float]:
    return {role: round(float(number), _DIGITS) for role, number in zip(roles, numbers, strict=True)}
