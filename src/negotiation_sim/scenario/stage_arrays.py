"""The stages of the ladder in arrays; plain talks are one stage that lasts until the deadline."""

from __future__ import annotations

from itertools import accumulate

from negotiation_sim.concepts import AWARDS
from negotiation_sim.engine.table import Case
from negotiation_sim.scenario.ladder import END, Ladder, Stage, working_days
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.quota import votes_needed

_SAME_NAME = ("clarity", "pull", "majority", "enforcement", "insight")


def stages_of(scenario: Scenario) -> dict[str, Stage]:
    """The stages by name; one nameless stage for talks without a ladder."""
    return scenario.ladder.stages if scenario.ladder else {"": Stage(limit="1 working day", mediator=True)}


def fill_stages(scenario: Scenario, case: Case, stages: dict[str, Stage]) -> None:
    """Fill everything that a stage sets."""
    ladder = scenario.ladder
    names = [*stages, END]
    for s, (name, stage) in enumerate(stages.items()):
        seats = list(scenario.roles) if stage.seats is None else stage.seats
        case.stage_rounds[s] = ladder.rounds(name) if ladder else scenario.deadline
        case.stage_preparation[s] = working_days(stage.preparation)
        case.stage_mediator[s] = 1 if stage.mediator else 0
        case.stage_needed[s] = votes_needed(scenario.quota, len(seats))
        case.stage_intensity[s] = stage.intensity if stage.stops_work else 0.0
        case.stage_caller[s] = scenario.roles.index(stage.called_by) if stage.called_by else -1
        case.stage_banned[s] = 1 if stage.banned else 0
        case.stage_award[s] = AWARDS.index(stage.award)
        for p, role in enumerate(scenario.roles):
            case.stage_seats[s, p] = 1 if role in seats else 0
            case.stage_authority[s, p] = stage.authority.get(role, scenario.party(role).authority)
        for field in _SAME_NAME:
            getattr(case, f"stage_{field}")[s] = getattr(stage, field)
        case.stage_next[s] = _number(names, ladder.after(name)) if ladder else -1
        case.stage_evaded[s] = _number(names, ladder.after_evasion(name)) if ladder else -1
    case.stage_clock[1:] = _clock(ladder) if ladder else 1.0


def _number(names: list[str], stage: str) -> int:
    return -1 if stage == END else names.index(stage)


def _clock(ladder: Ladder) -> list[float]:
    """The share of all concessions made by the end of each stage: as written, else in proportion to rounds.

    Before the stoppages all of them; while work is stopped there is nothing left to wait for.
    """
    talks = {name: 0 if stage.stops_work else ladder.rounds(name) for name, stage in ladder.stages.items()}
    total = max(1, sum(talks.values()))
    shares: list[float] = []
    for (_, stage), done in zip(ladder.stages.items(), accumulate(talks.values()), strict=True):
        share = done / total if stage.clock is None else stage.clock
        shares.append(max(share, shares[-1] if shares else 0.0))
    return shares
