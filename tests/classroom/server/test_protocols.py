"""Which protocols people can play, and what pages show of the others."""

from importlib.resources import files

from negotiation_sim.classroom.demonstration.negotiation import negotiation_of
from negotiation_sim.scenario import load_scenario
from negotiation_sim.story import watch

TEXT = (files("negotiation_sim.configs") / "two_party_textbook.yaml").read_text(encoding="utf-8")
STACKED = TEXT.replace("protocol: alternating_offers", "protocol: stacked_alternating_offers")


def test_a_session_of_stacked_alternating_offers_is_refused_in_a_sentence(room):
    body = {"text": STACKED, "tables": 1, "lang": "en"}
    reply = room.post("/api/sessions", body, room.trainer())
    assert reply.status_code == 422
    assert "Stacked alternating offers are for programs; set the protocol to alternating_offers." in reply.text
    assert room.classroom.sessions == {}
    assert room.post("/api/sessions", body | {"text": TEXT}, room.trainer()).status_code == 201


def test_without_a_mediator_it_is_refused_too_and_not_turned_into_another_protocol(room):
    body = {"text": STACKED, "tables": 1, "lang": "en", "mediator": False}
    reply = room.post("/api/sessions", body, room.trainer())
    assert (reply.status_code, reply.json()["why"].split()[0]) == (422, "Stacked")


def test_the_demonstration_shows_it_round_by_round():
    stacked = load_scenario("two_party_textbook").with_settings({"protocol": "stacked_alternating_offers"})
    for run in range(4):
        shown = negotiation_of(stacked, 1, run, "en")
        end = list(watch(stacked, run, 1))[-1]
        assert shown["ending"] == end.ending
        assert [one["n"] for one in shown["rounds"]] == sorted({one["n"] for one in shown["rounds"]})
        assert end.rounds - 1 <= len(shown["rounds"]) <= end.rounds
