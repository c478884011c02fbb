"""The state of a negotiation: `Case`, what stays the same in all runs, and `Table`, what changes during one.

Both executors work on the same named tuples of arrays. n sides, J issues (those on the table from the start, then
options to be invented), K options at most, G interests, O organisations of a side at most, S stages (plain talks are
one stage); index n stands for the mediator where an array has n + 1 places.
"""

from __future__ import annotations

from typing import NamedTuple, get_type_hints

import numpy as np

from negotiation_sim.concepts import ACTIONS, Floats, Ints

MEMORY = 5  # offers remembered from each source
MOST_MEMBERS = 25  # members of one side who vote


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
    # Options to be invented.
    opening_options: Ints  # [J] options known at the start
    # Members and organisations.
    members: Ints
    majority: Floats
    gap: Floats
    explanation: Floats
    member_spread: Floats
    cohesion: Floats
    organisations: Ints  # how many a side has; 0: the side is one
    organisation_shares: Floats  # [n, O, G] expected importance
    organisation_weight: Floats  # [n, O]
    organisation_reach: Floats  # [n, O] how well its spokesperson hears it
    organisation_of: Ints  # [n, MOST_MEMBERS] which organisation a member belongs to
    # Disputes.
    reluctance: Floats
    legal_awareness: Floats
    stoppage_cost: Floats
    stoppage_loss: Floats
    strike_fund: Ints
    # Private value tables.
    has_own_values: Ints  # [n] 1 for a side whose values the file gives
    own_values: Floats  # [n, J, K] rescaled: the best package 1, the worst 0
    own_unit: Floats  # [n] what one unit of the file's numbers is on that scale
    own_zero: Floats  # [n] where that scale begins, in the file's numbers
    conditions: Ints  # [n, C, J, K] 1 for options that meet a condition of the side
    condition_issue: Ints  # [n, C] issue that counts nothing where it is met, -1: nothing counts
    own_nothing: Floats  # [n, J] what such an issue adds on that scale
    discount: Floats
    stage_rounds: Ints  # [S] rounds of talks at most
    stage_preparation: Ints  # [S] days before them
    stage_clarity: Floats  # [S]
    stage_mediator: Ints  # [S] 1 where the mediator works
    stage_seats: Ints  # [S, n] 1 for who sits there
    stage_needed: Ints  # [S] yeses that make a deal
    stage_authority: Floats  # [S, n]
    stage_pull: Floats  # [S]
    stage_intensity: Floats  # [S] 0 where work goes on
    stage_caller: Ints  # [S] seat, or -1
    stage_majority: Floats  # [S]
    stage_banned: Ints  # [S]
    stage_award: Ints  # [S] number of concepts.AWARDS
    stage_enforcement: Floats  # [S]
    stage_insight: Floats  # [S]
    stage_clock: Floats  # [S + 1] share of all concessions made by the end of a stage, from 0
    stage_next: Ints  # [S] stage that follows without a deal, -1: none
    stage_evaded: Ints  # [S] stage that follows where a side did not come
    claim_noise: float
    deadline: int  # rounds in all
    ordinary: int  # issues on the table from the start
    invention: float
    rounds_per_day: int
    stoppage_learning: float
    partial: int  # 1: what is agreed is signed without the rest
    payer: int  # seat, or -1
    payment_budget: float
    payment_price: float
    checks: int  # in the term of an agreement; 0: it has none
    monitoring: int
    shock: float
    deterrence: float
    noticed: float
    agreements: int  # which one of a series the run ends with
    carry: float
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
    by_turns: int  # 1: a round is one turn of every side
    packages: int  # how many there are, where a side chooses among all of them; otherwise 0


class Table(NamedTuple):
    """One negotiation under way."""

    number: Ints  # [1] which table this is, for rules that run as plain Python
    seed: Ints  # [1]
    run: Ints  # [1] the run under way
    agreement: Ints  # [1] which negotiation of a series, from 0
    # Dealt at the start of a run.
    importance: Floats  # [n, G]
    values: Floats  # [n, J, K]
    ideal: Ints  # [n, J]
    reservation: Floats  # [n] true
    opening_line: Floats  # [n] perceived at the start
    perceived: Floats  # [n] perceived now
    reality_luck: Floats  # [n]
    reluctance: Floats  # [n]
    organisation_importance: Floats  # [n, O, G]
    ranked: Floats  # [n, packages] what all packages are worth to the side, from the least
    ranking: Ints  # [n, packages] which packages these are, by number; of equals the lower number first
    ranks: Ints  # [n] 1 when the two are filled
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
    last_offers: Ints  # [n + 1, J] of each source, as said
    offered: Ints  # [n + 1] 1 when there was one
    carried_trust: Floats  # [n, n + 1] from the agreement before
    # Options to be invented.
    options: Ints  # [J] options known now
    hidden: Ints  # [1] options nobody has thought of
    found_in: Ints  # [J] round in which an option was found, from 1; 0: not found, or known from the start
    finder: Ints  # [J] seat, or n
    # Members.
    ballots: Ints  # [n, MOST_MEMBERS] 1 for, 0 against in the last vote, -1 not asked
    votes_failed: Ints  # [1]
    # The ladder.
    stage: Ints  # [1]
    stage_began: Ints  # [1] round
    stage_limit: Ints  # [1] rounds
    needed: Ints  # [1]
    mediator_sits: Ints  # [1]
    refused: Ints  # [S, n] 1 for who did not come
    called: Floats  # [S] share of votes for a stoppage, 1 without a vote; -1: not asked
    unlawful: Ints  # [1] 1 when a court has forbidden the stoppage
    days: Floats  # [1] working days
    stoppage_days: Floats  # [1]
    stoppage_paid: Floats  # [n] utility
    fund_used: Floats  # [n] days of full stoppage
    payments: Floats  # [n] utility received in the deal, negative for who paid
    signed: Ints  # [J] 1 for issues that are signed
    kept: Ints  # [1] times that a side kept the agreement at a check
    checked: Ints  # [1]
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
    pending: Ints  # [1] 1 while an offer lies on the table from turn to turn
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
    taste: Floats  # [G]
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
    organisations, stages = case.organisation_weight.shape[1], len(case.stage_rounds)

    def floats(*shape: int) -> Floats:
        return np.zeros(shape, dtype=np.float64)

    def ints(*shape: int) -> Ints:
        return np.zeros(shape, dtype=np.int64)

    return Table(
        number=np.array([number], dtype=np.int64),
        seed=ints(1),
        run=ints(1),
        agreement=ints(1),
        importance=floats(n, interests),
        values=floats(n, issues, options),
        ideal=ints(n, issues),
        reservation=floats(n),
        opening_line=floats(n),
        perceived=floats(n),
        reality_luck=floats(n),
        reluctance=floats(n),
        organisation_importance=floats(n, organisations, interests),
        ranked=floats(n, case.packages),
        ranking=ints(n, case.packages),
        ranks=ints(n),
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
        last_offers=ints(n + 1, issues),
        offered=ints(n + 1),
        carried_trust=floats(n, n + 1),
        options=ints(issues),
        hidden=ints(1),
        found_in=ints(issues),
        finder=ints(issues),
        ballots=ints(n, MOST_MEMBERS),
        votes_failed=ints(1),
        stage=ints(1),
        stage_began=ints(1),
        stage_limit=ints(1),
        needed=ints(1),
        mediator_sits=ints(1),
        refused=ints(stages, n),
        called=floats(stages),
        unlawful=ints(1),
        days=floats(1),
        stoppage_days=floats(1),
        stoppage_paid=floats(n),
        fund_used=floats(n),
        payments=floats(n),
        signed=ints(issues),
        kept=ints(1),
        checked=ints(1),
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
        pending=ints(1),
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
        taste=floats(interests),
        estimates=floats(n, issues, options),
        lines=floats(n),
        weights=floats(n),
        surplus=floats(n),
        candidate=ints(issues),
    )


def empty_case(
    n: int, issues: int, options: int, interests: int, organisations: int = 1, stages: int = 1, conditions: int = 0
) -> Case:
    """A case of this size with every number zero, to be filled field by field (`_replace`)."""
    sizes = {
        "options": (issues,),
        "ordered": (issues,),
        "opening_options": (issues,),
        "effects": (issues, options, interests),
        "shares": (n, interests),
        "quality": (n + 1, n),
        "organisation_shares": (n, organisations, interests),
        "organisation_weight": (n, organisations),
        "own_values": (n, issues, options),
        "conditions": (n, conditions, issues, options),
        "condition_issue": (n, conditions),
        "own_nothing": (n, issues),
        "organisation_reach": (n, organisations),
        "organisation_of": (n, MOST_MEMBERS),
        "stage_seats": (stages, n),
        "stage_authority": (stages, n),
        "stage_clock": (stages + 1,),
    }
    fields: dict[str, object] = {}
    for name, kind in get_type_hints(Case).items():
        size = sizes.get(name, (stages,) if name.startswith("stage_") else (n,))
        if kind in (int, float):
            fields[name] = kind(0)
        else:
            fields[name] = np.zeros(size, dtype=np.int64 if kind == Ints else np.float64)
    return Case(**fields)  # type: ignore[arg-type]
