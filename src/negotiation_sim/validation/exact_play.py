"""Plays strategies that are given exactly, with discounting, in the program's own turn order and with its quota.

The engine's sides follow rules of thumb over a deadline and do not discount, so that an equilibrium in closed form
cannot be put into it. What is shared with it is who speaks next (`protocols.turns`), how many yeses make a deal
(`scenario.quota`) and, where a proposer is drawn, the draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from negotiation_sim.concepts import Floats

_NO_ONE = -1
_ROUNDING = 1e-12


class Lot(NamedTuple):
    """What chance decides in a round: who proposes, and in which order that side would ask the others."""

    proposer: int
    others: tuple[int, ...]


class Game(NamedTuple):
    """A pie of 1, the rules by which it is shared and a strategy for everybody.

    `discounts[side]` is what a share is worth a round later. `lots(round)` are equally likely. `offer(round, lot)` is
    the proposer's division; `least(round, side)` the smallest share that a side says yes to. `leaves(round, side)`:
    whether a side that said no leaves, upon which everybody has `outside[side]`. Nothing is shared after `rounds`.
    """

    discounts: Floats
    needed: int
    lots: Callable[[int], Sequence[Lot]]
    offer: Callable[[int, Lot], Floats]
    least: Callable[[int, int], float]
    leaves: Callable[[int, int], bool]
    outside: Floats
    rounds: int


class Turn(NamedTuple):
    """What happened when a division was offered: the share of everybody, who said yes, and whether that was enough."""

    shares: Floats
    yes: tuple[bool, ...]
    agreed: bool


def turn(game: Game, round_no: int, lot: Lot, offer: Floats, contrary: int = _NO_ONE) -> Turn:
    """One round: all but the proposer answer by their strategies; `contrary` answers the opposite of its own."""
    yes = []
    for side, share in enumerate(offer):
        willing = bool(share >= game.least(round_no, side) - _ROUNDING)
        yes.append(side == lot.proposer or willing != (side == contrary))
    return Turn(offer, tuple(yes), sum(yes) >= game.needed)


def worth(game: Game, round_no: int, played: Turn, later: Floats) -> Floats:
    """What a turn is worth to everybody, when the next round is worth `later`."""
    if played.agreed:
        return played.shares
    if any(not said and game.leaves(round_no, side) for side, said in enumerate(played.yes)):
        return game.outside
    return game.discounts * later


def value(game: Game, round_no: int) -> Floats:
    """What a round is worth to everybody before chance has decided who proposes."""
    if round_no >= game.rounds:
        return np.zeros(len(game.discounts))
    lots = game.lots(round_no)
    turns = [turn(game, round_no, lot, game.offer(round_no, lot)) for lot in lots]
    later = np.zeros(len(game.discounts)) if all(t.agreed for t in turns) else value(game, round_no + 1)
    mean: Floats = np.sum([worth(game, round_no, played, later) for played in turns], axis=0) / len(turns)
    return mean


def gain_by_deviating(game: Game, round_no: int, divisions: Floats) -> float:
    """The most that anybody gains by leaving its strategy once in this round, over all lots and these divisions.

    The proposer may offer any of `divisions[row, side]` instead of its own; to each of them, and to the offer of the
    strategy, each of the others may answer the opposite. By the one-deviation principle no gain anywhere makes the
    strategies a subgame-perfect equilibrium (discounting makes the far future vanish).
    """
    later = value(game, round_no + 1)
    most = 0.0
    for lot in game.lots(round_no):
        own = game.offer(round_no, lot)
        kept = worth(game, round_no, turn(game, round_no, lot, own), later)
        for division in (own, *divisions):
            offered = worth(game, round_no, turn(game, round_no, lot, division), later)
            most = max(most, float(offered[lot.proposer] - kept[lot.proposer]))
            for side in lot.others:
                contrary = worth(game, round_no, turn(game, round_no, lot, division, contrary=side), later)
                most = max(most, float(contrary[side] - offered[side]))
    return most


def divisions_of_the_pie(sides: int, steps: int) -> Floats:
    """All ways to divide a pie in so many equal pieces among the sides."""
    grids = np.meshgrid(*[np.arange(steps + 1)] * sides, indexing="ij")
    pieces = np.stack([grid.ravel() for grid in grids], axis=1)
    shares: Floats = pieces[pieces.sum(axis=1) == steps] / steps
    return shares


def in_turn(sides: int) -> Callable[[int], Sequence[Lot]]:
    """The turn order of alternating offers, as the engine's protocol gives it: the first side opens."""
    from negotiation_sim.engine.table import empty_case, new_table
    from negotiation_sim.protocols.alternating_offers import PROTOCOL

    case = empty_case(sides, 1, 2, 1)
    table = new_table(case)
    table.present[:] = 1
    order: list[int] = []

    def lots(round_no: int) -> Sequence[Lot]:
        while len(order) <= round_no:
            order.append(int(PROTOCOL.next_speaker(case, table)))
        proposer = order[round_no]
        return (Lot(proposer, tuple(side for side in range(sides) if side != proposer)),)

    return lots


def stays(_round: int, _side: int) -> bool:
    """Nobody ever leaves."""
    return False
