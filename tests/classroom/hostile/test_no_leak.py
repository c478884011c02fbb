"""A seat's view holds nothing of another's secrets: change them, repeat the same actions, and it stays as it was."""

from __future__ import annotations

import json
import random

import pytest

from negotiation_sim.classroom.table.fold import fold
from negotiation_sim.classroom.table.played_table import PlayedTable
from negotiation_sim.classroom.table.views import view
from negotiation_sim.scenario import load_scenario

CASE = "kazakhstan_general_agreement"
SIDES = ("government", "employers", "unions")
SETTINGS = {"mediator.style": "full", "communication.quality": 0.7}
OTHER_SECRETS = {  # what the employers would ask for first stays as it is: by the model the others know that
    "parties.employers.importance.cost": 0.45,
    "parties.employers.importance.safety": 0.08,
    "parties.employers.reservation_value": 0.3,
    "parties.employers.optimism": 0.0,
}


def test_no_other_seat_can_tell_one_world_from_the_other() -> None:
    own, events = an_afternoon(load_scenario(CASE).with_settings(SETTINGS))
    others = fold(load_scenario(CASE).with_settings({**SETTINGS, **OTHER_SECRETS}), 3, 0, events)
    one, another = (view(table, "employers", "en")["brief"] for table in (own, others))
    assert one["ideal"] == another["ideal"]
    assert one["importance"] != another["importance"]
    assert one["line"] != another["line"]
    for role in ("government", "unions", "observer"):
        assert told(own, role) == told(others, role), role


@pytest.mark.parametrize("role", [*SIDES, "mediator", "observer"])
def test_no_private_word_reaches_a_third(role) -> None:
    table, events = an_afternoon(load_scenario(CASE).with_settings(SETTINGS))
    text = told(table, role)
    for number, event in enumerate(events):
        if event["do"] == "say" and event["to"] is not None:
            assert (event["text"] in text) == (role in (event["seat"], event["to"])), (number, event)


def told(table: PlayedTable, role: str) -> str:
    return json.dumps(view(table, role, "en"), sort_keys=True)


def an_afternoon(scenario) -> tuple[PlayedTable, list[dict]]:
    """People in all seats who offer, tell, whisper and answer by the dice, so that no answer hangs on a secret."""
    chance = random.Random(4)
    table, events = PlayedTable(scenario, 3, 0), []

    def do(**event) -> None:
        table.apply(event)
        events.append(event)

    for seat in (*SIDES, "mediator"):
        do(do="sit", seat=seat)
    do(do="start")
    while not table.ended and len(events) < 200:
        seat = table.awaited[0]
        if seat != "mediator" and table.phase == "talk":
            listener = chance.choice([side for side in SIDES if side != seat])
            do(do="tell", seat=seat, to=[listener], interest=chance.choice(list(scenario.interests)), weight="much")
            whispered = chance.choice(["mediator", listener])
            do(do="say", seat=seat, to=whispered, text=f"whisper-{len(events)}-to-{whispered}")
        if table.phase == "efforts":
            do(do="efforts", seat=seat, open_channel=True, caucus=True, relay=True, reality_test=True)
        elif table.phase == "offer":
            known = zip(table.model.setting.issues, table.model.table.options, strict=True)
            do(do="offer", seat=seat, package={issue: chance.randrange(int(options)) for issue, options in known})
        elif table.phase == "talk":
            do(do="done", seat=seat)
        else:
            do(do=table.phase, seat=seat, yes=chance.random() < 0.4)
    assert table.model.rounds > 5
    return table, events
