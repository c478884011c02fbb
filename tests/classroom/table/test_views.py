"""What each seat may see: its own affairs, what it heard, and nothing that is another's."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.classroom.table import PlayedTable, digits
from negotiation_sim.scenario import Scenario, load_scenario

Opened = Callable[..., PlayedTable]
DIGITS = 12


def played_some_rounds(opened: Opened) -> PlayedTable:
    """All seats are people; agents decide for them for four rounds, with talk in public and in private."""
    table = opened("government", "employers", "unions", "mediator")
    table.apply({"do": "agent_moves", "seat": "mediator"})
    said = False
    while table.model.rounds < 5 and not table.ended:
        if table.phase == "talk" and not said:
            table.apply({"do": "say", "seat": "unions", "to": "mediator", "text": "we could live with less"})
            table.apply({"do": "tell", "seat": "unions", "to": ["mediator"], "interest": "jobs", "weight": "much"})
            table.apply({"do": "say", "seat": "employers", "text": "good morning, all"})
            said = True
        table.apply({"do": "agent_moves", "seat": table.awaited[0]})
    return table


def numbers_in(value: Any) -> set[float]:
    """All numbers with a fraction anywhere in a document."""
    if isinstance(value, dict):
        return set().union(*map(numbers_in, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(numbers_in, value)) if value else set()
    return {value} if isinstance(value, float) and value not in (0.0, 0.5, 1.0) else set()


def secrets_of(table: PlayedTable, seat: int) -> set[float]:
    """Importances, values, lines and aspiration of a side, as they would stand in a document."""
    state = table.model.table
    numbers = [*state.importance[seat], *state.values[seat].ravel()]
    numbers += [state.perceived[seat], state.reservation[seat], state.aspiration[seat], state.opening_line[seat]]
    return {round(float(n), DIGITS) for n in numbers} - {0.0, 0.5, 1.0}


@pytest.mark.parametrize("viewer", ["government", "employers", "unions", "mediator", None])
def test_no_number_that_is_another_sides_is_in_a_view(
    viewer: str | None, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digits, "_DIGITS", DIGITS)  # so many that no two numbers are alike by chance
    table = played_some_rounds(opened)
    seen = table.view(viewer, "en")
    facts = numbers_in(seen["scenario"])
    own = secrets_of(table, table.roles.index(viewer)) if viewer in table.model.setting.roles else set()
    seen = {key: value for key, value in seen.items() if key != "scenario"}
    for seat, role in enumerate(table.model.setting.roles):
        if role != viewer:
            assert numbers_in(seen) & (secrets_of(table, seat) - own - facts) == set()


def test_private_words_reach_only_the_two(opened: Opened) -> None:
    table = played_some_rounds(opened)
    seen = {role: json.dumps(table.view(role, "en")) for role in (*table.roles, None)}
    assert {role for role, text in seen.items() if "live with less" in text} == {"unions", "mediator"}
    assert all("good morning" in text for text in seen.values())


def test_a_listener_sees_what_it_heard_and_the_speaker_what_it_said(opened: Opened) -> None:
    table = played_some_rounds(opened)
    raw = [entry for entry in table.record.entries if entry["kind"] == "offered"]
    for role in table.model.setting.roles:
        seen = [entry for entry in table.view(role, "en")["log"] if entry["kind"] == "offered"]
        expected = [entry["package"] if entry["speaker"] == role else entry["heard"][role] for entry in raw]
        assert [entry["package"] for entry in seen] == expected
    misheard = [entry for entry in raw if any(heard != entry["package"] for heard in entry["heard"].values())]
    assert misheard


def test_observers_learn_of_an_offer_when_the_round_is_over(opened: Opened) -> None:
    table = opened("government", "employers")
    table.apply({"do": "agent_moves", "seat": "government"})
    assert table.phase == "answer"
    assert not [entry for entry in table.view(None, "en")["log"] if entry["kind"] == "offered"]
    table.apply({"do": "agent_moves", "seat": "employers"})
    while table.phase != "talk":
        table.apply({"do": "agent_moves", "seat": table.awaited[0]})
    assert [entry for entry in table.view(None, "en")["log"] if entry["kind"] == "offered"]


def test_answers_are_shown_when_all_have_answered(opened: Opened) -> None:
    table = opened("government", "employers")
    table.apply({"do": "agent_moves", "seat": "government"})
    shown = {seat["role"]: seat["answer"] for seat in table.view("employers", "en")["seats"]}
    assert shown == {"government": None, "employers": "asked", "unions": None, "mediator": None}
    table.apply({"do": "answer", "seat": "employers", "yes": False})
    shown = {seat["role"]: seat["answer"] for seat in table.view("employers", "en")["seats"]}
    assert shown["government"] == "yes" and shown["employers"] == "no" and shown["unions"] in ("yes", "no")


def test_the_value_of_a_package_is_the_sum_of_the_values_shown(opened: Opened) -> None:
    table = opened("unions")
    brief = table.view("unions", "en")["brief"]
    best = sum(brief["values"][issue][option] for issue, option in brief["ideal"].items())
    assert best == pytest.approx(1.0, abs=1e-3)
    assert brief["line"] == round(float(table.model.table.perceived[2]), 4)


@pytest.mark.parametrize(
    ("lang", "title", "wage"),
    [("en", "General Agreement", "Minimum wage"), ("ru", "соглашение", "заработной"), ("kk", "келісім", "жалақы")],
)
def test_a_view_speaks_the_readers_language(lang: str, title: str, wage: str, opened: Opened) -> None:
    scenario = opened("unions").view("unions", lang)["scenario"]
    assert title in scenario["title"]
    assert wage in scenario["issues"][0]["label"]


def test_the_trainer_sees_everything(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    table = played_some_rounds(opened)
    monkeypatch.setattr(digits, "_DIGITS", DIGITS)
    seen = table.everything("en")
    for seat, role in enumerate(table.model.setting.roles):
        own = {round(float(n), DIGITS) for n in table.model.table.importance[seat]}
        assert own - {0.0, 0.5, 1.0} <= numbers_in(seen["sides"][role])
    assert "live with less" in json.dumps(seen)
    assert json.loads(json.dumps(seen, allow_nan=False))["log"][-1]["n"] == len(table.record.entries)


def test_options_nobody_has_thought_of_are_in_no_view() -> None:
    table = PlayedTable(load_scenario("empty_zone"), 1, 0)
    hidden = [i for i, known in zip(table.model.setting.issues, table.model.table.options, strict=True) if known < 2]
    text = json.dumps([table.view(role, "en") for role in (*table.model.setting.roles, None)])
    assert hidden and not [issue for issue in hidden if f'"{issue}"' in text]
    assert np.all(table.model.table.options > 0)


def test_a_view_says_whether_words_may_be_misheard(national: Scenario) -> None:
    clear = national.with_settings({"communication.quality": 1, "parties.*.listening": 1})
    noisy = [PlayedTable(scenario, 1, 0).view(None, "en")["scenario"]["noise"] for scenario in (national, clear)]
    assert noisy == [True, False]


def test_a_new_stage_has_its_name_in_the_log_of_everybody() -> None:
    scenario = load_scenario("enterprise_wage_dispute")
    table = PlayedTable(scenario, 1, 0)
    table.apply({"do": "start"})
    while not any(entry["kind"] == "stage" for entry in table.record.entries):
        table.apply({"do": "step"})
    (stage,) = (entry["stage"] for entry in table.record.entries if entry["kind"] == "stage")
    for seen in (table.view(scenario.roles[0], "ru"), table.everything("ru")):
        named = [entry["label"] for entry in seen["log"] if entry["kind"] == "stage"]
        assert named == [scenario.stage_label(stage, "ru")]
