"""The room for agreement of a session: all its tables were dealt the same cards, so they share one plane."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from negotiation_sim.analysis.bargaining_space import table_of_run
from negotiation_sim.analysis.package_space import package_at, package_stride, package_utilities
from negotiation_sim.analysis.solutions import egalitarian, nash, zone_exists
from negotiation_sim.classroom.plane import edge_of, rounded, sample_of
from negotiation_sim.engine.setting import Setting
from negotiation_sim.engine.table import Table
from negotiation_sim.scenario.arrays import setting_of

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.session import Session

_MOST_PACKAGES = 120_000


def space_of_session(session: Session) -> dict[str, Any]:
    """What agreements are worth to each side; for each pair of sides the best; reservation values; Nash's solution.

    `most`: the largest joint gain over the reservation values that an agreement for all can have. `believed_zone`:
    whether some package gives every side what it believes to have without a deal. `better`: of the packages without
    options that must first be invented, the one whose smallest gain is largest, where none loses.
    """
    setting = setting_of(session.scenario)
    table = table_of_run(setting.case, session.seed, session.run)
    utilities, exact = package_utilities(table.values, setting.case.options, _MOST_PACKAGES)
    frontier = {
        f"{setting.roles[p]}|{setting.roles[q]}": edge_of(utilities[:, [p, q]])
        for p, q in combinations(range(len(setting.roles)), 2)
    }
    lines = table.reservation
    has_zone = bool(zone_exists(utilities, lines))
    inside = utilities[(utilities >= lines).all(axis=1)]
    best = nash(utilities, lines)
    return {
        "roles": list(setting.roles),
        "points": sample_of(table.values, setting.case.options),
        "frontier": frontier,
        "lines": dict(zip(setting.roles, rounded(lines), strict=True)),
        "nash": None if best is None else dict(zip(setting.roles, rounded(utilities[best]), strict=True)),
        "has_zone": has_zone,
        "believed_zone": bool(zone_exists(utilities, table.perceived)),
        "better": _better(setting, table),
        "most": round(float((inside - lines).sum(axis=1).max()), 4) if has_zone else None,
        "exact": exact,
    }


def _better(setting: Setting, table: Table) -> dict[str, Any] | None:
    options = setting.case.opening_options
    utilities, _exact = package_utilities(table.values, options, _MOST_PACKAGES)
    best = egalitarian(utilities, table.reservation)
    if best is None:
        return None
    chosen = package_at(best * package_stride(options, _MOST_PACKAGES), options)
    issues = zip(setting.issues, chosen, options, strict=True)
    return {
        "package": {issue: int(option) for issue, option, known in issues if known > 1},
        "worth": dict(zip(setting.roles, rounded(utilities[best]), strict=True)),
    }
