"""The check of the tactics that answer holds, and does not where rule, definition or what was heard are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_sim.rules import concession
from negotiation_sim.validation import answering_tactics, answers_played
from negotiation_sim.validation.answering_tactics import Answering, answer
from negotiation_sim.validation.report import Checked

RULES = ("tit_for_tat_relative", "tit_for_tat_random_absolute", "tit_for_tat_averaged")


def test_demands_are_those_of_the_definition(checked: Callable[[str], Checked]) -> None:
    """Broken once in rules/concession.py: `view.memory[q, 1] / view.memory[q, 0]` upside down; `- view.memory[q, 0]`
    made `+`; `lag * _sources` made `_sources`; and in engine/offering.py `memory[0] = value` made `memory[0] = raw`;
    each failed here."""
    found = checked("answering_tactics")
    assert [row.what for row in found.rows if not row.holds] == []
    assert len(found.rows) == 9 + 3 * 3
    assert {talk.others for talks in found.evidence.talks.values() for talk in talks} == {1, 2}


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer talks and sequences."""
    monkeypatch.setattr(answers_played, "RUNS", 1)
    monkeypatch.setattr(answering_tactics, "SEQUENCES", 60)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_answers_a_millionth_too_much_is_noticed_everywhere(
    rule: str, monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = getattr(concession, rule)
    monkeypatch.setattr(concession, rule, lambda party, view: min(1.0, exact(party, view) + 1e-6))
    found = failing("answering_tactics")
    name = answering_tactics._NAMES[rule]
    assert all(what.startswith(name) for what in found)
    assert any("by hand" in what for what in found)
    assert any("random sequences" in what for what in found)


@pytest.mark.usefixtures("short")
def test_an_offer_forgotten_is_noticed_in_whole_talks(
    monkeypatch: pytest.MonkeyPatch, failing: Callable[[str], list[str]]
) -> None:
    exact = answering_tactics.answer
    monkeypatch.setattr(answering_tactics, "answer", lambda offers, side: exact(offers[:-1], side))
    assert len([what for what in failing("answering_tactics") if "whole talks" in what]) == 3


@pytest.mark.parametrize("rule", RULES)
def test_the_first_offer_answers_nothing_but_the_line_holds(rule: str) -> None:
    assert answer([0.4], Answering(rule, 0.8, 0.3, step=0.1)) == 0.8
    assert answer([], Answering(rule, 0.2, 0.3)) == 0.3


def test_only_the_last_two_offers_count_where_nothing_is_averaged() -> None:
    for rule in RULES[:2]:
        side = Answering(rule, 0.8, 0.3, window=4, step=0.01)
        assert answer([0.9, 0.1, 0.4, 0.5], side) == answer([0.4, 0.5], side)


def test_random_sequences_leave_many_demands_between_the_limits() -> None:
    for rule in RULES:
        sides = [(offers, Answering(rule, *rest)) for offers, *rest in answers_played.random_sequences(200)]
        demands = [(answer(offers, side), side) for offers, side in sides]
        assert sum(side.reservation < demand < 1.0 and demand != side.demand for demand, side in demands) > 60
