import pytest
from pydantic import ValidationError

from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.party import Party, PartySettings

from .conftest import Write


def test_own_entries_win_over_defaults_and_defaults_over_the_program(write: Write) -> None:
    rules = "defaults:\n  rules: {concession: rational, talk: interest_based}"
    concession = "\n  concession: {firmness: 5, window: 4}"
    path = write(("defaults:", rules + concession), ("    strategy: interest_based", "    rules: {concession: null}"))
    scenario = load_scenario(path)
    union, employer = scenario.party("union"), scenario.party("employer")
    assert (union.trust, union.optimism) == (0.4, 0.1)
    assert (employer.concession.firmness, employer.concession.window, employer.concession.noise) == (
        2,
        4,
        0.05,
    )
    assert employer.rules.concession == "rational"
    assert (union.rules.concession, union.rules.talk) == (None, "interest_based")


def test_a_resolved_party_has_every_field(write: Write) -> None:
    resolved = load_scenario(write()).party("union").model_dump()
    assert set(resolved) == set(PartySettings.model_fields)
    assert None not in resolved.values()


def test_what_a_party_does_not_write_is_none(write: Write) -> None:
    party = load_scenario(write()).parties["employer"]
    tables = {"values", "deal_breakers", "worthless"}
    of_one_party = {"label", "importance", "organisations", "organisation_links"} | tables
    assert set(Party.model_fields) == set(PartySettings.model_fields) | of_one_party
    assert (party.trust, party.concession.firmness, party.concession.noise) == (None, 2.0, None)


def test_defaults_of_the_program_when_nothing_is_written(write: Write) -> None:
    path = write(("defaults:\n  trust: 0.4\n", ""), ("deadline: 20\n", ""), ("quota: unanimity\n", ""))
    scenario = load_scenario(path)
    assert (scenario.deadline, scenario.quota, scenario.protocol) == (30, "unanimity", "alternating_offers")
    assert scenario.party("union").trust == 0.45


def test_a_scenario_is_read_only(write: Write) -> None:
    with pytest.raises(ValidationError):
        load_scenario(write()).deadline = 5  # type: ignore[misc]


def test_labels_and_languages(write: Write) -> None:
    path = write(
        ("name: A small table", "name: {en: Table, ru: Стол}"),
        ("  wage:\n", "  wage:\n    label: {en: Pay, kk: Жалақы}\n"),
        ("[none, pilot, full]", "[none, {en: pilot, ru: пробный}, full]"),
    )
    scenario = load_scenario(path)
    assert [scenario.title(lang) for lang in ("en", "ru", "kk")] == ["Table", "Стол", "Table"]
    assert (scenario.issue_label("wage", "kk"), scenario.issue_label("retraining", "kk")) == (
        "Жалақы",
        "retraining",
    )
    assert scenario.issues["retraining"].labels("ru") == ("none", "пробный", "full")
    assert scenario.party_label("union") == "union"


def test_levels_and_order(write: Write) -> None:
    issues = load_scenario(write()).issues
    assert issues["wage"].labels() == ("85", "95", "105", "115", "125", "135", "145")
    assert (issues["wage"].levels, issues["wage"].is_ordered) == (7, True)
    assert (issues["retraining"].levels, issues["retraining"].is_ordered) == (3, False)


def test_a_grid_of_tenths_has_clean_labels(write: Write) -> None:
    path = write(("{from: 85, to: 145, step: 10}", "{from: 0, to: 0.3, step: 0.1}"))
    assert load_scenario(path).issues["wage"].labels() == ("0", "0.1", "0.2", "0.3")


def test_whole_numbers_may_be_written_with_a_point(write: Write) -> None:
    scenario = load_scenario(write(("deadline: 20", "deadline: 20.0")))
    assert repr(scenario.deadline) == "20"
