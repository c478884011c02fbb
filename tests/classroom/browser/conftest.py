"""A real server and a real browser. Where there is no Chromium or no Playwright, these tests skip and say so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))  # what drives the server is shared with benchmarks

from classroom_screens import CHROMIUM, QUIET  # noqa: E402
from classroom_server import ServerProcess, classroom  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module: Playwright's event loop must be gone before another module's tests run."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the classroom's pages are not looked at")
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="no Playwright: the classroom's pages are not looked at"
    )
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server that all modules share; a test makes a class of its own in it."""
    with classroom(tmp_path_factory.mktemp("classroom")) as running:
        yield running
