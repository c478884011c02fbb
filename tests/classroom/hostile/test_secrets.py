"""What goes over the wire to a seat holds nothing that only another seat may know, before the debrief."""

from __future__ import annotations

import json
import re
from contextlib import ExitStack, closing

from classroom_frames import Page
from classroom_refold import SERVER_ADDS, before_its_log, same_view
from classroom_server import Json, SeatClient, ServerProcess, Trainer, classroom, sensible_move, tables_of

from negotiation_sim.classroom.table.views import view

WORDS = "between the two of us: forty-one"
SIDES = ("government", "employers", "unions")


def numbers_in(value: object) -> list[float]:
    """Every number that is not a whole one, however deep: importance, values of options, lines."""
    if isinstance(value, dict):
        return [n for item in value.values() for n in numbers_in(item)]
    if isinstance(value, list):
        return [n for item in value for n in numbers_in(item)]
    return [float(value)] if isinstance(value, float) and value not in (0.0, 1.0) else []


def test_a_wire_carries_the_view_of_its_own_seat_and_nothing_else(tmp_path) -> None:
    """That a view holds no secret of another seat is in test_no_leak.py."""
    with classroom(tmp_path) as server:
        table, seats = a_table_of_people(server)
    played, events = before_its_log(server, table)  # the server has let go of the database
    views = {(0, role): view(played, role, "en") for role in seats}
    for event in events:
        played.apply(event)
        views |= {(played.applied, role): view(played, role, "en") for role in seats}
    for role, seat in seats.items():
        assert follow(role, seat.frames, views) >= len(events) - 1, "of all but the last event everybody was told"
        heard = any(WORDS in frame for frame in seat.frames)
        assert heard == (role in ("mediator", "unions")), f"the caucus and {role}"
    briefs = {json.dumps(seat.page.view and seat.page.view["brief"]) for role, seat in seats.items() if role in SIDES}
    assert len(briefs) == len(SIDES), "all were sent the same"


def follow(role: str, frames: list[str], views: dict[tuple[int, str], Json]) -> int:
    """Each message to a seat is a frame that brings its page to its view, or acknowledges; gives the last version."""
    page = Page()
    for text in frames:
        message = json.loads(text)
        shown = page.follow(text)
        if shown is None:
            assert message.keys() == {"ack"}, message
            continue
        assert message.keys() in ({"view", "frame"}, {"change", "log", "frame"}), message
        same_view(shown, views[shown["version"], role])
        assert not numbers_in({key: shown[key] for key in SERVER_ADDS}), message
        assert shown["delegation"] == [person for person in shown["people"] if person["role"] == role]
    assert page.view is not None
    return int(page.view["version"])


def a_table_of_people(server: ServerProcess) -> tuple[str, dict[str, SeatClient]]:
    """A table played to its end, with a word in the mediator's caucus, and what its people were sent."""
    with ExitStack() as stack:
        trainer = stack.enter_context(closing(Trainer(server)))
        opened = trainer.open_session(noise=True)
        table = tables_of(trainer.http, opened["code"])[0]["id"]
        roles = (*SIDES, "mediator", "observer")
        seats = {role: stack.enter_context(closing(SeatClient(server, f"name of {role}"))) for role in roles}
        for role, seat in seats.items():
            assert seat.join(opened["code"], role, table).is_success, role
            seat.connect()
            seat.view()
        trainer.do(opened["id"], "start")
        version = len(seats)  # four have sat down, and the talks have begun
        for turn in range(60):
            views = {role: seat.view_since(version) for role, seat in seats.items()}
            version = views["unions"]["version"]
            if views["unions"]["state"] != "playing":
                break
            mover = views["unions"]["awaited"][0]
            caucus = {"do": "say", "to": "unions", "text": WORDS}
            speaker, action = ("mediator", caucus) if turn == 3 else (mover, sensible_move(views[mover]))
            assert seats[speaker].send(action).get("ack"), views[speaker]["phase"]
            version += 1
    return table, seats


def test_the_pages_and_public_answers_hold_no_secrets(room) -> None:
    brief = room.other.view()["brief"]
    secret = {f"{n:.4f}"[:5] for n in numbers_in(brief) if f"{n:.4f}"[:5] not in ("0.500", "0.250")}
    assert len(secret) > 3
    for path in (
        f"/t/{room.table}",
        f"/screen/{room.session}",
        f"/j/{room.code}",
        f"/api/join/{room.code}",
        f"/survey/{room.table}?when=before",
    ):
        text = room.me.http.get(path).text
        assert not {found for found in secret if re.search(re.escape(found), text)}, path
