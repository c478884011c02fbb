"""One text, issues that hang together, and who gives way: the voters, or the mediator over their heads."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.concepts import Floats, Ints

ISSUES = 100
PROPOSALS = 20_000
HEAT = 10.0
"""Temperature of whoever anneals, at the start; it falls evenly to 0."""
STRONG = 5.0
"""A no is strong that keeps off a greater loss than this."""
WEAK_LOSS, STRONG_LOSS = 2.0, 10.0
"""What the mediator takes a weak no and a strong one to keep off."""


class Voting(NamedTuple):
    """How two vote, and what the mediator does with a no.

    `anneal`: accept losses too, with a chance that falls. `overstate`: call every no a strong one. `passes`: the
    mediator passes over a no with the chance with which an annealer would have said yes to such a loss. `evenly`: but
    only over the no of a voter over whom it has not passed more often than over the other.
    """

    anneal: tuple[bool, bool] = (False, False)
    overstate: tuple[bool, bool] = (False, False)
    passes: bool = False
    evenly: bool = False


def agreed_texts(tables: Floats, game: Ints, voting: list[Voting], random: np.random.Generator) -> Floats:
    """The texts that stand at the end, `[negotiation, issue]` of 0 and 1.

    `tables[voter, game]` says what each pair of ones is worth; `game[negotiation]` and `voting[negotiation]` say who
    plays what. The mediator flips an issue drawn by lot; the change stands when nobody's no does: a hill-climber says
    yes to gains, an annealer also to a loss, with the chance exp(gain / temperature). Negotiations of one game have
    the same luck.
    """
    count, (games, issues) = len(game), tables.shape[1:3]
    anneal, overstate = (np.array([getattr(pair, of) for pair in voting]).T for of in ("anneal", "overstate"))
    passes, evenly = (np.array([getattr(pair, of) for pair in voting]) for of in ("passes", "evenly"))
    text = (random.random((games, issues)) < 0.5).astype(np.float64)[game]
    pairs, adds = _worth_of_turning_on(tables, game, text)
    passed = np.zeros((2, count), dtype=np.int64)
    one = np.arange(count)
    for proposal in range(PROPOSALS):
        luck = random.random((3, games))[:, game]
        issue = (luck[0] * issues).astype(np.int64)
        turn = 1.0 - 2.0 * text[one, issue]
        gain = turn * adds[:, one, issue]
        temperature = HEAT * (1.0 - proposal / PROPOSALS)
        yes = (gain > 0.0) | (anneal & _bold(luck[1:], gain, temperature))
        said = np.where(overstate | (gain < -STRONG), -STRONG_LOSS, -WEAK_LOSS)
        may_pass = passes & ~(evenly & (passed > passed[::-1]))
        over = ~yes & may_pass & _bold(luck[1:], said, temperature)
        stands = (yes | over).all(axis=0)
        passed += over & stands
        turned = np.flatnonzero(stands)
        changed = issue[turned]
        text[turned, changed] += turn[turned]
        adds[:, turned] += turn[turned, None] * pairs[:, game[turned], changed]
    return text


def _worth_of_turning_on(tables: Floats, game: Ints, text: Floats) -> tuple[Floats, Floats]:
    """What two ones are worth together, `[voter, game, issue, issue]`; and what each issue adds to this text."""
    pairs = tables + tables.transpose(0, 1, 3, 2)
    own = np.einsum("vgii->vgi", tables)
    for issue in range(tables.shape[2]):
        pairs[:, :, issue, issue] = 0.0
    return pairs, np.einsum("vgij,gj->vgi", pairs[:, game], text, optimize=True) + own[:, game]


def _bold(luck: Floats, gain: Floats, temperature: float) -> NDArray[np.bool_]:
    accepted: NDArray[np.bool_] = luck < np.exp(np.minimum(gain / temperature, 0.0))
    return accepted
