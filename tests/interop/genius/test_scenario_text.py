"""The scenario that an import writes: it loads, and its sides value packages as Genius does."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.interop.genius.importing import Imported, read_genius, scale_of
from negotiation_sim.interop.genius.names import identifiers
from negotiation_sim.interop.genius.scenario_text import scenario_text
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text

CONSTRAINED = """\
<utility_space type="constraint"><objective>{issues}<rules><ranks>
<issue index="1"><item value="-10" rank="1"/><item value="0" rank="2"/><item value="250" rank="4"/></issue>
<issue index="2"><item value="A=fire" rank="3"/><item value="none" rank="2"/></issue>
</ranks><constraints>
<constraint type="inclusiveZeroOutcomeConstraint"><checkassignment index="1" condition="numeric=negative"/>
<checkassignment index="2" condition="none"/></constraint>
<constraint type="zeroConstraint" index="1"><valueassignment index="2" value="A=fire"/>
<valueassignment index="1" value="250"/></constraint>
</constraints></rules></objective><reservation value="0.2"/></utility_space>
"""
ISSUES = """<issue index="1" name="Money"><item value="-10"/><item value="0"/><item value="250"/></issue>
<issue index="2" name="Act"><item value="A=fire"/><item value="none"/></issue>"""


@pytest.fixture
def office(write, texts) -> Imported:
    files = [write("office_staff.xml", texts.profile), write("office_owner.xml", texts.other)]
    return read_genius(write("office.xml", texts.domain), files)


@pytest.fixture
def rail(write) -> Imported:
    domain = (
        f"<negotiation_template><utility_space><objective>{ISSUES}</objective></utility_space></negotiation_template>"
    )
    files = [write(name, CONSTRAINED.format(issues=ISSUES)) for name in ("Ours.xml", "Theirs.xml")]
    return read_genius(write("rail.xml", domain), files)


def imported_scenario(imported: Imported, deadline: int = 50):
    return scenario_of_text("imported.yaml", scenario_text(imported, deadline))


def test_issues_options_and_rules(office):
    scenario = imported_scenario(office, 37)
    assert scenario.roles == ("staff", "owner")
    assert list(scenario.issues) == ["room", "desks", "pay_hours"]
    assert scenario.issue_label("pay_hours") == "Pay & Hours"
    assert [issue.labels() for issue in scenario.issues.values()] == [issue.options for issue in office.domain.issues]
    assert scenario.issues["desks"].grid is not None
    assert (scenario.protocol, scenario.deadline, scenario.communication.quality) == (
        "stacked_alternating_offers",
        37,
        1.0,
    )
    own = scenario.party("staff")
    assert (own.strategy, own.patience, own.listening, own.discount) == ("time_based", 0, 1.0, 0.8)
    assert own.importance_spread == own.reservation_spread == own.optimism == own.devaluation == 0.0


def test_values_are_those_of_genius_to_the_last_digit(office, rail):
    for imported in (office, rail):
        scenario = imported_scenario(imported)
        for party in imported.parties:
            written = scenario.parties[party.role].values
            assert written is not None
            assert tuple(tuple(row) for row in written.values()) == party.profile.worths


@pytest.fixture
def partly(write, rail) -> Imported:
    """The same without the constraint on whole outcomes: the worst package has an issue that counts nothing."""
    start, _, rest = CONSTRAINED.format(issues=ISSUES).partition('<constraint type="inclusive')
    text = start + rest.partition("</constraint>")[2]
    return read_genius(rail.file, [write(name, text) for name in ("Ours.xml", "Theirs.xml")])


@pytest.mark.parametrize("name", ["office", "rail", "partly"])
def test_the_engine_values_every_package_as_genius_does(request, name):
    imported = request.getfixturevalue(name)
    scenario = imported_scenario(imported)
    model = BargainingModel(setting_of(scenario), 1, 0)
    case = model.setting.case
    for seat, party in enumerate(imported.parties):
        zero, one = scale_of(party.profile)
        for outcome in itertools.product(*(range(len(issue.options)) for issue in imported.domain.issues)):
            worth = worth_of(case, model.table, seat, np.asarray(outcome))
            assert zero + worth * (one - zero) == pytest.approx(party.profile.utility(outcome), abs=1e-12)
        reserved = scenario.party(party.role).reservation_value
        assert zero + reserved * (one - zero) == pytest.approx(max(zero, party.profile.reservation), abs=1e-12)


def test_conditions_become_deal_breakers_and_worthless_issues(rail):
    party = imported_scenario(rail).parties["ours"]
    assert party.deal_breakers == [{"money": [1, 2], "act": [2]}]
    assert [(entry.issue, entry.when) for entry in party.worthless] == [("money", {"money": [3], "act": [1]})]


def test_interests_are_each_partys_own(office):
    scenario = imported_scenario(office)
    assert list(scenario.interests) == [
        *("staff_room", "staff_desks", "staff_pay_hours"),
        *("owner_room", "owner_desks", "owner_pay_hours"),
    ]
    assert scenario.issues["room"].effects["staff_room"] == [-0.5, 1.0, -1.0]
    assert scenario.parties["staff"].importance == pytest.approx(
        {"staff_room": 0.4, "staff_desks": 0.2, "staff_pay_hours": 0.4 * 6 / 7}, abs=1e-6
    )


def test_more_than_sixty_interests_are_taken_together(write, texts):
    count = 16
    issues = "".join(
        f'<issue index="{n}" name="Issue {n}"><item value="a"/><item value="b"/></issue>' for n in range(1, count + 1)
    )
    weights = "".join(f'<weight index="{n}" value="1"/>' for n in range(1, count + 1))
    domain = (
        f"<negotiation_template><utility_space><objective>{issues}</objective></utility_space></negotiation_template>"
    )

    def profile(a: int, b: int) -> str:
        valued = issues.replace('"a"', f'"a" evaluation="{a}"').replace('"b"', f'"b" evaluation="{b}"')
        return f"<utility_space><objective>{valued}{weights}</objective></utility_space>"

    files = [write(f"p{k}.xml", profile(*worths)) for k, worths in enumerate([(0, 1), (0, 1), (0, 1), (1, 0)])]
    text = scenario_text(read_genius(write("d.xml", domain), files), 50)
    scenario = scenario_of_text("imported.yaml", text)
    assert "mean of their evaluations" in text
    assert list(scenario.interests) == [f"issue_{n}" for n in range(1, count + 1)]
    assert scenario.issues["issue_1"].effects == {"issue_1": [-0.5, 0.5]}


def test_an_issue_that_is_all_the_same_to_everybody(write, texts):
    flat = texts.profile.replace('slope="0.4"', 'slope="0"')
    files = [write("a.xml", flat), write("b.xml", flat)]
    imported = read_genius(write("d.xml", texts.domain), files)
    assert "desks" in imported_scenario(imported).issues


def test_comments_say_what_came_from_where(office):
    text = scenario_text(office, 50)
    assert "# Written by import-genius from files in the format of Genius: office.xml, office_staff.xml" in text
    assert "# office_staff.xml: reservation value 0.3, discount factor 0.8" in text
    assert "# office_staff.xml: the weights add up to 1.25 and were divided by that" in text
    assert re.search(r"/tmp|\\\\", text) is None


@pytest.mark.parametrize(
    "option", ["yes", "null", "1e3", "0o17", "~", "- a", "a: b", "# no", "'", '"', "{x}", "День", " padded ", "1_000"]
)
def test_options_of_any_text_come_through(write, texts, option):
    escaped = option.replace("&", "&amp;").replace('"', "&quot;")
    files = [write(name, texts.profile.replace("10%", escaped)) for name in ("a.xml", "b.xml")]
    imported = read_genius(write("d.xml", texts.domain.replace("10%", escaped)), files)
    assert imported_scenario(imported).issues["room"].labels() == ("north", "south: sunny", option)


def test_names():
    assert identifiers(["Café Münch", "10%", "Ставка", "10%", "a" * 50, "a" * 60], "issue") == [
        *("cafe_munch", "issue_10", "issue_3", "issue_10_2", "a" * 40, "a" * 38 + "_2")
    ]
