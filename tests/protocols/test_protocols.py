"""Who speaks when."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.engine.table import Case, Table, empty_case, new_table
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.protocols.protocol import Protocol
from negotiation_sim.protocols.single_text import mediator_proposes
from negotiation_sim.protocols.turns import mediator_or_next, next_at_the_table

PROTOCOLS = all_protocols()


def at_the_table(sides: int, present: list[int] | None = None, **fields: Any) -> tuple[Case, Table]:
    case = empty_case(sides, 1, 2, 1)._replace(deadline=30, enters=1, **fields)
    table = new_table(case)
    table.present[:] = 1 if present is None else present
    table.mediator_sits[0] = 1
    return case, table


def speakers(protocol: Callable[..., Any], case: Case, table: Table, rounds: int, due: float = 0.0) -> list[int]:
    order = []
    for round_no in range(rounds):
        table.round_no[0] = round_no
        table.text_due[0] += due
        order.append(int(protocol(case, table)))
    return order


@given(
    present=st.lists(st.integers(0, 1), min_size=2, max_size=8).filter(any),
    skill=st.sampled_from([0.0, 0.5]),
    due=st.sampled_from([0.0, 1 / 3, 1.0]),
    enters=st.integers(1, 10),
)
@pytest.mark.parametrize("name", PROTOCOLS)
def test_whose_turn_it_is_depends_on_the_table_alone_and_never_on_who_has_left(
    name: str, present: list[int], skill: float, due: float, enters: int
) -> None:
    sides = len(present)
    orders = []
    for _ in range(2):
        case, table = at_the_table(sides, present, skill=skill)
        case = case._replace(enters=enters)
        orders.append(speakers(PROTOCOLS[name].next_speaker, case, table, 20, due if skill > 0 else 0.0))
    assert orders[0] == orders[1]
    assert {seat for seat in orders[0] if seat < sides} <= set(np.flatnonzero(present).tolist())
    assert all(0 <= seat <= sides for seat in orders[0])
    if skill == 0.0:
        assert sides not in orders[0]
        turns = [orders[0].count(seat) for seat in np.flatnonzero(present)]
        assert max(turns) - min(turns) <= 1


@pytest.mark.parametrize("name", PROTOCOLS)
def test_a_protocol_is_named_like_its_file_and_says_who_carries_what(name: str) -> None:
    protocol = PROTOCOLS[name]
    assert isinstance(protocol, Protocol)
    assert all(isinstance(flag, bool) for flag in protocol[1:])
    assert protocol.needs_mediator or not protocol.carried


def test_which_protocols_there_are() -> None:
    flags = {name: tuple(protocol[1:]) for name, protocol in PROTOCOLS.items()}
    assert flags == {
        "alternating_offers": (True, False, False, False),
        "shuttle": (False, True, True, False),
        "single_text": (True, False, True, False),
        "stacked_alternating_offers": (False, False, False, True),
    }


def test_sides_speak_in_turn() -> None:
    case, table = at_the_table(3)
    assert speakers(mediator_or_next, case, table, 7) == [0, 1, 2, 0, 1, 2, 0]


def test_who_has_left_is_passed_over() -> None:
    case, table = at_the_table(4, [1, 0, 1, 0])
    assert speakers(mediator_or_next, case, table, 5) == [0, 2, 0, 2, 0]


def test_a_mediators_text_takes_a_turn_from_nobody() -> None:
    """A text every third round at a table of three must not silence the third side."""
    case, table = at_the_table(3)
    assert speakers(mediator_or_next, case, table, 12, due=1 / 3) == [0, 1, 3, 2, 0, 3, 1, 2, 3, 0, 1, 3]


@given(every=st.integers(1, 50), effort=st.floats(0.0, 1.0))
def test_as_many_texts_as_are_due(every: int, effort: float) -> None:
    case, table = at_the_table(2)
    texts = speakers(mediator_or_next, case, table, 200, due=effort / every).count(2)
    assert abs(texts - 200 * effort / every) < 1.0 + 1e-6


def test_an_empty_table_still_has_a_seat_to_name() -> None:
    _, table = at_the_table(2, [0, 0])
    assert next_at_the_table(table) == 0


@pytest.mark.parametrize(
    ("skill", "enters", "order"),
    [(0.5, 1, [2, 2, 2, 2]), (0.5, 3, [0, 1, 2, 2]), (0.0, 1, [0, 1, 0, 1])],
)
def test_a_single_text_is_the_mediators_from_its_entry_on(skill: float, enters: int, order: list[int]) -> None:
    case, table = at_the_table(2, skill=skill)
    assert speakers(mediator_proposes, case._replace(enters=enters), table, 4) == order
