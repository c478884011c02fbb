"""A lesson played through in real browsers: phones, agents, a late joiner, a reload, a cut line, a server killed twice.

    python benchmarks/classroom_roleplay.py [--rounds 6] [--kills 2]

Table 1: two sides and the mediator are people, each in a phone's browser of its own; an agent holds the third side.
Table 2: one person and two agents; somebody comes late and takes over an agent's seat. At the end the trainer closes
what still goes on and opens the debrief. Then the log in the database is folded again, in this process: every seat's
view must be what its page was last sent, and the trainer's numbers must be the folded ones.
tests/classroom/browser/test_roleplay.py plays a shorter form.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import tempfile
import threading
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from classroom_frames import Page as Followed
from classroom_refold import before_its_log, same_view
from classroom_screens import CHROMIUM, QUIET
from classroom_server import Json, ServerProcess, Trainer, classroom, tables_of
from websockets.sync.client import connect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType, Page, Playwright, WebSocket

PHONES = ("Pixel 7", "iPhone 13", "Galaxy S9+")
SOON = 15_000  # milliseconds


class Line:
    """A cable between one phone and the server that can be pulled; a browser's own offline switch spares sockets."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self.is_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                phone, _ = self._listener.accept()
                try:
                    if self.is_cut:
                        raise ConnectionRefusedError
                    server = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    phone.close()
                    continue
                self._open += [phone, server]
                for one, other in ((phone, server), (server, phone)):
                    threading.Thread(target=self._copy, args=(one, other), daemon=True).start()

    def _copy(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def cut(self) -> None:
        """Pull the cable: what is open breaks, and nothing new comes through."""
        self.is_cut = True
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def mend(self) -> None:
        self.is_cut = False

    def close(self) -> None:
        self.cut()
        self._listener.close()


@dataclass
class Person:
    """Somebody with a phone. `seen` is the view that its page was sent, frame by frame.

    Whatever cards are dealt, talks must not end before the lesson does: so people refuse until `agrees` is set.
    """

    name: str
    role: str
    page: Page
    line: Line
    seen: Json = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    agrees: bool = False

    def listen(self) -> None:
        """Keep what the page's sockets bring; note every error."""
        self.page.on("websocket", self._follow)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _follow(self, opened: WebSocket) -> None:
        """Each socket begins with a whole view; one that has been left may still bring something."""
        self._followed = followed = Followed()

        def take(frame: str | bytes) -> None:
            if (view := followed.follow(frame)) is not None and self._followed is followed:
                self.seen = view

        opened.on("framereceived", take)

    def join(self, code: str, table: Json) -> None:
        """As a student does: the link of the code, a name, a table, a seat."""
        self.page.goto(f"http://127.0.0.1:{self.line.port}/j/{code}?lang=en")
        self.page.get_by_label("Your name").fill(self.name, timeout=SOON)
        label = next(seat["label"] for seat in table["seats"] if seat["role"] == self.role)
        self.page.get_by_role("group", name=table["name"]).get_by_role("radio", name=re.compile(f"^{label}")).check()
        self.page.get_by_role("button", name="Take this seat").click()
        self.page.wait_for_url("**/t/*", timeout=SOON)
        self.wait_until(lambda view: view["me"]["role"] == self.role)

    def wait_until(self, holds) -> None:
        """Until a view that the page was sent fulfils this."""
        for _ in range(300):
            if self.seen and holds(self.seen):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{self.name} still sees {self.seen.get('phase')} {self.seen.get('version')}")

    def go(self, part: str) -> None:
        """Touch a part of the page in the bar at the bottom."""
        self.page.locator("nav.bar").get_by_role("button", name=re.compile(f"^{part}")).click()

    def move(self) -> bool:
        """Make the move that the table waits for; False where it waits for somebody else."""
        move = self.seen.get("my_move") if self.seen.get("state") == "playing" else None
        if move is None:
            return False
        before = moment(self.seen)
        getattr(self, f"_{move}")()
        self.wait_until(lambda view: moment(view) != before)
        return True

    def _offer(self) -> None:
        page = self.page
        self.go("Text" if self.role == "mediator" else "Offer")
        first = "their last offer" if self.seen["round"] > 4 else "my ideal"
        start = page.get_by_role("button", name=first)
        if start.count():
            start.click()
        else:
            for issue in page.locator("fieldset.issue").all():
                issue.locator("label.option").nth(1).click()
        page.get_by_role("button", name=re.compile("Make this offer|Put this text")).click()
        page.get_by_role("dialog").get_by_role("button", name="Send").click()

    def _answer(self) -> None:
        self.go("Table")
        offer, brief = self.seen["offer"], self.seen["brief"]
        if self.agrees and offer["worth"] >= brief["line"]:
            self.page.get_by_role("button", name="Accept").click()
            self.page.get_by_role("dialog").get_by_role("button", name="Accept").click()
        else:
            self.page.get_by_role("button", name="Refuse").click()

    def _sign(self) -> None:
        self.go("Table")
        self.page.get_by_role("button", name="Sign", exact=True).click()
        self.page.get_by_role("dialog").get_by_role("button", name="Sign", exact=True).click()

    def _done(self) -> None:
        self.go("Talk")
        self.page.get_by_role("button", name="Done for this round").click()

    def _efforts(self) -> None:
        self.go("Table")
        self.page.get_by_role("button", name="Do this").click()

    def say(self, words: str) -> None:
        """Words to everybody."""
        self.go("Talk")
        self.page.get_by_label("Words for everybody").fill(words)
        self.page.get_by_role("button", name="Say it").click()

    def hears(self, words: str) -> None:
        """The words are on the page, in the part where the log is."""
        self.go("Log")
        self.page.locator("q", has_text=words).wait_for(timeout=SOON)

    def is_told_connection_lost(self) -> None:
        self.page.get_by_role("status").filter(has_text="Connection lost").wait_for(timeout=SOON)


def moment(view: Json) -> tuple[object, ...]:
    """Where a seat stands; once its move is taken it stands elsewhere."""
    return view["round"], view["phase"], view["my_move"], view["state"]


@dataclass
class Lesson:
    """The class: who plays where, and what the trainer holds."""

    server: ServerProcess
    trainer: Trainer
    session: str
    code: str
    tables: list[str]
    people: dict[str, list[Person]]

    def rounds(self, count: int) -> None:
        """Everybody moves when it is their turn, for so many rounds at each table."""
        for people in self.people.values():
            until = max((person.seen.get("round", 0) for person in people), default=0) + count
            while people and people[0].seen["state"] == "playing" and people[0].seen["round"] < until:
                if not any(person.move() for person in people):
                    people[0].page.wait_for_timeout(20)

    def kill_and_start(self) -> None:
        """Kill -9 while people look on; every page must come back by itself."""
        self.server.kill()
        first = self.everybody()[0]
        first.is_told_connection_lost()
        self.server.start()
        for number, person in enumerate(self.everybody()):
            words = f"{person.name} is back after the server came back, {len(person.seen['log'])} {number}"
            person.say(words)
            person.wait_until(lambda view, words=words: words in json.dumps(view["log"]))

    def everybody(self) -> list[Person]:
        return [person for people in self.people.values() for person in people]


def phone(
    stack: ExitStack, playwright: Playwright, browser: Browser, server: ServerProcess, model: str
) -> tuple[Page, Line]:
    """A browser with the profile of a phone, on a line of its own."""
    line = stack.enter_context(closing(Line(server.port)))
    profile = {key: value for key, value in playwright.devices[model].items() if key != "default_browser_type"}
    context = browser.new_context(**profile)
    stack.callback(context.close)
    return context.new_page(), line


def person(
    stack: ExitStack, playwright: Playwright, browser: Browser, server: ServerProcess, number: int, role: str
) -> Person:
    """Somebody new in the room."""
    page, line = phone(stack, playwright, browser, server, PHONES[number % len(PHONES)])
    newcomer = Person(f"Person {number}", role, page, line)
    newcomer.listen()
    return newcomer


def same_numbers(shown: Json, folded: Json) -> None:
    """What the trainer saw of every side, the engine's own numbers, is what the log folds to."""
    assert shown["sides"] == json.loads(json.dumps(folded["sides"]))
    assert shown["mediator_knows"] == json.loads(json.dumps(folded["mediator_knows"]))


def trainers_view(server: ServerProcess, trainer: Trainer, table: str) -> Json:
    """All of a table as the trainer's page is sent it."""
    headers = {"Cookie": trainer.cookies()}
    address = f"ws://{server.host}/ws/t/{table}?as=trainer"
    with connect(address, additional_headers=headers, origin=server.url, proxy=None) as opened:  # type: ignore[arg-type]
        while (view := Followed().follow(opened.recv(timeout=20))) is None:
            pass
        return view


def check_refold(server: ServerProcess, shown: dict[str, Json], people: dict[str, list[Person]]) -> int:
    """Fold every table's log in this process and compare; gives the number of events. The server must be down."""
    from negotiation_sim.classroom.table.views import view
    from negotiation_sim.classroom.table.whole_view import whole_view

    count = 0
    for table, seen in shown.items():
        played, events = before_its_log(server, table)
        for event in events:
            played.apply(event)
        same_numbers(seen, whole_view(played, seen["lang"]))
        for somebody in people.get(table, []):
            same_view(somebody.seen, view(played, somebody.role, somebody.seen["lang"]))
        count += len(events)
    return count


def play(playwright: Playwright, browser: Browser, server: ServerProcess, rounds: int, kills: int) -> Json:
    """The whole lesson; gives what there is to count."""
    with ExitStack() as stack:
        trainer = stack.enter_context(closing(Trainer(server)))
        opened = trainer.open_session(tables=2, title="A lesson")
        tables = tables_of(trainer.http, opened["code"])
        one, two = (table["id"] for table in tables)
        roles = ("unions", "employers", "mediator")
        first = [person(stack, playwright, browser, server, number, role) for number, role in enumerate(roles)]
        alone = person(stack, playwright, browser, server, 3, "government")
        for somebody in first:
            somebody.join(opened["code"], tables[0])
        alone.join(opened["code"], tables[1])
        lesson = Lesson(server, trainer, opened["id"], opened["code"], [one, two], {one: first, two: [alone]})
        trainer.do(opened["id"], "start")
        for somebody in lesson.everybody():
            somebody.wait_until(lambda view: view["state"] == "playing")
        lesson.rounds(1)

        late = person(stack, playwright, browser, server, 4, "unions")
        late.join(opened["code"], tables[1])
        lesson.people[two].append(late)
        lesson.rounds(1)

        first[0].page.reload()
        first[0].say("I am here again after a reload")
        first[1].hears("I am here again after a reload")

        first[1].line.cut()
        first[1].is_told_connection_lost()
        first[1].say("said while the line was cut")
        first[1].line.mend()
        first[2].hears("said while the line was cut")

        for _ in range(kills):
            lesson.kill_and_start()
            lesson.rounds(1)
        for somebody in lesson.everybody():
            somebody.agrees = True
        lesson.rounds(rounds)

        for table in (one, two):
            if lesson.people[table][0].seen["state"] != "ended":
                trainer.do(opened["id"], "close", table=table)
        trainer.do(opened["id"], "debrief")
        for somebody in lesson.everybody():
            somebody.wait_until(lambda view: view["state"] == "debrief")
            somebody.go("Table")
            somebody.page.get_by_role("link", name="Open the debrief").wait_for(timeout=SOON)
        shown = {table: trainers_view(server, trainer, table) for table in (one, two)}
        faults = [fault for somebody in lesson.everybody() for fault in somebody.faults]
        assert not faults, faults
        server.stop()
        events = check_refold(server, shown, lesson.people)
        once = [shown[one]["log"]]
        for words in ("I am here again after a reload", "said while the line was cut"):
            assert sum(entry.get("text") == words for log in once for entry in log) == 1, words
        return {
            "events in the log": events,
            "rounds": [shown[table]["round"] for table in (one, two)],
            "entries": [len(shown[table]["log"]) for table in (one, two)],
            "server killed": kills,
            "views compared": len(lesson.everybody()) + 2,
        }


def chromium(playwright: Playwright) -> Browser:
    """The browser that this machine has."""
    kind: BrowserType = playwright.chromium
    return kind.launch(executable_path=CHROMIUM, args=QUIET)


def main() -> None:
    """Play the lesson and print what was counted."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--kills", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, classroom(Path(scratch)) as server, sync_playwright() as playwright:
        browser = chromium(playwright)
        print(json.dumps(play(playwright, browser, server, options.rounds, options.kills), indent=2))
        browser.close()


if __name__ == "__main__":
    main()
