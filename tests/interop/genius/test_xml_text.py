"""What is exported comes back as it was."""

from __future__ import annotations

import itertools

import pytest

from negotiation_sim.interop.genius.importing import read_genius
from negotiation_sim.interop.genius.scenario_text import scenario_text
from negotiation_sim.interop.genius.xml_text import genius_files
from negotiation_sim.interop.value_tables import Exported, ExportedIssue, ExportedParty, NotExportable, exported
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.loading import scenario_of_text

FIXED = {"parties.*.importance_spread": 0}


def read_back(scenario, write):
    files = {name: write(name, text) for name, text in genius_files(exported(scenario)).items()}
    domain, *profiles = files.values()
    return read_genius(domain, profiles)


@pytest.mark.parametrize("case", ["two_party_textbook", "tight_zone", "minimum_wage_2025"])
def test_a_shipped_scenario_comes_back(write, case):
    scenario = load_scenario(case).with_settings(FIXED)
    told, imported = exported(scenario), read_back(scenario, write)
    assert [issue.options for issue in imported.domain.issues] == [issue.labels() for issue in scenario.issues.values()]
    for mine, theirs in zip(told.parties, imported.parties, strict=True):
        assert theirs.role == mine.role
        assert sum(map(max, mine.worths)) == pytest.approx(1.0, abs=1e-12)
        every = itertools.product(*(range(issue.levels) for issue in scenario.issues.values()))
        for outcome in itertools.islice(every, 0, None, 23):
            worth = sum(row[option] for row, option in zip(mine.worths, outcome, strict=True))
            assert theirs.profile.utility(outcome) == pytest.approx(worth, abs=1e-12)
        assert theirs.profile.reservation == scenario.party(mine.role).reservation_value
        assert theirs.profile.discount == scenario.party(mine.role).discount


def test_an_import_exported_and_imported_again_is_the_same_but_for_the_scale(write, texts):
    profiles = [write("staff.xml", texts.profile), write("owner.xml", texts.other)]
    first = read_genius(write("office.xml", texts.domain), profiles)
    scenario = scenario_of_text("imported.yaml", scenario_text(first, 50))
    second = read_back(scenario, write)
    for before, after in zip(first.parties, second.parties, strict=True):
        outcomes = list(itertools.product(*(range(len(issue.options)) for issue in first.domain.issues)))
        old = [before.profile.utility(outcome) for outcome in outcomes]
        new = [after.profile.utility(outcome) for outcome in outcomes]
        lowest, highest = min(old), max(old)
        assert new == pytest.approx([(worth - lowest) / (highest - lowest) for worth in old], abs=1e-12)
        assert after.profile.discount == 0.8


def test_an_issue_of_next_to_no_weight_is_not_lost(write):
    """Genius counts an issue for nothing whose largest evaluation is below 0.00001."""
    parties = tuple(ExportedParty(role, ((0.0, 1 - 4e-6), (0.0, 4e-6)), 0.0, 1.0) for role in ("a", "b"))
    issues = (ExportedIssue("x", ("n", "y")), ExportedIssue("z", ("n", "y")))
    files = {name: write(name, text) for name, text in genius_files(Exported("t", issues, parties, ())).items()}
    domain, *profiles = files.values()
    profile = read_genius(domain, profiles).parties[0].profile
    assert profile.utility([0, 1]) == pytest.approx(4e-6, rel=1e-9)


def test_texts_that_xml_cannot_hold_are_refused():
    issues = (ExportedIssue("x", ("n", "a\x07b")),)
    with pytest.raises(NotExportable, match="has a character that XML cannot hold"):
        genius_files(Exported("t", issues, (), ()))


def test_what_differs_between_negotiations_is_refused():
    with pytest.raises(NotExportable, match="what government values differs between negotiations"):
        exported(load_scenario("kazakhstan_general_agreement").with_settings({"parties.unions.importance_spread": 0}))


def test_a_spread_of_the_reservation_value_is_told():
    told = exported(load_scenario("two_party_textbook").with_settings({**FIXED, "parties.*.reservation_spread": 0.1}))
    assert all("the reservation value differs between negotiations" in remark for remark in told.remarks)
    assert len(told.remarks) == 2
    settings = {**FIXED, "parties.*.reservation_spread": 0}
    assert exported(load_scenario("two_party_textbook").with_settings(settings)).remarks == ()
