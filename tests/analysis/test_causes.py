"""Each cause takes away its own numbers, nothing else, and is then gone."""

from __future__ import annotations

import json

import numpy as np
import pytest

from negotiation_sim.analysis.causes import CAUSES, MISPERCEPTIONS, Cause, plays_alike
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text

BY_NAME = {cause.name: cause for cause in CAUSES}
TABLE = load_scenario("kazakhstan_general_agreement")
LADDER = load_scenario("enterprise_wage_dispute").with_settings({"mediator.style": "full"})

# A scenario in which each cause is present; the others are in the national table.
SOURCES = {cause.name: TABLE.with_settings({"communication.links": {"government - unions": 0.5}}) for cause in CAUSES}
SOURCES |= {"vote": LADDER, "poor_explanation": LADDER, "stoppage": LADDER}
SOURCES |= {
    "unknown_options": load_scenario("empty_zone"),
    "late_mediation": LADDER.with_settings({"mediator.enters": 9}),
}

# What a removal may change in the numbers of a case, and to what.
CHANGES = {
    "noise": {"quality": 1.0, "listening": 1.0},
    "devaluation": {"devaluation": 0.0},
    "optimism": {"optimism": 0.0},
    "fixed_pie": {"fixed_pie": 0.0},
    "positions": {},
    "firm_concession": {"firmness": 1.0 / 3.0},
    "no_mediator": {"skill": 0.4},
    "unanimity": {"stage_needed": 2},
    "short_deadline": {"deadline": 60, "stage_rounds": 60},
    "walk_away": {"patience": 0},
    "vote": {"members": 0},
    "poor_explanation": {"explanation": 1.0},
    "unknown_options": {"opening_options": 2},
    "late_mediation": {"enters": 1, "stage_mediator": 1},
    "stoppage": {"stage_banned": 1},
}


def without(cause: Cause, scenario: Scenario) -> Scenario:
    return scenario.with_settings(cause.settings(scenario))


def applies(name: str, scenario: Scenario) -> bool:
    return not plays_alike(setting_of(scenario), setting_of(without(BY_NAME[name], scenario)))


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.name)
def test_a_removal_changes_its_own_numbers_and_no_others(cause: Cause) -> None:
    source = SOURCES[cause.name]
    before, after = setting_of(source).case, setting_of(without(cause, source)).case
    changed = {
        field: np.asarray(getattr(after, field))[np.asarray(getattr(before, field)) != getattr(after, field)]
        for field in before._fields
        if not np.array_equal(getattr(before, field), getattr(after, field))
    }
    assert set(changed) == set(CHANGES[cause.name])
    for field, value in CHANGES[cause.name].items():
        assert np.all(changed[field] == value), field


def test_positions_become_interests_and_rules_of_their_own_stay() -> None:
    scenario = TABLE.with_settings({"parties.unions.rules.concession": "faratin_polynomial"})
    setting = setting_of(without(BY_NAME["positions"], scenario))
    assert [rule.__name__ for rule in setting.selection.packages] == ["interest_based"]
    assert {rule.__name__ for rule in setting.selection.concession} == {"rational", "faratin_polynomial"}


def test_a_side_that_chooses_among_all_packages_has_no_positions_to_leave() -> None:
    """Nor could it, where it has deal-breakers."""
    own = {"values": {"price": [0, 1], "date": [0, 2]}, "deal_breakers": [{"price": [1]}], "strategy": "time_based"}
    options = {"options": ["low", "high"], "effects": {"gain": [0, 1]}}
    content = {
        "name": "Own values",
        "description": "One side has deal-breakers.",
        "interests": {"gain": "what is to be had"},
        "issues": {"price": options, "date": options},
        "parties": {"seller": {"importance": {"gain": 1}, **own}, "buyer": {"importance": {"gain": 1}}},
    }
    scenario = scenario_of_text("own.json", json.dumps(content))
    changed = without(BY_NAME["positions"], scenario)
    assert [changed.party(role).strategy for role in changed.roles] == ["time_based", "interest_based"]
    assert BY_NAME["positions"].settings(scenario.with_settings({"parties.buyer.strategy": "time_based"})) == {}


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
        ("vote", {"parties.union.members": 0}),
        ("poor_explanation", {"parties.union.explanation": 1}),
        ("poor_explanation", {"parties.union.members": 0}),
        ("unknown_options", {"invention.known": True}),
        ("late_mediation", {"mediator.enters": 1, "ladder.stages.*.mediator": True}),
        ("late_mediation", {"mediator.style": "absent"}),
        ("late_mediation", {"mediator.skill": 0}),
        ("stoppage", {"ladder.stages.strike.banned": True, "ladder.stages.warning_strike.banned": True}),
        ("short_deadline", {"ladder.stages.strike.limit": "234 working days"}),
    ],
)
def test_a_cause_that_is_not_there_does_not_apply(name: str, settings: dict[str, object]) -> None:
    present = TABLE if name in {cause.name for cause in CAUSES[:10]} else SOURCES[name]
    present = LADDER if any(path.startswith("ladder") for path in settings) else present
    assert applies(name, present)
    assert not applies(name, present.with_settings(settings))


def test_plain_talks_have_no_causes_of_a_ladder() -> None:
    assert [cause.name for cause in CAUSES if not applies(cause.name, TABLE)] == [
        "vote",
        "poor_explanation",
        "unknown_options",
        "late_mediation",
        "stoppage",
    ]


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


def test_on_a_ladder_every_stage_lasts_twice_as_long() -> None:
    before, after = setting_of(LADDER).case, setting_of(without(BY_NAME["short_deadline"], LADDER)).case
    assert after.stage_rounds.tolist() == (2 * before.stage_rounds).tolist()
    assert after.stage_clock.tolist() == before.stage_clock.tolist()


def test_a_ladder_doubles_up_to_the_most_rounds_there_may_be() -> None:
    long = LADDER.with_settings({"ladder.stages.strike.limit": "200 working days"})
    rounds = setting_of(without(BY_NAME["short_deadline"], long)).case.stage_rounds
    assert np.all(rounds >= setting_of(long).case.stage_rounds)
    assert 490 <= rounds.sum() <= 500


def test_a_mediator_who_has_no_place_on_the_ladder_gets_one_in_every_stage_that_is_allowed() -> None:
    nowhere = load_scenario("essential_service").with_settings({"ladder.stages.*.mediator": False})
    stages = setting_of(without(BY_NAME["no_mediator"], nowhere)).case
    assert stages.stage_mediator.tolist() == (1 - stages.stage_banned).tolist()
    somewhere = nowhere.with_settings({"ladder.stages.strike.mediator": True})
    assert setting_of(without(BY_NAME["no_mediator"], somewhere)).case.stage_mediator.sum() == 1
    late = nowhere.with_settings({"mediator.style": "full"})
    assert applies("no_mediator", late)
    assert applies("late_mediation", late)


def test_where_every_stage_stops_work_there_is_nothing_left_without() -> None:
    stages = {"ladder.stages.*.stoppage": "strike", "ladder.stages.*.called_by": "union"}
    assert not applies("stoppage", LADDER.with_settings(stages))


REPAIRED = (
    ("vote", "miners_ratification_gap_2017", "the members vote"),
    ("poor_explanation", "miners_ratification_gap_2017", "the members vote"),
    ("stoppage", "croatia_mandatory_mediation", "positions"),  # few; it breaks many more
    ("unknown_options", "empty_zone", "interests"),
    ("late_mediation", "oil_contractor_follow_up_2021", "go-between and joint follow-up"),
    ("short_deadline", "enterprise_wage_dispute", "interests"),
    ("unanimity", "essential_service", "interests"),
    ("no_mediator", "enterprise_wage_dispute", "interests"),
)


@pytest.mark.parametrize(("name", "case", "arm"), REPAIRED)
def test_a_removal_repairs_talks_of_a_shipped_case(name: str, case: str, arm: str) -> None:
    scenario = load_scenario(case)
    written = scenario.with_settings(scenario.arms[arm])
    agreed, then = (
        Player(setting_of(one)).rows(1, range(500))[:, 0] == AGREEMENT
        for one in (written, without(BY_NAME[name], written))
    )
    assert np.count_nonzero(then & ~agreed) >= 5


def test_two_sides_need_both_votes_under_either_quota() -> None:
    assert not applies("unanimity", load_scenario("two_party_textbook"))
    assert not applies("unanimity", LADDER)


def test_three_quarters_of_three_votes_is_a_high_quota() -> None:
    assert applies("unanimity", TABLE.with_settings({"quota": 0.75}))
