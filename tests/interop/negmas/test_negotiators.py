"""Our strategies in NegMAS' mechanism; run by `python benchmarks/peers/compare.py --interop`."""

from __future__ import annotations

import random
from typing import Any

import pytest

from negotiation_sim.interop.negmas.own_table import OwnTable
from negotiation_sim.interop.negmas.seat_scenario import OwnSide

pytest.importorskip("negmas", reason="NegMAS is no dependency: python benchmarks/peers/compare.py --interop")

from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction, MappingUtilityFunction
from negmas.sao import AspirationNegotiator, SAOMechanism

from negotiation_sim.interop.negmas import (
    InterestBasedNegotiator,
    OurNegotiator,
    PositionBasedNegotiator,
    TimeBasedNegotiator,
)

CURVES = {4.0: "boulware", 1.0: "linear", 0.25: "conceder"}
LABELS = ("none", "some", "more", "much", "all")
Trace = list[tuple[int, int, tuple[Any, ...]]]


def space_for(sides: list[OwnSide]) -> Any:
    return make_os([make_issue(list(LABELS[: len(row)]), f"issue {j}") for j, row in enumerate(sides[0].worths)])


def run(sides: list[OwnSide], negotiators: list[Any], **limits: Any) -> tuple[Trace, Any]:
    """Every offer, by step and number of the negotiator, and the last state."""
    space = space_for(sides)
    mechanism = SAOMechanism(outcome_space=space, **(limits or {"n_steps": 20}))
    for negotiator, own in zip(negotiators, sides, strict=True):
        tables = [dict(zip(LABELS, (worth / 2 for worth in row), strict=False)) for row in own.worths]
        utility = LinearAdditiveUtilityFunction(
            tables, weights=[2.0] * len(tables), bias=0.25, outcome_space=space, reserved_value=own.reserved + 0.25
        )
        assert mechanism.add(negotiator, ufun=utility)
    state = mechanism.run()
    assert not state.has_error, state.error_details
    seats = {name: seat for seat, name in enumerate(mechanism.negotiator_ids)}
    return [(step, seats[name], tuple(offer)) for step, name, offer in mechanism.extended_trace], state


def theirs(own: OwnSide) -> Any:
    return AspirationNegotiator(aspiration_type=CURVES[own.settings["concession"]["firmness"]])


def ours(own: OwnSide) -> Any:
    return TimeBasedNegotiator(settings=own.settings)


@pytest.mark.parametrize("sides", [2, 3])
@pytest.mark.parametrize("one_offer_per_step", [False, True])
def test_our_time_based_makes_the_offers_of_their_aspiration_negotiator(
    own_sides, sides: int, one_offer_per_step: bool
) -> None:
    for seed in range(10):
        table = own_sides(sides, seed=seed)
        limits = {"n_steps": 5 + 7 * seed, "one_offer_per_step": one_offer_per_step}
        expected, end = run(table, [theirs(own) for own in table], **limits)
        for seats in ({0}, {sides - 1}, set(range(sides))):
            mixed = [ours(own) if seat in seats else theirs(own) for seat, own in enumerate(table)]
            found, state = run(table, mixed, **limits)
            assert found == expected
            assert (state.agreement, state.step) == (end.agreement, end.step)


@pytest.mark.parametrize("strategy", ["interest_based", "position_based"])
@pytest.mark.parametrize("one_offer_per_step", [False, True])
def test_what_all_others_said_since_the_last_turn_is_heard_once(
    own_sides, monkeypatch: pytest.MonkeyPatch, strategy: str, one_offer_per_step: bool
) -> None:
    table = own_sides(3, seed=4)
    heard: list[tuple[int, tuple[int, ...]]] = []
    negotiator = OurNegotiator(strategy=strategy)

    overhear = OwnTable.overhear

    def written(own: OwnTable, round_no: int, speaker: int, package: list[int]) -> None:
        heard.append((speaker, tuple(package)))
        overhear(own, round_no, speaker, package)

    monkeypatch.setattr(OwnTable, "overhear", written)
    players = [theirs(table[0]), negotiator, theirs(table[2])]
    limits = {"n_steps": 60 if one_offer_per_step else 20, "one_offer_per_step": one_offer_per_step}
    trace, _ = run(table, players, extra_callbacks=False, **limits)
    turns = [i for i, (_, seat, _) in enumerate(trace) if seat == 1]
    others = [(seat, tuple(map(LABELS.index, offer))) for _, seat, offer in trace[: turns[-1]] if seat != 1]
    assert len(heard) >= len(others) > 4
    assert heard[: len(others)] == others


def test_our_strategies_reach_deals_among_themselves(own_sides) -> None:
    table = own_sides(3, seed=2)
    players = [InterestBasedNegotiator(), PositionBasedNegotiator(), InterestBasedNegotiator(settings={"fixed_pie": 0})]
    trace, state = run(table, players)
    assert state.agreement is not None
    assert {seat for _, seat, _ in trace} == {0, 1, 2}


def test_time_on_the_wall_counts_where_there_are_no_steps(own_sides) -> None:
    table = own_sides(2, seed=3)
    trace, state = run(table, [ours(own) for own in table], time_limit=1.0)
    assert state.agreement is not None
    first, last = (next(offer for _, seat, offer in order if seat == 1) for order in (trace, list(reversed(trace))))
    worth = [dict(zip(LABELS, row, strict=False)) for row in table[1].worths]
    values = [sum(row[label] for row, label in zip(worth, offer, strict=True)) for offer in (first, last)]
    assert values[0] > values[1] >= table[1].reserved


def test_one_negotiator_plays_one_negotiation_after_the_other(own_sides) -> None:
    table = own_sides(2, seed=5)
    players = [ours(own) for own in table]
    assert run(table, players)[0] == run(table, players)[0]


def test_only_additive_utility_functions_over_listed_values(own_sides) -> None:
    table = own_sides(2)
    space = space_for(table)
    mechanism = SAOMechanism(outcome_space=space, n_steps=5)
    for _ in range(2):
        mechanism.add(
            TimeBasedNegotiator(), ufun=MappingUtilityFunction(lambda _: random.random(), outcome_space=space)
        )
    with pytest.raises(ValueError, match="need a LinearAdditiveUtilityFunction, not MappingUtilityFunction"):
        mechanism.run()
