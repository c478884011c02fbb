"""A page puts a view together from frames as the tests' own reader does, and asks for all where one was lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing

import pytest
from classroom_frames import Page
from classroom_server import SeatClient, Trainer, sensible_move, tables_of

MERGE = """
async (texts) => {
  const { merged } = await import("/static/js/seat/frames.js");
  let held = null;
  return texts.map((text) => (held = merged(held, JSON.parse(text))) && held.view);
}
"""

# A line that loses one frame, and notes what the page says.
LOSE = """
window.lost = 0;
window.asked = [];
window.WebSocket = class extends WebSocket {
  set onmessage(take) {
    super.onmessage = (event) => {
      const loses = event.data.includes('"change"') && event.data.includes("lost on its way");
      if (loses) window.lost += 1; else take(event);
    };
  }
  send(text) {
    window.asked.push(text);
    super.send(text);
  }
};
"""


@pytest.fixture
def seat(server) -> Iterator[SeatClient]:
    """The unions of a class at work, who have talked a while beside an observer."""
    trainer, unions, onlooker = Trainer(server), SeatClient(server, "Dana"), SeatClient(server, "Yerlan")
    with closing(trainer), closing(unions), closing(onlooker):
        opened = trainer.open_session()
        table = tables_of(trainer.http, opened["code"])[0]["id"]
        for person, role in ((unions, "unions"), (onlooker, "observer")):
            assert person.join(opened["code"], role, table).is_success
            person.connect()
        trainer.do(opened["id"], "start")
        version = 2  # one has sat down, and the talks have begun
        for number in range(12):
            view = unions.view_since(version)
            words = {"do": "say", "to": None, "text": f"words {number}"}
            for action in (words, sensible_move(view)):
                if action is not None and unions.send(action).get("ack"):
                    version += 1
        onlooker.view_since(version)
        unions.onlooker = onlooker
        yield unions


@pytest.mark.parametrize("who", ["unions", "observer"])
def test_the_page_merges_as_the_tests_do(seat, browser, who) -> None:
    client = seat if who == "unions" else seat.onlooker
    texts = [text for text in client.frames if "frame" in json.loads(text)]
    assert len(texts) > 10
    with closing(browser.new_page()) as page:
        page.goto(f"{client.server.url}/selftest")
        shown = page.evaluate(MERGE, texts)
        reader = Page()
        assert shown == [json.loads(json.dumps(reader.follow(text))) for text in texts]
        assert page.evaluate(MERGE, [texts[0], *texts[2:4]]) == [shown[0], None, None], "a frame is missing"
        assert page.evaluate(MERGE, texts[1:2]) == [None], "nothing came before"


def test_a_page_that_lost_a_frame_shows_all_the_same(seat, browser) -> None:
    name, token = next(iter(seat.http.cookies.items()))
    with closing(browser.new_context()) as context:
        context.add_cookies([{"name": name, "value": token, "url": seat.server.url}])
        context.add_init_script(LOSE)
        page = context.new_page()
        page.goto(f"{seat.server.url}/t/{seat.table}?lang=en")
        page.locator("q", has_text="words 0").wait_for()
        seat.send({"do": "say", "to": None, "text": "lost on its way"})
        seat.send({"do": "say", "to": None, "text": "said after it"})
        page.locator("q", has_text="said after it").wait_for()
        page.locator("q", has_text="lost on its way").wait_for()
        lost, asked = page.evaluate("[lost, asked.map(JSON.parse)]")
    assert lost == 1
    assert asked == [{"again": True}]
