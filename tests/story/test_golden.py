"""Whole stories as they are told, kept in `golden/`.

After a wanted change write them anew and read the difference:

    REWRITE_GOLDEN=1 python -m pytest tests/story/test_golden.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from negotiation_sim.scenario import load_scenario
from negotiation_sim.story import watch

FOLDER = Path(__file__).parent / "golden"
CASE = load_scenario("two_party_textbook", ["deadline=12", "communication.quality=0.8"])


@pytest.mark.parametrize(("arm", "run"), [("positions", 0), ("interests with mediator", 1)])
def test_the_story_is_told_as_before(arm: str, run: int) -> None:
    told = [move.text for move in watch(CASE.with_settings(CASE.arms[arm]), run)]
    story = "\n".join(told) + "\n"
    path = FOLDER / f"{arm.replace(' ', '_')}.txt"
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(story, encoding="utf-8")
    assert story == path.read_text(encoding="utf-8")
