"""The settings {path: value} that take a cause of failed talks away from a scenario.

Where the cause cannot be in a scenario at all there are no settings. Paths of the ladder are given only where the
scenario has one.
"""

from __future__ import annotations

from negotiation_sim.scenario.built_in import CHOOSING
from negotiation_sim.scenario.ladder import working_days
from negotiation_sim.scenario.ladder_checks import MOST_ROUNDS
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.quota import votes_needed

EARLY = 1.0 / 3.0
"""The firmness of a side that gives way early."""
LEAST_SKILL = 0.4
"""The skill of the mediator who joins where the scenario gives a mediator no skill at all."""

Settings = dict[str, object]


def give_way_early(scenario: Scenario) -> Settings:
    """Every side gives way early; one that gives way even earlier stays as it is."""
    firmness = {role: scenario.party(role).concession.firmness for role in scenario.roles}
    return {f"parties.{role}.concession.firmness": min(EARLY, firmness[role]) for role in scenario.roles}


def over_interests(scenario: Scenario) -> Settings:
    """Every side bargains over interests; one that chooses among all packages has no positions and stays as it is."""
    roles = [role for role in scenario.roles if scenario.party(role).strategy not in CHOOSING]
    if len(roles) == len(scenario.roles):
        return {"parties.*.strategy": "interest_based"}
    return {f"parties.{role}.strategy": "interest_based" for role in roles}


def with_mediator(scenario: Scenario) -> Settings:
    """A mediator with some skill; one who would work in no stage of the ladder works in all."""
    mediator = scenario.mediator
    settings: Settings = {
        "mediator.style": "full" if mediator.style == "absent" else mediator.style,
        "mediator.skill": mediator.skill or LEAST_SKILL,
    }
    stages = scenario.ladder.stages.values() if scenario.ladder else ()
    works_somewhere = any(stage.mediator and not stage.banned for stage in stages)
    return settings if works_somewhere else settings | _mediator_in_every_stage(scenario)


def from_the_first_day(scenario: Scenario) -> Settings:
    """The mediator that there is works from the first round on, in every stage."""
    if scenario.mediator.style == "absent" or scenario.mediator.skill == 0:
        return {}
    return {"mediator.enters": 1} | _mediator_in_every_stage(scenario)


def _mediator_in_every_stage(scenario: Scenario) -> Settings:
    stages = scenario.ladder.stages if scenario.ladder else {}
    return {f"ladder.stages.{name}.mediator": True for name, stage in stages.items() if not stage.banned}


def lower_quota(scenario: Scenario) -> Settings:
    """Two thirds of the votes make a deal, where more are needed at any table of the ladder."""
    stages = scenario.ladder.stages.values() if scenario.ladder else ()
    tables = {len(stage.seats or scenario.roles) for stage in stages} or {len(scenario.roles)}
    asks_more = any(votes_needed(scenario.quota, sides) > votes_needed("two_thirds", sides) for sides in tables)
    return {"quota": "two_thirds" if asks_more else scenario.quota}


def longer(scenario: Scenario) -> Settings:
    """Twice the rounds, or twice the days of every stage, as far as talks may last."""
    ladder = scenario.ladder
    if ladder is None:
        return {"deadline": min(2 * scenario.deadline, MOST_ROUNDS)}
    total = sum(map(ladder.rounds, ladder.stages))
    days = {name: working_days(stage.limit) for name, stage in ladder.stages.items()}
    return {
        f"ladder.stages.{name}.limit": f"{min(2 * limit, limit * MOST_ROUNDS // total)} working days"
        for name, limit in days.items()
    }


def explained_at_home(scenario: Scenario) -> Settings:
    """Leaders whose members vote explain at home all that they learnt."""
    voting = (role for role in scenario.roles if scenario.party(role).members > 0)
    return {f"parties.{role}.explanation": 1.0 for role in voting}


def no_stoppage(scenario: Scenario) -> Settings:
    """Stages that stop work are passed over, if other stages are left."""
    stages = scenario.ladder.stages if scenario.ladder else {}
    allowed = {name: stage for name, stage in stages.items() if not stage.banned}
    stopping = [name for name, stage in allowed.items() if stage.stops_work]
    return {f"ladder.stages.{name}.banned": True for name in stopping} if len(stopping) < len(allowed) else {}
