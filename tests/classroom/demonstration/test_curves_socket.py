"""The socket: the newest question is answered, whatever came before it, and rubbish gets a sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .conftest import CASE

P = {"scenario": CASE, "quality": 0.5, "skill": 0.6}


def ask(socket: Any, number: int, **entries: object) -> None:
    socket.send_text(json.dumps({"id": number, "params": P | entries}))


def answers_until_done(socket: Any) -> list[dict[str, Any]]:
    found = [socket.receive_json()]
    while not found[-1].get("done"):
        found.append(socket.receive_json())
    return found


def test_answers_come_under_the_number_of_the_question(curves) -> None:
    ask(curves, 7)
    assert {answer["id"] for answer in answers_until_done(curves)} == {7}


def test_the_latest_question_wins(curves) -> None:
    for number in range(1, 11):
        ask(curves, number, seed=100 + number)
    numbers = [answer["id"] for answer in answers_until_done(curves)]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 10  # no earlier one was brought to its end


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"id": 1}', '{"id": "1", "params": {}}', '{"id":1,"params":' + "[" * 200]
)
def test_rubbish_gets_a_sentence_and_the_socket_goes_on(curves, text) -> None:
    curves.send_text(text)
    assert curves.receive_json()["why"] == "This cannot be read."
    ask(curves, 2)
    assert curves.receive_json()["id"] == 2


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"quality": 1.01}, "quality"),
        ({"quality": None}, "quality"),
        ({"skill": -0.1}, "skill"),
        ({"style": "absent"}, "style"),
        ({"seed": -1}, "seed"),
        ({"seed": 2**40}, "seed"),
        ({"bargain": {"union": "shouting"}}, "bargain.union"),
        ({"bargain": {"nobody": "interest_based"}}, "bargain.nobody"),
        ({"bargain": {f"role{i}": "interest_based" for i in range(9)}}, "bargain"),
        ({"runs": 10_000_000}, "runs"),
    ],
)
def test_a_wrong_entry_is_named(curves, entries, field) -> None:
    ask(curves, 3, **entries)
    assert curves.receive_json() == {
        "id": 3,
        "why": "The entry {field} is missing or wrong.",
        "with": {"field": field},
    }


@pytest.mark.parametrize("name", ["nothing", "../configs/two_party_textbook", "/etc/passwd", "x" * 101])
def test_only_shipped_cases_are_played(curves, name) -> None:
    ask(curves, 4, scenario=name)
    refusal = curves.receive_json()
    assert refusal["id"] == 4
    assert "why" in refusal


def test_other_requests_are_answered_while_curves_are_played(curves, http) -> None:
    ask(curves, 5, seed=55)
    done = False
    assert curves.receive_json()["done"] is False
    assert http.get("/healthz").status_code == 200
    while not done:
        done = curves.receive_json()["done"]
