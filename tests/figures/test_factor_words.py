"""Factors in words: those of one party name it, so that two of the same kind are told apart."""

from __future__ import annotations

import pytest

from negotiation_sim.figures.factor_words import factor_label, factor_name, settings_shown
from negotiation_sim.messages.language import Language
from negotiation_sim.scenario import load_scenario


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("deadline", "deadline"),
        ("parties.*.gap", "gap between members and leaders"),
        ("parties.unions.gap", "gap between members and leaders (Trade-union centres)"),
        ("parties.unions.disclosure_items", "parties.unions.disclosure_items"),
    ],
)
def test_names(path: str, name: str) -> None:
    assert factor_name(load_scenario("kazakhstan_general_agreement"), path, Language("en")) == name


def test_labels_and_values_are_those_of_the_language() -> None:
    scenario, russian = load_scenario("kazakhstan_general_agreement"), Language("ru")
    assert factor_label(scenario, "parties.unions.gap", russian).endswith(f"({scenario.party_label('unions', 'ru')})")
    assert settings_shown(scenario, {"mediator.skill": 0.5, "gap": 0.1}, russian) == (
        "умение медиатора: 0,5; разрыв между членами и руководителями: 0,1"
    )
