"""What a page puts together from frames is the view, whenever it reads and whatever it missed."""

import json
import random

import pytest
from classroom_frames import LostError, Page

from negotiation_sim.classroom.server import picture
from negotiation_sim.classroom.server.picture import Artist, Frames
from negotiation_sim.classroom.table import PlayedTable
from negotiation_sim.classroom.table.reading import TRAINER
from negotiation_sim.classroom.table.views import view_but_log
from negotiation_sim.classroom.table.whole_view import whole_view_but_log
from negotiation_sim.scenario import load_scenario

CASE = load_scenario("minimum_wage_2025").with_settings({"mediator.style": "full", "mediator.skill": 0.6})
READERS = (*CASE.roles, "mediator", "observer", TRAINER)


def opened():
    """People in all seats, at the first offer."""
    table = PlayedTable(CASE, 5, 2)
    for role in (*CASE.roles, "mediator"):
        table.apply({"do": "sit", "seat": role})
    table.apply({"do": "start"})
    return table


def some_event(table, chance):
    """Words in public or in private, or what an agent would do in a seat that is waited for."""
    speaker = chance.choice(CASE.roles)
    if chance.random() < 0.5:
        listener = chance.choice([None, "mediator"])
        return {"do": "say", "seat": speaker, "to": listener, "text": f"words {chance.random()}"}
    return {"do": "agent_moves", "seat": table.awaited[0]}


def whole(table, reader):
    """The view as it is made in one piece, and as JSON gives it back."""
    return json.loads(json.dumps(table.everything("kk") if reader == TRAINER else table.view(reader, "kk")))


def drawn(artist, table, reader):
    but_log = whole_view_but_log(table, "kk") if reader == TRAINER else view_but_log(table, reader, "kk")
    return artist.picture(but_log, table.reading(reader, "kk"))


@pytest.mark.parametrize("seed", range(4))
def test_frames_add_up_to_the_view_at_any_moment(seed):
    chance = random.Random(seed)
    table, artist = opened(), Artist()
    frames, pages = {reader: Frames() for reader in READERS}, {reader: Page() for reader in READERS}
    compared = 0
    for _ in range(150):
        if table.ended:
            break
        table.apply(some_event(table, chance))
        artist.begin()
        for reader in READERS:
            if chance.random() < 0.5:  # this one reads too slowly, and skips a picture
                continue
            if chance.random() < 0.1:
                frames[reader].lost()
            text = frames[reader].next(drawn(artist, table, reader))
            if text is not None:
                pages[reader].follow(text)
            assert pages[reader].view == whole(table, reader), reader
            compared += 1
    assert compared > 100


def test_a_frame_holds_what_has_changed_and_nothing_else():
    table, artist, frames = opened(), Artist(), Frames()
    first = json.loads(frames.next(drawn(artist, table, "unions")))
    assert first.keys() == {"view", "frame"}
    assert frames.next(drawn(artist, table, "unions")) is None, "nothing has changed"
    table.apply({"do": "say", "seat": "unions", "text": "good morning"})
    second = json.loads(frames.next(drawn(artist, table, "unions")))
    assert second["change"] == {"version": table.applied}
    assert [entry["text"] for entry in second["log"]] == ["good morning"]
    assert second["frame"] == first["frame"] + 1


def test_a_frame_does_not_grow_with_the_talk():
    table, artist, frames = opened(), Artist(), Frames()
    sizes = []
    for _ in range(300):
        table.apply({"do": "say", "seat": "unions", "text": "x" * 50})
        artist.begin()
        sizes.append(len(frames.next(drawn(artist, table, "employers"))))
    assert max(sizes[1:]) < 300


def test_an_entry_is_written_once_for_each_reader(monkeypatch):
    written = []
    monkeypatch.setattr(picture, "_written", lambda value: written.append(value) or json.dumps(value))
    table, artist = opened(), Artist()
    for number in range(20):
        table.apply({"do": "say", "seat": "unions", "text": f"said {number}"})
        for reader in ("unions", "employers"):
            Frames().next(drawn(artist, table, reader))
    texts = [value["text"] for value in written if isinstance(value, dict) and value.get("kind") == "said"]
    assert sorted(texts) == sorted(f"said {number}" for number in range(20) for _ in range(2))


def test_a_page_that_missed_a_frame_knows_it():
    table, artist, frames, page = opened(), Artist(), Frames(), Page()
    page.follow(frames.next(drawn(artist, table, "unions")))
    for number in range(2):
        table.apply({"do": "say", "seat": "unions", "text": f"said {number}"})
        text = frames.next(drawn(artist, table, "unions"))
    with pytest.raises(LostError):
        page.follow(text)
    page.follow(frames.next(frames.lost()))
    assert page.view == whole(table, "unions")


def test_a_table_that_was_folded_again_is_shown_whole():
    table, frames = opened(), Frames()
    frames.next(drawn(Artist(), table, "unions"))
    assert "view" in json.loads(frames.next(drawn(Artist(), opened(), "unions")))
