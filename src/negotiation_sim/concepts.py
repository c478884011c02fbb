"""The words of the model as values: what a side is, what it sees, how talks end, and why it answered so.

These are plain named tuples of numbers and arrays, so that the rules can be read, debugged and compiled alike.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# How talks end (the numbers are stored in results: append only).
TALKING = 0
AGREEMENT = 1
DEADLINE = 2
WALK_AWAY = 3
AWARD = 4
PARTIAL = 5
PROTOCOL_ONLY = 6
ENDINGS = ("talking", "agreement", "deadline", "walk_away", "award", "partial", "protocol_only")

# What a side answers to an offer (stored in moves: append only).
NOT_ASKED = 0
YES = 1
NO_BELOW_LINE = 2
NO_DEVALUED = 3
WITHDREW = 4
ABSENT = 5
VOTED_DOWN = 6
ANSWERS = ("not_asked", "yes", "below_line", "devalued", "withdrew", "absent", "voted_down")

ACTIONS = ("open_channel", "caucus", "relay", "reality_test", "text", "keep_at_table", "brainstorm")

# What an arbitrator decides at the end of a stage (stored in a case: append only).
AWARDS = ("none", "conventional", "final_offer")


class Party(NamedTuple):
    """What a side knows about itself. Values and reservation are utilities in [0, 1].

    `importance[g]`: own weights of the interests, sum 1. `values[issue, option]`: own value table; the best
    package is worth 1, the worst 0. `ideal[issue]`: own best option. `reservation`: perceived reservation value
    at present. `ranked[place]`: what all packages are worth, from the least, and `ranking[place]` their numbers; both
    empty unless a side at the table chooses among all packages. `own_unit`, `own_zero`: a number x of the file's
    `values` is the utility (x - own_zero) * own_unit. The rest are the fields of the scenario file.
    """

    seat: int
    importance: Floats
    values: Floats
    ideal: Ints
    reservation: float
    firmness: float
    start: float
    window: int
    noise: float
    devaluation: float
    fixed_pie: float
    disclosure_threshold: float
    disclosure_threshold_mediator: float
    disclosure_items: int
    reciprocity: float
    exaggeration: float
    ranked: Floats
    ranking: Ints
    own_unit: float
    own_zero: float


class View(NamedTuple):
    """What a side sees when it decides.

    `clock`: time used, in (0, 1]. `aspiration`: own present demand, a utility. `source`: who spoke last (a seat,
    `mediator` for the mediator, -1 if nothing new was heard). Arrays by seat of the others:
    `positions[other, issue]` what they were heard to ask (option number, an average where options are ordered);
    `beliefs[other, interest]` how much they seem to care, `doubt` its variance, `doubt_start` the variance at the
    start; `emphasis[other]` how much weight their wishes get; `present[other]` 1 if at the table;
    `trust[other]`, with the mediator at index `mediator`; `disclosed[other]` interests they spoke of last time;
    `memory[source, i]` understood values of their last offers, newest first, `heard[source]` how many there were.
    `luck`: a near-normal number for this side and round. Public facts: `effects[issue, option, interest]` in
    [-1, 1], `options[issue]` known so far (1 for a clause nobody has thought of yet), `ordered[issue]`.
    `scratch[issue, option]` and
    `interest_scratch[interest]`: room for a rule's own sums.
    """

    clock: float
    round_no: int
    deadline: int
    aspiration: float
    source: int
    mediator: int
    luck: float
    doubt_start: float
    positions: Floats
    beliefs: Floats
    doubt: Floats
    emphasis: Floats
    present: Ints
    trust: Floats
    disclosed: Ints
    memory: Floats
    heard: Ints
    effects: Floats
    options: Ints
    ordered: Ints
    scratch: Floats
    interest_scratch: Floats


class Disclosure(NamedTuple):
    """What a side says of its interests to one listener: how many, and how far bent (0 true .. 1)."""

    items: int
    exaggeration: float


class Mediator(NamedTuple):
    """The mediator's own traits, as in the scenario file."""

    skill: float
    bias: float


class MediatorView(NamedTuple):
    """What a mediator sees when choosing what to do in a round.

    `trust[seat]`: trust of each side in the mediator. `answers[seat]`: what each answered to the last offer
    (numbers of `ANSWERS`). `doubt`: mean variance of what it believes about the sides' interests, relative to the
    start (1 knows nothing, 0 knows all).
    """

    clock: float
    round_no: int
    deadline: int
    trust: Floats
    answers: Ints
    doubt: float


class Efforts(NamedTuple):
    """A mediator's effort in [0, 1] on each of the seven actions in one round."""

    open_channel: float = 0.0
    caucus: float = 0.0
    relay: float = 0.0
    reality_test: float = 0.0
    text: float = 0.0
    keep_at_table: float = 0.0
    brainstorm: float = 0.0
