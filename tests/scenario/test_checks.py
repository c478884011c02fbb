"""After a change only what depends on it is looked at again: that must find everything that a whole look finds."""

import pytest

from negotiation_sim.scenario import Scenario, ScenarioError, load_scenario, shipped_cases
from negotiation_sim.scenario.checks import problems_of, problems_with
from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.settings import applied, path_problems, read_settings

SETTINGS: list[dict[str, object]] = [
    {},
    {"communication.quality": 0.3, "mediator.skill": 0.6},
    {"communication.quality": 3},
    {"parties.*.strategy": "interest_based", "mediator.style": "full"},
    {"parties.*.strategy": "interest"},
    {"deadline": 5, "mediator.enters": 10},
    {"deadline": 5},
    {"mediator.enters": 400},
    {"protocol": "single_text", "mediator.style": "absent"},
    {"mediator.bias": 0.5},
    {"mediator.bias": 0.5, "mediator.bias_toward": "nobody"},
    {"communication.links": {"nobody - unions": 0.5}},
    {"communication.links": {"employers - unions": 0.0, "government - unions": 0.0}},
    {"issues.*.effects": {}},
    {"issues.*.effects": {"joy": 0.5}},
    {"issues.*.shape": "linear"},
    {"interests": {"joy": "Joy"}},
    {"interests.income": "Money"},
    {"parties.unions.importance": {}},
    {"parties.unions.importance": {"incomes": 1.0}},
    {"parties.*.importance": {"income": 0.0}},
    {"parties.unions": {"importance": {"joy": 1.0}}},
    {"parties.*.organisations": {"one": {"weight": 0.2}, "two": {"weight": 0.2}}},
    {"parties.unions.members": 2},
    {"parties.*.members": 1},
    {"defaults.members": 1},
    {"defaults": {"members": 1, "trust": 2}},
    {"invention": {"options": {"own": {"value": 0.5, "effects": {"joy": 1.0}}}}},
    {"term": {"months": 2, "check_every": 6}},
    {"term.months": 1},
    {"term.check_every": 50},
    {"side_payments": {"from": "nobody", "budget": 0.1}},
    {"ladder": None},
    {"ladder.rounds_per_day": 20},
    {"quota": "two_thirds"},
]
# What a scenario sets itself, so that a later setting can break it.
PREPARED: list[dict[str, object]] = [
    {},
    {"mediator.enters": 9, "mediator.style": "full", "protocol": "single_text"},
    {"mediator.bias": 0.5, "mediator.bias_toward": "employers"},
    {"communication.links": {"employers - unions": 0.5}},
]


def renamed(scenario: Scenario) -> dict[str, object]:
    """The parties under other names, set as a whole."""
    written = scenario.canonical()["parties"]
    return {"parties": {f"other_{role}": party for role, party in written.items()}}


def possible(scenario: Scenario, settings: dict[str, object]) -> bool:
    return not path_problems(scenario._tree, read_settings(settings))


def test_the_settings_reach_every_check() -> None:
    scenarios = [load_scenario(case) for case in shipped_cases()]
    for settings in SETTINGS:
        assert any(possible(scenario, settings) for scenario in scenarios), settings


@pytest.mark.parametrize("prepared", PREPARED, ids=lambda settings: " ".join(settings) or "as written")
@pytest.mark.parametrize("case", shipped_cases())
def test_the_short_look_finds_what_the_whole_look_finds(case: str, prepared: dict[str, object]) -> None:
    scenario = load_scenario(case)
    try:
        scenario = scenario.with_settings(prepared)
    except ScenarioError:  # a scenario of other parties
        scenario = load_scenario(case)
    found_some = False
    for settings in [*SETTINGS, renamed(scenario)]:
        if not possible(scenario, settings):
            continue
        asked = read_settings(settings)
        draft, problems = problems_with(scenario, scenario._tree, asked)
        whole_draft, whole = problems_of(applied(scenario._tree, asked))
        assert set(problems) == set(whole), settings
        assert draft.content == whole_draft.content
        found_some = found_some or bool(whole)
        if not whole:
            assert draft.content is not None
            assert draft.content.canonical() == Draft(applied(scenario._tree, asked)).content.canonical()  # type: ignore[union-attr]
    assert found_some
