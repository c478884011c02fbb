"""A lesson in real browsers: late joiner, reload, cut line, a server killed and started again; then the debrief."""

from __future__ import annotations

import pytest
from classroom_roleplay import chromium, play
from classroom_screens import CHROMIUM
from classroom_server import classroom


def test_a_lesson_is_played_to_its_debrief(tmp_path) -> None:
    """The small form of benchmarks/classroom_roleplay.py."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the classroom's pages are not looked at")
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="no Playwright: the classroom's pages are not looked at"
    )
    with classroom(tmp_path) as server, sync_api.sync_playwright() as playwright:
        browser = chromium(playwright)
        counted = play(playwright, browser, server, rounds=1, kills=1)
        browser.close()
    assert min(counted["rounds"]) >= 3
    assert counted["server killed"] == 1
