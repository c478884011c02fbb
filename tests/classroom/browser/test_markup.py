"""Names, titles and words with markup are shown as they were typed, to everybody, and run nowhere."""

from __future__ import annotations

from contextlib import closing

import pytest
from classroom_server import SeatClient, Trainer, tables_of

NAME = "<img src=x onerror=hit=1>"
WORDS = "<script>hit=1</script><svg onload=hit=1> {{7*7}} ${hit=1}"
TITLE = "<iframe src=javascript:parent.hit=1>"


@pytest.mark.parametrize(
    ("who", "path", "shown"),
    [
        ("trainer", "/trainer", TITLE),
        ("trainer", "/trainer/{session}", NAME),
        ("trainer", "/trainer/{session}/t/{table}", WORDS),
        ("trainer", "/screen/{session}", TITLE),
        ("seat", "/j/{code}", TITLE),
        ("seat", "/t/{table}", WORDS),
    ],
)
def test_markup_is_text(server, browser, who, path, shown) -> None:
    trainer, seat = Trainer(server), SeatClient(server, NAME)
    with closing(trainer), closing(seat):
        opened = trainer.open_session(title=TITLE)
        table = tables_of(trainer.http, opened["code"])[0]["id"]
        assert seat.join(opened["code"], "unions", table).is_success
        trainer.do(opened["id"], "start")
        seat.connect()
        assert "ack" in seat.send({"do": "say", "to": None, "text": WORDS})
        context = browser.new_context()
        cookies = (trainer if who == "trainer" else seat).http.cookies
        context.add_cookies([{"name": name, "value": value, "url": server.url} for name, value in cookies.items()])
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.url + path.format(session=opened["id"], table=table, code=opened["code"]) + "?lang=en")
        page.get_by_text(shown).first.wait_for(state="attached", timeout=15_000)
        assert page.evaluate("typeof hit") == "undefined"
        assert page.locator("#app :is(img[src=x], script, iframe, svg[onload])").count() == 0
        assert not [url for url in asked if url.endswith("/x")]
        context.close()
