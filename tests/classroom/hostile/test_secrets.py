"""What goes over the wire to a seat holds nothing that only another seat may know, before the debrief."""

from __future__ import annotations

import json
import re
from contextlib import closing

from classroom_server import SeatClient, Trainer, sensible_move, tables_of

WORDS = "between the two of us: forty-one"
SIDES = ("government", "employers", "unions")


def numbers_in(value: object) -> list[float]:
    """Every number that is not a whole one, however deep: importance, values of options, lines."""
    if isinstance(value, dict):
        return [n for item in value.values() for n in numbers_in(item)]
    if isinstance(value, list):
        return [n for item in value for n in numbers_in(item)]
    return [float(value)] if isinstance(value, float) and value not in (0.0, 1.0) else []


def test_no_frame_holds_what_only_another_seat_may_know(server) -> None:
    trainer = Trainer(server)
    opened = trainer.open_session(noise=True)
    table = tables_of(trainer.http, opened["code"])[0]["id"]
    seats = {role: SeatClient(server, f"name of {role}") for role in (*SIDES, "mediator", "observer")}
    try:
        for role, seat in seats.items():
            assert seat.join(opened["code"], role, table).is_success, role
            seat.connect()
            seat.view()
        trainer.do(opened["id"], "start")
        briefs: dict[str, dict[str, object]] = {}
        version = len(seats)  # four have sat down, and the talks have begun
        for turn in range(60):
            views = {role: seat.view_since(version) for role, seat in seats.items()}
            version = views["unions"]["version"]
            briefs |= {role: views[role]["brief"] for role in SIDES}
            if views["unions"]["state"] != "playing":
                break
            if turn == 3:
                assert seats["mediator"].send({"do": "say", "to": "unions", "text": WORDS}).get("ack"), views[
                    "mediator"
                ]
                version += 1
                continue
            mover = views["unions"]["awaited"][0]
            assert seats[mover].send(sensible_move(views[mover])).get("ack"), views[mover]["phase"]
            version += 1
        secrets = {role: {round(n, 6) for n in numbers_in(brief)} for role, brief in briefs.items()}
        assert all(len(found) > 5 for found in secrets.values()), secrets
        for role, seat in seats.items():
            own = secrets.get(role, set())
            heard = {round(n, 6) for frame in seat.frames for n in numbers_in(json.loads(frame))}
            for other in SIDES:
                if other != role:
                    assert not (secrets[other] - own - public(seats["observer"])) & heard, (role, other)
            if role not in ("mediator", "unions"):
                assert not any(WORDS in frame for frame in seat.frames), f"{role} heard the caucus"
        assert any(WORDS in frame for frame in seats["unions"].frames)
    finally:
        with closing(trainer):
            for seat in seats.values():
                seat.close()


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


def public(observer: SeatClient) -> set[float]:
    """Numbers that everybody may see: an observer is shown them as well."""
    return {round(n, 6) for frame in observer.frames for n in numbers_in(json.loads(frame))}
