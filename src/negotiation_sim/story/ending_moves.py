"""How the talks ended as a move: what each side got, or how far apart they were and what was possible."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.analysis.package_space import package_at, package_stride, package_utilities
from negotiation_sim.analysis.solutions import egalitarian
from negotiation_sim.concepts import ANSWERS, Floats, Ints
from negotiation_sim.engine.outcome import is_signed, worth_at_end
from negotiation_sim.rules.beliefs import understanding
from negotiation_sim.story.ending import Ended, Gap, MissedDeal, Result
from negotiation_sim.story.series_moves import term_of

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def ended(model: RecordedModel) -> Ended:
    """The ending of a negotiation that is over."""
    table, seats = model.table, _seats(model)
    signed = [issue for j, issue in enumerate(model.setting.issues) if is_signed(model.setting.case, table, j)]
    known = model.known_part(table.offer)
    end = Ended(
        round=model.rounds,
        ending=model.ending,
        rounds=model.rounds,
        stage=model.stages[int(table.stage[0])] if model.stages and model.rounds else None,
        days=int(table.days[0]),
        seats=tuple(model.names[seat] for seat in seats),
        speaker=model.speaker if model.ending == "agreement" else None,
        package={issue: known[issue] for issue in signed} if signed else None,
        open_issues=_open_issues(model, signed),
        results=tuple(_result(model, seat) for seat in range(len(model.setting.roles))),
        left=tuple(model.left),
        lost_deals=model.lost_deals,
        gap=None,
        shortfall=None,
        missed=None,
        unfound=(),
        searched_all=True,
        term=term_of(model),
    )
    return end if model.ending in ("agreement", "award") else _with_what_was_possible(model, end, seats)


def _seats(model: RecordedModel) -> Ints:
    return np.flatnonzero(model.setting.case.stage_seats[model.table.stage[0]])


def _open_issues(model: RecordedModel, signed: list[str]) -> tuple[str, ...]:
    if model.ending not in ("partial", "protocol_only"):
        return ()
    asked = np.max(model.table.last_offers, axis=0) > 0  # a clause that nobody asked for is no disagreement
    return tuple(
        issue
        for j, issue in enumerate(model.setting.issues)
        if issue not in signed and (j < model.setting.case.ordinary or asked[j])
    )


def _with_what_was_possible(model: RecordedModel, end: Ended, seats: Ints) -> Ended:
    table = model.table
    utilities, searched_all = package_utilities(table.values[seats], table.options)
    hidden = [issue for j, issue in enumerate(model.setting.issues) if table.options[j] < 2]
    return replace(
        end,
        gap=_widest_gap(model, end),
        shortfall=-float((utilities - table.aspiration[seats]).min(axis=1).max()) if model.rounds else None,
        missed=_missed_deal(model, utilities, seats),
        unfound=tuple(hidden),
        searched_all=searched_all,
    )


def _result(model: RecordedModel, seat: int) -> Result:
    case, table = model.setting.case, model.table
    others = [other for other in range(len(model.setting.roles)) if other != seat]
    known = [understanding(table.beliefs[seat, other], table.importance[other]) for other in others]
    return Result(
        party=model.names[seat],
        answer=ANSWERS[int(table.answers[seat])],
        worth=float(worth_at_end(case, table, seat)),
        reservation=float(table.reservation[seat]),
        believed=float(table.perceived[seat]),
        demand=float(table.aspiration[seat]),
        understanding=float(sum(known) / len(known)),
        stoppage_cost=float(table.stoppage_paid[seat]),
        payment=float(table.payments[seat]),
    )


def _widest_gap(model: RecordedModel, end: Ended) -> Gap | None:
    case, widest, gap = model.setting.case, 0.0, None
    sides = [name for name in end.seats if name in model.last_offers]
    open_issues = end.open_issues or model.setting.issues
    for j, issue in enumerate(model.setting.issues):
        for party, other in combinations(sides, 2) if issue in open_issues else ():
            option, other_option = model.last_offers[party][j], model.last_offers[other][j]
            steps = abs(option - other_option) if case.ordered[j] else int(option != other_option)
            width = steps / (int(case.options[j]) - 1 if case.ordered[j] else 1)
            if width > widest:
                widest, gap = width, Gap(issue, party, option, other, other_option)
    return gap


def _missed_deal(model: RecordedModel, utilities: Floats, seats: Ints) -> MissedDeal | None:
    table = model.table
    row = egalitarian(utilities, table.reservation[seats])
    if row is None:
        return None
    package = np.asarray(package_at(row * package_stride(table.options), table.options))
    worth = dict(zip((model.names[seat] for seat in seats), map(float, utilities[row]), strict=True))
    return MissedDeal(model.known_part(package), worth)
