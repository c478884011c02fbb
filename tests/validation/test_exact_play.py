"""The player of exact strategies, on games that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.validation.exact_play import (
    Game,
    Lot,
    divisions_of_the_pie,
    gain_by_deviating,
    in_turn,
    stays,
    turn,
    value,
    worth,
)

LOTS = in_turn(2)


def ultimatum(least: float, rounds: int = 2) -> Game:
    """The proposer offers 0.2; whoever answers wants `least`."""
    return Game(
        discounts=np.array([0.5, 0.8]),
        needed=2,
        lots=LOTS,
        offer=lambda round_no, lot: np.array([0.8, 0.2]) if lot.proposer == 0 else np.array([0.2, 0.8]),
        least=lambda round_no, side: least,
        leaves=stays,
        outside=np.array([0.1, 0.4]),
        rounds=rounds,
    )


def test_turns_are_those_of_the_protocol() -> None:
    """Broken once in protocols/turns.py: `table.turn[0] += 1` made `+= 2`; failed here and in the check."""
    assert [lots[0].proposer for lots in map(in_turn(3), range(5))] == [0, 1, 2, 0, 1]
    assert in_turn(3)(1)[0].others == (0, 2)


def test_an_offer_that_is_taken_is_worth_what_it_says() -> None:
    assert value(ultimatum(0.2), 0).tolist() == [0.8, 0.2]


def test_a_refused_offer_costs_a_round_and_the_last_one_everything() -> None:
    """Broken once in exact_play.py, `worth`: `game.discounts *` left out; failed here."""
    game = ultimatum(0.2)
    greedy = np.array([1.0, 0.0])
    assert worth(game, 0, turn(game, 0, LOTS(0)[0], greedy), value(game, 1)).tolist() == [0.5 * 0.2, 0.8 * 0.8]
    assert worth(game, 1, turn(game, 1, LOTS(1)[0], np.array([0.0, 1.0])), value(game, 2)).tolist() == [0.0, 0.0]


def test_who_leaves_ends_the_game() -> None:
    game = ultimatum(0.3)._replace(leaves=lambda round_no, side: side == 1)
    assert value(game, 0).tolist() == [0.1, 0.4]
    a_round_later = ultimatum(0.3)._replace(leaves=lambda round_no, side: side == 0)
    assert value(a_round_later, 0).tolist() == [0.5 * 0.1, 0.8 * 0.4]


def test_a_quota_below_all_needs_not_everybody() -> None:
    game = ultimatum(0.3)._replace(needed=2, discounts=np.ones(3))
    offered = turn(game, 0, Lot(0, (1, 2)), np.array([0.7, 0.3, 0.0]))
    assert offered.yes == (True, True, False)
    assert offered.agreed


@pytest.mark.parametrize(
    ("least", "gain"),
    [
        (0.2, 0.2 * 0.5),  # the second could have 0.64 by waiting where it says yes to 0.2
        (0.75, 0.1),
    ],
)
def test_strategies_that_are_no_equilibrium_are_found_out(least: float, gain: float) -> None:
    assert gain_by_deviating(ultimatum(least), 0, divisions_of_the_pie(2, 20)) >= gain


@pytest.mark.parametrize(("sides", "steps", "ways"), [(2, 4, 5), (3, 4, 15)])
def test_all_divisions_of_a_pie(sides: int, steps: int, ways: int) -> None:
    divisions = divisions_of_the_pie(sides, steps)
    assert len({tuple(row) for row in divisions}) == ways
    assert divisions.sum(axis=1).tolist() == [1.0] * ways
