"""Predict first: who may ask, how a guess stays one guess, who sees which guesses when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from negotiation_sim.classroom.polls.open_polls import LASTS, MOST_POLLS, OpenPolls
from negotiation_sim.classroom.polls.poll import MOST_GUESSES, Question
from negotiation_sim.classroom.server.app import application
from negotiation_sim.classroom.server.classroom import Classroom, Setup
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.store import Store

HOST = "127.0.0.1:8765"
PIN = "482615"
QUESTION = {"kind": "rate", "scenario": "two_party_textbook", "quality": 0.3, "mediator": False}


class Phone:
    """A browser of its own on the one running server: it keeps its cookies."""

    def __init__(self, http: TestClient) -> None:
        self._http = http
        self.cookies: dict[str, str] = {}

    def _headers(self) -> dict[str, str]:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"origin": f"http://{HOST}"} | ({"cookie": kept} if kept else {})

    def _kept(self, reply: Any) -> Any:
        self.cookies |= dict(reply.cookies)
        self._http.cookies.clear()
        return reply

    def get(self, path: str) -> Any:
        return self._kept(self._http.get(path, headers=self._headers()))

    def post(self, path: str, body: object) -> Any:
        return self._kept(self._http.post(path, json=body, headers=self._headers()))

    def guess(self, code: str, share: object) -> Any:
        return self.post(f"/api/polls/{code}/guess", {"guess": share})

    def listen(self, code: str, query: str = "") -> WebSocketTestSession:
        return self._http.websocket_connect(f"ws://{HOST}/ws/poll/{code}{query}", headers=self._headers())


@pytest.fixture
def http(tmp_path: Path) -> Iterator[TestClient]:
    classroom = Classroom(Store(str(tmp_path / "class.sqlite")), Setup(pin=PIN))
    with TestClient(application(classroom), base_url=f"http://{HOST}") as running:
        yield running


@pytest.fixture
def trainer(http: TestClient) -> Phone:
    browser = Phone(http)
    assert browser.post("/api/trainer/login", {"pin": PIN}).status_code == 204
    return browser


@pytest.fixture
def code(trainer: Phone) -> str:
    reply = trainer.post("/api/polls", {"question": QUESTION})
    assert reply.status_code == 201
    opened: str = reply.json()["code"]
    return opened


def test_the_trainer_gets_a_code_without_letters_that_are_misread(trainer: Phone, code: str) -> None:
    links = trainer.get(f"/api/polls/{code}").json()
    assert len(code) == 5 and not set(code) & set("0O1I")
    assert links["url"] == f"http://{HOST}/poll/{code}"
    assert trainer.get(links["qr"]).headers["content-type"].startswith("image/svg")


def test_only_the_trainer_opens_reveals_and_sees_all(http: TestClient, code: str) -> None:
    phone = Phone(http)
    assert phone.post("/api/polls", {"question": QUESTION}).status_code == 401
    assert phone.post(f"/api/polls/{code}/do", {"do": "reveal", "answer": 0.4}).status_code == 401
    with phone.listen(code, "?as=trainer") as socket:
        assert socket.receive()["code"] == 4403


def test_a_second_guess_replaces_the_first(http: TestClient, trainer: Phone, code: str) -> None:
    phone = Phone(http)
    phone.get(f"/api/polls/{code}")
    with trainer.listen(code, "?as=trainer") as socket:
        assert socket.receive_json()["poll"]["guesses"] == []
        phone.guess(code, 0.2)
        assert socket.receive_json()["poll"]["guesses"] == [0.2]
        phone.guess(code, 0.7)
        assert socket.receive_json()["poll"]["guesses"] == [0.7]
        Phone(http).guess(code, 0.1)
        assert socket.receive_json()["poll"]["guesses"] == [0.1, 0.7]


def test_a_phone_sees_only_its_own_guess_until_all_are_revealed(http: TestClient, trainer: Phone, code: str) -> None:
    phone = Phone(http)
    phone.get(f"/api/polls/{code}")
    Phone(http).guess(code, 0.9)
    phone.guess(code, 0.25)
    with phone.listen(code) as socket:
        before = socket.receive_json()["poll"]
        assert (before["state"], before["mine"], before["answer"]) == ("open", 0.25, None)
        assert "guesses" not in before
        trainer.post(f"/api/polls/{code}/do", {"do": "reveal", "answer": 0.4})
        after = socket.receive_json()["poll"]
    assert (after["state"], after["mine"], after["answer"]) == ("revealed", 0.25, 0.4)
    assert after["guesses"] == [0.25, 0.9]


def test_nothing_tells_one_phone_from_another(http: TestClient, trainer: Phone, code: str) -> None:
    phone = Phone(http)
    phone.guess(code, 0.5)
    seen = trainer.post(f"/api/polls/{code}/do", {"do": "reveal", "answer": 0.5}).text
    assert phone.cookies["guesser"] not in seen
    assert set(trainer.get(f"/api/polls/{code}").json()["poll"]) == {
        "code", "question", "state", "mine", "answer", "guesses",
    }  # fmt: skip


@pytest.mark.parametrize("order", [{"do": "reveal", "answer": 0.4}, {"do": "close"}], ids=["revealed", "closed"])
def test_no_guess_is_taken_after_the_end(http: TestClient, trainer: Phone, code: str, order: object) -> None:
    assert trainer.post(f"/api/polls/{code}/do", order).status_code == 200
    reply = Phone(http).guess(code, 0.4)
    assert (reply.status_code, reply.json()["why"]) == (409, "The guessing is over.")


def test_closing_without_revealing_keeps_the_guesses_secret(http: TestClient, trainer: Phone, code: str) -> None:
    Phone(http).guess(code, 0.4)
    trainer.post(f"/api/polls/{code}/do", {"do": "close"})
    poll = Phone(http).get(f"/api/polls/{code}").json()["poll"]
    assert poll["state"] == "closed" and "guesses" not in poll
    assert trainer.post(f"/api/polls/{code}/do", {"do": "reveal", "answer": 0.4}).status_code == 409


def test_closing_after_revealing_leaves_the_answer_to_be_seen(trainer: Phone, code: str) -> None:
    trainer.post(f"/api/polls/{code}/do", {"do": "reveal", "answer": 0.4})
    trainer.post(f"/api/polls/{code}/do", {"do": "close"})
    assert trainer.get(f"/api/polls/{code}").json()["poll"]["state"] == "revealed"


@pytest.mark.parametrize("share", [-0.1, 1.01, "0.5", None, True, 1e400], ids=repr)
def test_a_guess_is_a_share(http: TestClient, code: str, share: object) -> None:
    phone = Phone(http)
    if share == 1e400:
        headers = {"origin": f"http://{HOST}", "content-type": "application/json"}
        reply = http.post(f"/api/polls/{code}/guess", content='{"guess": 1e400}', headers=headers)
    else:
        reply = phone.guess(code, share)
    assert reply.status_code == 422
    assert reply.json()["with"] == {"field": "guess"}


def test_a_reveal_needs_an_answer(trainer: Phone, code: str) -> None:
    reply = trainer.post(f"/api/polls/{code}/do", {"do": "reveal"})
    assert (reply.status_code, reply.json()["with"]) == (422, {"field": "answer"})


def test_there_is_no_poll_of_another_code(http: TestClient, code: str) -> None:
    other = "AAAAA" if code != "AAAAA" else "BBBBB"
    assert Phone(http).get(f"/api/polls/{other}").status_code == 404
    with Phone(http).listen(other) as socket:
        assert socket.receive()["code"] == 4404


def test_one_address_cannot_bring_phones_without_end(http: TestClient, code: str) -> None:
    replies = [Phone(http).guess(code, 0.5).status_code for _ in range(125)]
    assert replies[0] == 200 and replies[-1] == 429


def test_one_phone_cannot_change_its_guess_without_end(http: TestClient, code: str) -> None:
    phone = Phone(http)
    replies = [phone.guess(code, 0.5).status_code for _ in range(35)]
    assert replies[0] == 200 and replies[-1] == 429


def test_a_poll_holds_so_many_guesses_and_no_more_but_takes_changes() -> None:
    poll = OpenPolls().open(Question.model_validate(QUESTION))
    for number in range(MOST_GUESSES):
        poll.guess(str(number), 0.5)
    with pytest.raises(Refusal, match="too many guesses"):
        poll.guess("one more", 0.5)
    poll.guess("0", 0.9)
    assert max(poll.guesses.values()) == 0.9


def test_polls_are_forgotten_after_three_hours() -> None:
    time = [0.0]
    polls = OpenPolls(clock=lambda: time[0])
    code = polls.open(Question.model_validate(QUESTION)).code
    time[0] = LASTS - 1
    assert polls.get(code).code == code
    time[0] = LASTS
    with pytest.raises(Refusal, match="long over"):
        polls.get(code)


def test_the_oldest_poll_makes_room() -> None:
    polls = OpenPolls()
    codes = [polls.open(Question.model_validate(QUESTION)).code for _ in range(MOST_POLLS + 1)]
    assert polls.get(codes[1]).code == codes[1]
    with pytest.raises(Refusal):
        polls.get(codes[0])
