"""How the talks ended as a move: what each side got, or how far apart they were and whether a deal was possible."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from negotiation_sim.analysis.package_space import package_at, package_stride, package_utilities
from negotiation_sim.analysis.solutions import egalitarian
from negotiation_sim.concepts import ANSWERS
from negotiation_sim.rules.beliefs import understanding
from negotiation_sim.rules.preferences import utility
from negotiation_sim.story.moves import Ended, Gap, MissedDeal, Result

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def ended(model: RecordedModel) -> Ended:
    """The ending of a negotiation that is over."""
    deal = model.ending == "agreement"
    missed, searched_all = (None, True) if deal else _missed_deal(model)
    package = dict(zip(model.setting.issues, map(int, model.table.offer), strict=True))
    return Ended(
        round=model.rounds,
        ending=model.ending,
        rounds=model.rounds,
        speaker=model.speaker if deal else None,
        package=package if deal else None,
        results=tuple(_result(model, seat, deal) for seat in range(len(model.setting.roles))),
        left=tuple(role for seat, role in enumerate(model.setting.roles) if model.table.present[seat] == 0),
        lost_deals=model.lost_deals,
        gap=None if deal else _widest_gap(model),
        missed=missed,
        searched_all=searched_all,
    )


def _result(model: RecordedModel, seat: int, deal: bool) -> Result:
    table, sides = model.table, len(model.setting.roles)
    others = [other for other in range(sides) if other != seat]
    sources = [source for source in (*others, sides) if table.heard_offers[seat, source] > 0]
    written = [utility(table.values[seat], model.last_offers[model.names[source]]) for source in sources]
    known = [understanding(table.beliefs[seat, other], table.importance[other]) for other in others]
    reservation = float(table.reservation[seat])
    return Result(
        party=model.names[seat],
        answer=ANSWERS[int(table.answers[seat])],
        worth=float(utility(table.values[seat], table.offer)) if deal else reservation,
        reservation=reservation,
        believed=float(table.perceived[seat]),
        demand=float(table.aspiration[seat]),
        heard=max((float(table.understood[seat, source]) for source in sources), default=None),
        written=max(map(float, written), default=None),
        understanding=float(sum(known) / len(known)),
    )


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


def _missed_deal(model: RecordedModel) -> tuple[MissedDeal | None, bool]:
    case, table = model.setting.case, model.table
    utilities, searched_all = package_utilities(table.values, case.options)
    row = egalitarian(utilities, table.reservation)
    if row is None:
        return None, searched_all
    package = package_at(row * package_stride(case.options), case.options)
    worth = dict(zip(model.setting.roles, map(float, utilities[row]), strict=True))
    return MissedDeal(dict(zip(model.setting.issues, package, strict=True)), worth), searched_all
