"""The trainer's guide of a session: what the model expects of this case, with and without a mediator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.analysis.intervals import rate
from negotiation_sim.classroom.debrief.changes import World, other_world
from negotiation_sim.classroom.debrief.space import space_of_session
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario.arrays import setting_of

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.session import Session
    from negotiation_sim.scenario import Scenario

RUNS = 300


def guide_of(session: Session, lang: str) -> dict[str, Any]:
    """Scenario, room for agreement, and how often agents agree as it is and in other worlds."""
    worlds: tuple[World, ...] = ("no_mediator", "mediator", "clear", "interests")
    scenes: dict[str, Scenario] = {"as_is": session.scenario}
    scenes |= {world: other_world(session.scenario, world) for world in worlds}
    expected = {}
    for name, scene in scenes.items():
        rows = Player(setting_of(scene)).rows(session.seed, range(RUNS))
        value, low, high = rate(int((rows[:, 0] == AGREEMENT).sum()), RUNS)
        expected[name] = {"rate": value, "low": low, "high": high, "rounds": round(float(rows[:, 1].mean()), 1)}
    space = space_of_session(session)
    return {
        "title": session.title,
        "noise": session.noise,
        "scenario": session.tables[0].played.words(lang).scenario(),
        "runs": RUNS,
        "expected": expected,
        "has_zone": space["has_zone"],
        "tables": len(session.tables),
    }
