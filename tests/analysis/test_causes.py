"""Each cause takes away its own numbers, nothing else, and is then gone."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.analysis.causes import CAUSES, MISPERCEPTIONS, Cause, plays_alike
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of

BY_NAME = {cause.name: cause for cause in CAUSES}
TABLE = load_scenario("kazakhstan_general_agreement")
SOURCES = TABLE.with_settings({"communication.links": {"government - unions": 0.5}})

# What a removal may change in the numbers of a case, and to what.
CHANGES = {
    "noise": {"quality": 1.0, "listening": 1.0},
    "devaluation": {"devaluation": 0.0},
    "optimism": {"optimism": 0.0},
    "fixed_pie": {"fixed_pie": 0.0},
    "positions": {},
    "firm_concession": {"firmness": 1.0 / 3.0},
    "no_mediator": {"skill": 0.4},
    "unanimity": {"needed": 2},
    "short_deadline": {"deadline": 60},
    "walk_away": {"patience": 0},
}


def without(cause: Cause, scenario: Scenario) -> Scenario:
    return scenario.with_settings(cause.settings(scenario))


def applies(name: str, scenario: Scenario) -> bool:
    return not plays_alike(setting_of(scenario), setting_of(without(BY_NAME[name], scenario)))


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.name)
def test_a_removal_changes_its_own_numbers_and_no_others(cause: Cause) -> None:
    before, after = setting_of(SOURCES).case, setting_of(without(cause, SOURCES)).case
    changed = {field for field in before._fields if not np.array_equal(getattr(before, field), getattr(after, field))}
    assert changed == set(CHANGES[cause.name])
    sides = len(SOURCES.roles)
    for field, value in CHANGES[cause.name].items():
        numbers = np.asarray(getattr(after, field))
        assert np.all((numbers[:sides] if numbers.ndim else numbers) == value), field


def test_positions_become_interests_and_rules_of_their_own_stay() -> None:
    scenario = TABLE.with_settings({"parties.unions.rules.concession": "faratin_polynomial"})
    setting = setting_of(without(BY_NAME["positions"], scenario))
    assert [rule.__name__ for rule in setting.selection.packages] == ["interest_based"]
    assert {rule.__name__ for rule in setting.selection.concession} == {"rational", "faratin_polynomial"}


@pytest.mark.parametrize("case", shipped_cases())
def test_a_removed_cause_is_gone(case: str) -> None:
    scenario = load_scenario(case)
    scenario = scenario.with_settings(next(iter(scenario.arms.values())))
    for cause in CAUSES:
        if cause.name != "short_deadline":  # any deadline can be doubled again
            assert not applies(cause.name, without(cause, scenario)), cause.name


def test_all_misperceptions_at_once_are_the_four_removals_one_after_another() -> None:
    one_by_one = TABLE
    for name in ("noise", "devaluation", "optimism", "fixed_pie"):
        one_by_one = without(BY_NAME[name], one_by_one)
    assert plays_alike(setting_of(without(MISPERCEPTIONS, TABLE)), setting_of(one_by_one))
    assert not plays_alike(setting_of(TABLE), setting_of(one_by_one))


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("noise", {"communication.quality": 1, "parties.*.listening": 1}),
        ("devaluation", {"parties.*.devaluation": 0}),
        ("optimism", {"parties.*.optimism": 0}),
        ("fixed_pie", {"parties.*.fixed_pie": 0}),
        ("positions", {"parties.*.strategy": "interest_based"}),
        (
            "positions",
            {"parties.*.rules.packages": "interest_based", "parties.*.rules.talk": "interest_based"},
        ),
        ("firm_concession", {"parties.*.concession.firmness": 0.2}),
        ("no_mediator", {"mediator.style": "evaluative"}),
        ("unanimity", {"quota": "two_thirds"}),
        ("unanimity", {"quota": 0.5}),
        ("short_deadline", {"deadline": 500}),
        ("walk_away", {"parties.*.patience": 0}),
    ],
)
def test_a_cause_that_is_not_there_does_not_apply(name: str, settings: dict[str, object]) -> None:
    assert applies(name, TABLE)
    assert not applies(name, TABLE.with_settings(settings))


def test_one_side_is_enough_for_a_cause_to_apply() -> None:
    calm = TABLE.with_settings({"parties.*.optimism": 0, "parties.*.strategy": "interest_based"})
    assert applies("optimism", calm.with_settings({"parties.unions.optimism": 0.1}))
    assert applies("positions", calm.with_settings({"parties.unions.strategy": "position_based"}))


def test_a_link_alone_is_noise() -> None:
    clear = TABLE.with_settings({"communication.quality": 1, "parties.*.listening": 1})
    assert applies("noise", clear.with_settings({"communication.links": {"government - unions": 0.5}}))


def test_a_side_that_gives_way_even_earlier_is_not_made_firmer() -> None:
    scenario = TABLE.with_settings({"parties.unions.concession.firmness": 0.2})
    firmness = setting_of(without(BY_NAME["firm_concession"], scenario)).case.firmness
    assert firmness.tolist() == [1.0 / 3.0, 1.0 / 3.0, 0.2]


@pytest.mark.parametrize(
    ("style", "skill", "style_then", "skill_then"),
    [
        ("absent", 0.7, "full", 0.7),
        ("absent", 0.0, "full", 0.4),
        ("facilitative", 0.0, "facilitative", 0.4),
        ("facilitative", 0.1, "facilitative", 0.1),
    ],
)
def test_the_mediator_who_joins(style: str, skill: float, style_then: str, skill_then: float) -> None:
    scenario = TABLE.with_settings({"mediator.style": style, "mediator.skill": skill})
    mediator = without(BY_NAME["no_mediator"], scenario).mediator
    assert (mediator.style, mediator.skill) == (style_then, skill_then)


@pytest.mark.parametrize(("deadline", "then"), [(2, 4), (250, 500), (251, 500), (499, 500)])
def test_a_deadline_doubles_up_to_the_longest(deadline: int, then: int) -> None:
    scenario = TABLE.with_settings({"deadline": deadline})
    assert without(BY_NAME["short_deadline"], scenario).deadline == then


def test_two_sides_need_both_votes_under_either_quota() -> None:
    assert not applies("unanimity", load_scenario("two_party_textbook"))


def test_three_quarters_of_three_votes_is_a_high_quota() -> None:
    assert applies("unanimity", TABLE.with_settings({"quota": 0.75}))
