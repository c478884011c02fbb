"""A table of three sides made by hand: two issues of three levels, two interests, plain rules.

More stages, organisations and options to be invented are added where a test asks for them.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pytest

from negotiation_sim.engine.dealing import deal, open_series
from negotiation_sim.engine.plain_rules import plain_rules
from negotiation_sim.engine.procedures import procedures_of
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.selection import Selection
from negotiation_sim.engine.table import Case, Room, Table, empty_case, new_table
from negotiation_sim.mediators.full import full
from negotiation_sim.protocols.turns import mediator_or_next
from negotiation_sim.strategies import interest_based, position_based
from negotiation_sim.strategies.strategy import Strategy


class Bargaining(NamedTuple):
    """What every step of the procedure works on."""

    case: Case
    table: Table
    rules: RuleSet
    room: Room


def make_case(
    stages: int = 1, places: int = 1, clauses: Sequence[Sequence[float]] = (), conditions: Any = None, **fields: Any
) -> Case:
    """Sides 0 and 1 want opposite ends of both issues, side 2 a middle way; `fields` replace others.

    `places`: organisations that a side has room for. Each of `clauses` is an option to be invented: what adding it
    does to the two interests. Without a deal a stage leads to the next one. `conditions[condition, issue, option]`
    are those of every side.
    """
    case = empty_case(3, 2 + len(clauses), 3, 2, places, stages, 0 if conditions is None else len(conditions))
    if conditions is not None:
        fields["conditions"] = conditions
    case.effects[:2] = [[[-1, 1], [0.2, 0.2], [1, -1]], [[-1, 1], [0.0, 0.4], [1, -1]]]
    case.shares[:] = [[0.9, 0.1], [0.1, 0.9], [0.5, 0.5]]
    case.stage_clock[1:] = 1.0
    for number, clause in enumerate(clauses):
        case.effects[2 + number, 1] = clause
    follower = [*range(1, stages), -1]
    plain = {
        "options": [3, 3, *(2 for _ in clauses)],
        "opening_options": [3, 3, *(1 for _ in clauses)],
        "ordered": [1, 1, *(0 for _ in clauses)],
        "reservation": 0.4,
        "firmness": 1.0,
        "window": 1,
        "trust": 0.5,
        "trust_in_mediator": 0.6,
        "trust_gain": 0.1,
        "trust_loss": 0.25,
        "trust_scale": 0.1,
        "listening": 1.0,
        "disclosure_threshold": 0.3,
        "disclosure_threshold_mediator": 0.3,
        "disclosure_items": 2,
        "quality": 1.0,
        "patience": 3,
        "strike_fund": 60,
        "stage_rounds": fields.pop("deadline", 10),
        "stage_needed": fields.pop("needed", 3),
        "stage_mediator": 1,
        "stage_seats": 1,
        "stage_authority": 1.0,
        "stage_caller": -1,
        "stage_next": follower,
        "stage_evaded": follower,
    }
    scalars = {"claim_noise": 0.1, "favoured": -1, "payer": -1, "enters": 1, "text_every": 3}
    scalars |= {"ordinary": 2, "rounds_per_day": 1, "agreements": 1}
    for name, value in (plain | fields).items():
        if isinstance(getattr(case, name), np.ndarray):
            getattr(case, name)[:] = value
        else:
            scalars[name] = value
    scalars["deadline"] = int(case.stage_rounds.sum())
    return case._replace(**(scalars | {"direct_talk": scalars.get("direct_talk", 1)}))


PRESETS = (position_based.STRATEGY, interest_based.STRATEGY)


def make_bargaining(seed: int = 1, run: int = 0, strategies: Sequence[Strategy] = PRESETS, **fields: Any) -> Bargaining:
    """A case with some numbers replaced, its table set for one run; codes 0 and 1 name the two presets."""
    case = make_case(**fields)
    kinds = zip(*strategies, strict=True)
    chosen = Selection(*kinds, style=full, next_speaker=mediator_or_next, procedures=procedures_of(case))
    rules = plain_rules(chosen)
    room = Room(case, new_table(case))
    open_series(room.table, seed, run)
    deal(case, room.table, rules, room)
    return Bargaining(case, room.table, rules, room)


@pytest.fixture(scope="session")
def bargaining() -> Callable[..., Bargaining]:
    return make_bargaining
