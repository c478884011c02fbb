"""What happens beyond the table, as functions of their own: a case without it is compiled without it.

All have one form, `(case, table, argument) -> int`, so that the kernel can call them without knowing them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from negotiation_sim.engine.after_signing import live_under_agreement
from negotiation_sim.engine.climbing import climb_on, plain_talks
from negotiation_sim.engine.inventing import look_for_options
from negotiation_sim.engine.ranking import rank_packages
from negotiation_sim.engine.ratifying import decide_at_home
from negotiation_sim.engine.stopping_work import stop_work
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule


class Procedures(NamedTuple):
    """The procedures of a case.

    `at_home(missing yeses)` before a deal is signed; `invent(0)` after talk about interests; `climb(stage)` when a
    stage is over, -1 to open the talks; `stop_work(0)` at the start of a day of stoppage; `live(0)` after the talks;
    `rank(seat)` when the side knows its values.
    """

    at_home: Callable[..., Any]
    invent: Callable[..., Any]
    climb: Callable[..., Any]
    stop_work: Callable[..., Any]
    live: Callable[..., Any]
    rank: Callable[..., Any]


@rule
def nothing(case: Case, table: Table, argument: int) -> int:
    """What a case does not have."""
    return 0


NO_PROCEDURES = Procedures(nothing, nothing, plain_talks, nothing, nothing, nothing)
ALL_PROCEDURES = Procedures(decide_at_home, look_for_options, climb_on, stop_work, live_under_agreement, rank_packages)


def procedures_of(case: Case) -> Procedures:
    """Those that a case needs."""
    goes_home = case.members.any() or case.payer >= 0
    has_hidden = (case.opening_options < case.options).any()
    is_plain = len(case.stage_rounds) == 1 and case.partial == 0 and not case.stage_award.any()
    is_plain = bool(is_plain and not case.reluctance.any() and not case.stage_banned.any())
    needed = (goes_home, has_hidden, not is_plain, case.stage_intensity.any(), case.checks > 0, case.packages > 0)
    choices = zip(needed, ALL_PROCEDURES, NO_PROCEDURES, strict=True)
    return Procedures(*(some if is_needed else none for is_needed, some, none in choices))
