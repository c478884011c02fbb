"""Every page of the classroom in every language and two sizes, as pictures to look at.

    python benchmarks/classroom_screens.py FOLDER [PAGE …]

tests/classroom/browser/test_pages.py goes through the same pages and judges what a machine can judge.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from classroom_server import SeatClient, ServerProcess, Trainer, classroom, sensible_move, tables_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

LANGUAGES = ("en", "ru", "kk")
SIZES = {"projector": (1024, 768), "phone": (390, 844)}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# name: (whose browser, address); `{}` are filled from a class at work and one that has ended
PAGES = {
    "home": ("visitor", "/"),
    "demo-curves": ("visitor", "/demo"),
    "demo-negotiation": ("visitor", "/demo#tab=one&m=1"),
    "demo-side": ("visitor", "/demo#tab=side&m=1"),
    "demo-why": ("visitor", "/demo#tab=why"),
    "story": ("visitor", "/story"),
    "story-noise": ("visitor", "/story/noise"),
    "story-mediator": ("visitor", "/story/mediator"),
    "join": ("visitor", "/j"),
    "join-code": ("visitor", "/j/{code}"),
    "seat": ("unions", "/t/{table}"),
    "seat-mediator": ("mediator", "/t/{table}"),
    "seat-observer": ("observer", "/t/{table}"),
    "seat-lobby": ("unions", "/t/{lobby_table}"),
    "seat-ended": ("unions", "/t/{ended_table}"),
    "survey": ("unions", "/survey/{table}?when=before"),
    "trainer": ("trainer", "/trainer"),
    "trainer-lobby": ("trainer", "/trainer/{lobby}"),
    "trainer-session": ("trainer", "/trainer/{session}"),
    "trainer-table": ("trainer", "/trainer/{session}/t/{table}"),
    "trainer-ended": ("trainer", "/trainer/{ended}"),
    "screen-lobby": ("trainer", "/screen/{lobby}"),
    "screen": ("trainer", "/screen/{session}"),
    "cards": ("trainer", "/cards/{session}"),
    "guide": ("trainer", "/guide/{session}"),
    "debrief": ("trainer", "/trainer/{ended}/debrief"),
    "debrief-seat": ("unions", "/debrief/{ended_table}"),
    "poll": ("visitor", "/poll/{poll}"),
}


@dataclass
class Stage:
    """Three classes, one in the lobby, one at work, one that has ended, and the browsers of all who are in them."""

    server: ServerProcess
    places: dict[str, str]
    contexts: dict[str, BrowserContext]

    def address(self, page: str, lang: str) -> str:
        """Where a page is, in a language."""
        path = PAGES[page][1].format(**self.places)
        path, hash_sign, fragment = path.partition("#")
        return f"{self.server.url}{path}{'&' if '?' in path else '?'}lang={lang}{hash_sign}{fragment}"

    def open(self, page: str, lang: str) -> Page:
        """A new tab of the browser whose page it is."""
        tab = self.contexts[PAGES[page][0]].new_page()
        tab.goto(self.address(page, lang))
        ready(tab)
        return tab


def ready(tab: Page) -> None:
    """Wait until the page shows what it is about."""
    tab.wait_for_selector("#app :is(h2, h3, section, form, table, .card)", state="attached", timeout=15_000)


def prepare(server: ServerProcess, browser: Browser, stack: ExitStack) -> Stage:
    """Set the stage; the sockets of the people at work stay open until the stack is left."""
    trainer = stack.enter_context(closing(Trainer(server)))
    places: dict[str, str] = {}
    tokens: dict[str, dict[str, str]] = {"unions": {}, "mediator": {}, "observer": {}}
    for name, key in (("lobby", "lobby_table"), ("session", "table"), ("ended", "ended_table")):
        opened = trainer.open_session(tables=2, title=f"Class {name}")
        places[name] = opened["id"]
        places[key] = table = tables_of(trainer.http, opened["code"])[0]["id"]
        places.setdefault("code", opened["code"])
        seats = [SeatClient(server, f"name of {role}") for role in tokens]
        for role, seat in zip(tokens, seats, strict=True):
            stack.enter_context(closing(seat))
            reply = seat.join(opened["code"], role, table)
            assert reply.is_success, reply.text
            tokens[role] |= dict(seat.http.cookies)
            seat.connect()
        if name != "lobby":
            trainer.do(opened["id"], "start")
            some_moves(dict(zip(tokens, seats, strict=True)))
        if name == "ended":
            trainer.do(opened["id"], "play_out", table=tables_of(trainer.http, opened["code"])[1]["id"])
            trainer.do(opened["id"], "close", table=table)
            trainer.do(opened["id"], "debrief")
    places["poll"] = a_poll(trainer)
    contexts: dict[str, Any] = {}
    cookies = {"visitor": {}, "trainer": dict(trainer.http.cookies), **tokens}
    for who, held in cookies.items():
        contexts[who] = context = browser.new_context()
        stack.callback(context.close)
        context.add_cookies([{"name": name, "value": value, "url": server.url} for name, value in held.items()])
    return Stage(server, places, contexts)


def some_moves(seats: dict[str, SeatClient]) -> None:
    """Far enough that there is something to see, and an offer to answer or to make."""
    version = 3  # two have sat down, and the talks have begun
    for _ in range(9):
        view = seats["observer"].view_since(version)
        if view["state"] != "playing":
            return
        mover = view["awaited"][0]
        seats[mover].send(sensible_move(seats[mover].view_since(version)))
        version += 1


def a_poll(trainer: Trainer) -> str:
    """The code of a poll that is open."""
    question = {"kind": "rate", "scenario": "kazakhstan_general_agreement", "quality": 0.5, "mediator": True}
    reply = trainer.http.post("/api/polls", json={"question": {**question, "skill": 0.6}})
    assert reply.is_success, reply.text
    return str(reply.json()["code"])


def main() -> None:
    """Draw the pages named, or all."""
    from playwright.sync_api import Error, sync_playwright

    folder, *wanted = sys.argv[1:]
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, classroom(Path(scratch)) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        with ExitStack() as stack:
            stage = prepare(server, browser, stack)
            for page in wanted or PAGES:
                for lang in LANGUAGES:
                    try:
                        tab = stage.open(page, lang)
                    except Error as error:
                        print(f"{page} {lang}: {str(error).splitlines()[0]}")
                        stage.contexts[PAGES[page][0]].pages[-1].screenshot(path=out / f"{page}-{lang}-FAILED.png")
                        continue
                    for size, (width, height) in SIZES.items():
                        tab.set_viewport_size({"width": width, "height": height})
                        tab.screenshot(path=out / f"{page}-{lang}-{size}.png", full_page=size == "phone")
                    tab.close()
        browser.close()


if __name__ == "__main__":
    main()
