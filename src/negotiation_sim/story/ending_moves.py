"""How the talks ended as a move: what each side got, or how far apart they were and what was possible."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from negotiation_sim.analysis.package_space import package_at, package_stride, package_utilities
from negotiation_sim.analysis.solutions import egalitarian
from negotiation_sim.concepts import ANSWERS, Floats
from negotiation_sim.rules.beliefs import understanding
from negotiation_sim.rules.preferences import utility
from negotiation_sim.story.ending import Ended, Gap, MissedDeal, Result

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def ended(model: RecordedModel) -> Ended:
    """The ending of a negotiation that is over."""
    return _deal(model) if model.ending == "agreement" else _no_deal(model)


def _deal(model: RecordedModel) -> Ended:
    return Ended(
        round=model.rounds,
        ending=model.ending,
        rounds=model.rounds,
        speaker=model.speaker,
        package=dict(zip(model.setting.issues, map(int, model.table.offer), strict=True)),
        results=_results(model),
        left=_left(model),
        lost_deals=model.lost_deals,
        gap=None,
        shortfall=None,
        missed=None,
        searched_all=True,
    )


def _no_deal(model: RecordedModel) -> Ended:
    case, table = model.setting.case, model.table
    utilities, searched_all = package_utilities(table.values, case.options)
    return Ended(
        round=model.rounds,
        ending=model.ending,
        rounds=model.rounds,
        speaker=None,
        package=None,
        results=_results(model),
        left=_left(model),
        lost_deals=model.lost_deals,
        gap=_widest_gap(model),
        shortfall=-float((utilities - table.aspiration).min(axis=1).max()),
        missed=_missed_deal(model, utilities),
        searched_all=searched_all,
    )


def _results(model: RecordedModel) -> tuple[Result, ...]:
    return tuple(_result(model, seat) for seat in range(len(model.setting.roles)))


def _result(model: RecordedModel, seat: int) -> Result:
    table, deal = model.table, model.ending == "agreement"
    others = [other for other in range(len(model.setting.roles)) if other != seat]
    known = [understanding(table.beliefs[seat, other], table.importance[other]) for other in others]
    reservation = float(table.reservation[seat])
    return Result(
        party=model.names[seat],
        answer=ANSWERS[int(table.answers[seat])],
        worth=float(utility(table.values[seat], table.offer)) if deal else reservation,
        reservation=reservation,
        believed=float(table.perceived[seat]),
        demand=float(table.aspiration[seat]),
        understanding=float(sum(known) / len(known)),
    )


def _left(model: RecordedModel) -> tuple[str, ...]:
    return tuple(negotiator.role for negotiator in model.negotiators if not negotiator.is_present)


def _widest_gap(model: RecordedModel) -> Gap | None:
    case, widest, gap = model.setting.case, 0.0, None
    sides = [name for name in model.setting.roles if name in model.last_offers]
    for j, issue in enumerate(model.setting.issues):
        for party, other in combinations(sides, 2):
            option, other_option = model.last_offers[party][j], model.last_offers[other][j]
            steps = abs(option - other_option) if case.ordered[j] else int(option != other_option)
            width = steps / (int(case.options[j]) - 1 if case.ordered[j] else 1)
            if width > widest:
                widest, gap = width, Gap(issue, party, option, other, other_option)
    return gap


def _missed_deal(model: RecordedModel, utilities: Floats) -> MissedDeal | None:
    row = egalitarian(utilities, model.table.reservation)
    if row is None:
        return None
    options = model.setting.case.options
    package = package_at(row * package_stride(options), options)
    worth = dict(zip(model.setting.roles, map(float, utilities[row]), strict=True))
    return MissedDeal(dict(zip(model.setting.issues, package, strict=True)), worth)
