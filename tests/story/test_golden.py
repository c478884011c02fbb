"""Whole stories as they are told, one of every shipped scenario in every language, kept in `golden/`.

After a wanted change write them anew and read the difference:

    REWRITE_GOLDEN=1 python -m pytest tests/story/test_golden.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from negotiation_sim.scenario import load_scenario, shipped_cases
from negotiation_sim.story import watch

FOLDER = Path(__file__).parent / "golden"
LANGUAGES = ("en", "ru", "kk")


class Told(NamedTuple):
    """Which negotiation of a scenario is told."""

    arm: str
    run: int
    settings: dict[str, Any]


STORIES = {
    "court_connected": Told("interests with mediator", 13, {}),
    "croatia_mandatory_mediation": Told("no compulsory mediation", 5, {}),
    "empty_zone": Told("interests with mediator", 4, {}),
    "enterprise_wage_dispute": Told("positions", 15, {}),
    "enterprise_wage_dispute_2020": Told("positions with mediator", 2, {}),
    "essential_service": Told("positions", 8, {}),
    "general_agreements_series": Told("interests", 0, {"term.agreements": 2}),
    "kazakhstan_general_agreement": Told("interests with mediator", 10, {}),
    "miners_ratification_gap_2017": Told("go-between", 8, {}),
    "minimum_wage_2025": Told("mixed with mediator", 9, {}),
    "oil_contractor_follow_up_2021": Told("nobody follows up", 14, {}),
    "safety_at_work": Told("positions", 12, {}),
    "three_union_centres": Told("united, not explained", 9, {}),
    "tight_zone": Told("positions with mediator", 3, {}),
    "two_party_textbook": Told("interests with mediator", 12, {}),
}


def test_every_shipped_scenario_is_told() -> None:
    assert set(STORIES) == set(shipped_cases())
    assert {path.stem for path in FOLDER.iterdir()} == {f"{case}.{lang}" for case in STORIES for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", STORIES)
def test_the_story_is_told_as_before(case: str, lang: str) -> None:
    told, scenario = STORIES[case], load_scenario(case)
    played = scenario.with_settings({**scenario.arms[told.arm], **told.settings})
    story = "\n".join(move.text for move in watch(played, told.run, lang=lang)) + "\n"
    path = FOLDER / f"{case}.{lang}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(story, encoding="utf-8")
    assert story == path.read_text(encoding="utf-8")
