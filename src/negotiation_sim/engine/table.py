"""The state of a negotiation: `Case`, what stays the same in all runs, and `Table`, what changes during one.

Both executors work on the same named tuples of arrays. n sides, J issues, K options at most, G interests; index n
stands for the mediator where an array has n + 1 places.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from negotiation_sim.concepts import ACTIONS, Floats, Ints

MEMORY = 5  # offers remembered from each source


class Case(NamedTuple):
    """A scenario in numbers. Arrays of length n hold a field of the scenario file for each side."""

    options: Ints  # [J]
    ordered: Ints  # [J] 1 or 0
    effects: Floats  # [J, K, G]
    shares: Floats  # [n, G] expected importance, each row sums to 1
    importance_spread: Floats
    reservation: Floats
    reservation_spread: Floats
    optimism: Floats
    firmness: Floats
    start: Floats
    window: Ints
    noise: Floats
    trust: Floats
    trust_in_mediator: Floats
    trust_gain: Floats
    trust_loss: Floats
    trust_scale: Floats
    listening: Floats
    devaluation: Floats
    fixed_pie: Floats
    disclosure_threshold: Floats
    disclosure_threshold_mediator: Floats
    disclosure_items: Ints
    reciprocity: Floats
    exaggeration: Floats
    vigilance: Floats
    shading: Floats
    learning: Floats
    patience: Ints
    concession_code: Ints  # which rule of the rule set the side uses
    packages_code: Ints
    talk_code: Ints
    acceptance_code: Ints
    quality: Floats  # [n + 1, n] what arrives of what the speaker says, before listening
    claim_noise: float
    deadline: int
    needed: int  # yeses that make a deal
    skill: float
    bias: float
    favoured: int  # seat, or -1
    enters: int
    pressure: float
    pressure_cost: float
    text_every: int
    caucus_one: int  # 1: one side a round is met in caucus
    direct_talk: int
    carried: int


class Table(NamedTuple):
    """One negotiation under way."""

    number: Ints  # [1] which table this is, for rules that run as plain Python
    seed: Ints  # [1]
    run: Ints  # [1] the run under way
    # Dealt at the start of a run.
    importance: Floats  # [n, G]
    values: Floats  # [n, J, K]
    ideal: Ints  # [n, J]
    reservation: Floats  # [n] true
    opening_line: Floats  # [n] perceived at the start
    perceived: Floats  # [n] perceived now
    reality_luck: Floats  # [n]
    # Between the sides.
    trust: Floats  # [n, n + 1]
    beliefs: Floats  # [n, n, G] listener, speaker
    doubt: Floats  # [n, n, G] variances
    disclosed: Ints  # [n, n] interests the speaker spoke of last time to the listener
    claimed: Ints  # [n, n] 1 when the listener has heard claims of the speaker
    positions: Floats  # [n, n, J]
    raw: Floats  # [n, n + 1] last offer's value as heard
    understood: Floats  # [n, n + 1] last offer's value as understood
    opening: Floats  # [n, n + 1] the first one
    emphasis: Floats  # [n, n]
    memory: Floats  # [n, n + 1, MEMORY]
    heard_offers: Ints  # [n, n + 1]
    aspiration: Floats  # [n]
    hopeless: Ints  # [n] rounds without hope
    present: Ints  # [n]
    # This round.
    round_no: Ints  # [1]
    turn: Ints  # [1]
    speaker: Ints  # [1] seat, or n
    offer: Ints  # [J]
    heard: Ints  # [n, J]
    felt: Floats  # [n] value of the offer after devaluation
    answers: Ints  # [n]
    clarity: Floats  # [n + 1, n] what is taken in of what the speaker says, with the mediator's help
    channel: Floats  # [2] the help and the carrying that `clarity` was computed for
    ending: Ints  # [1]
    # The mediator.
    efforts: Floats  # [6]
    text_due: Floats  # [1]
    mediator_beliefs: Floats  # [n, G]
    mediator_doubt: Floats  # [n, G]
    mediator_lines: Floats  # [n]
    # Counts.
    misheard: Ints  # [1] issues
    listened: Ints  # [1] issues
    disclosures: Ints  # [2] turns with a disclosure to a side, to the mediator
    occasions: Ints  # [2] turns in which there could have been one
    found_out: Ints  # [1]
    # Room for calculations.
    items: Ints  # [n + 1]
    bend: Floats  # [n + 1]
    scores: Floats  # [J, K]
    scratch: Floats  # [J, K]
    interest_scratch: Floats  # [G]
    estimates: Floats  # [n, J, K]
    lines: Floats  # [n]
    weights: Floats  # [n]
    surplus: Floats  # [n]
    candidate: Ints  # [J]


class Room(NamedTuple):
    """A case and the table at which it is negotiated."""

    case: Case
    table: Table


def new_table(case: Case, number: int = 0) -> Table:
    """An empty table of the right size for a case; `deal` in `dealing` fills it."""
    n, interests = case.shares.shape
    issues, options, _ = case.effects.shape

    def floats(*shape: int) -> Floats:
        return np.zeros(shape, dtype=np.float64)

    def ints(*shape: int) -> Ints:
        return np.zeros(shape, dtype=np.int64)

    return Table(
        number=np.array([number], dtype=np.int64),
        seed=ints(1),
        run=ints(1),
        importance=floats(n, interests),
        values=floats(n, issues, options),
        ideal=ints(n, issues),
        reservation=floats(n),
        opening_line=floats(n),
        perceived=floats(n),
        reality_luck=floats(n),
        trust=floats(n, n + 1),
        beliefs=floats(n, n, interests),
        doubt=floats(n, n, interests),
        disclosed=ints(n, n),
        claimed=ints(n, n),
        positions=floats(n, n, issues),
        raw=floats(n, n + 1),
        understood=floats(n, n + 1),
        opening=floats(n, n + 1),
        emphasis=floats(n, n),
        memory=floats(n, n + 1, MEMORY),
        heard_offers=ints(n, n + 1),
        aspiration=floats(n),
        hopeless=ints(n),
        present=ints(n),
        round_no=ints(1),
        turn=ints(1),
        speaker=ints(1),
        offer=ints(issues),
        heard=ints(n, issues),
        felt=floats(n),
        answers=ints(n),
        clarity=floats(n + 1, n),
        channel=floats(2),
        ending=ints(1),
        efforts=floats(len(ACTIONS)),
        text_due=floats(1),
        mediator_beliefs=floats(n, interests),
        mediator_doubt=floats(n, interests),
        mediator_lines=floats(n),
        misheard=ints(1),
        listened=ints(1),
        disclosures=ints(2),
        occasions=ints(2),
        found_out=ints(1),
        items=ints(n + 1),
        bend=floats(n + 1),
        scores=floats(issues, options),
        scratch=floats(issues, options),
        interest_scratch=floats(interests),
        estimates=floats(n, issues, options),
        lines=floats(n),
        weights=floats(n),
        surplus=floats(n),
        candidate=ints(issues),
    )


def empty_case(n: int, issues: int, options: int, interests: int) -> Case:
    """A case of this size with every number zero, to be filled field by field (`_replace`)."""
    sizes = {
        "options": (issues,),
        "ordered": (issues,),
        "effects": (issues, options, interests),
        "shares": (n, interests),
        "quality": (n + 1, n),
    }
    whole = {"window", "disclosure_items", "patience", "options", "ordered"}
    scalars_whole = {
        "deadline",
        "needed",
        "favoured",
        "enters",
        "text_every",
        "caucus_one",
        "direct_talk",
        "carried",
    }
    scalars = {"claim_noise", "skill", "bias", "pressure", "pressure_cost"}
    fields: dict[str, object] = {}
    for name in Case._fields:
        if name in scalars_whole:
            fields[name] = 0
        elif name in scalars:
            fields[name] = 0.0
        else:
            kind = np.int64 if name in whole or name.endswith("_code") else np.float64
            fields[name] = np.zeros(sizes.get(name, (n,)), dtype=kind)
    return Case(**fields)  # type: ignore[arg-type]
