"""Everything about a table: for the trainer, and for all once the debrief is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.table.views import (
    OBSERVER,
    gap,
    mediator_view,
    public_view,
    rounded,
    side_view,
    with_names,
)

if TYPE_CHECKING:
    from negotiation_sim.classroom.table.played_table import PlayedTable

_DIGITS = 4


def whole_view(table: PlayedTable, lang: str) -> dict[str, Any]:
    """The public view, each side as it is, the mediator's picture of them, and the log with said beside heard."""
    distance = gap(table)
    return {
        **public_view(table, lang),
        "me": {"role": OBSERVER, "label": "", "kind": "trainer"},
        "my_move": None,
        "sides": {role: _side(table, role) for role in table.model.setting.roles},
        "mediator_knows": mediator_view(table) if table.has_mediator else {},
        "log": [with_names(table, entry, lang) for entry in table.record.entries],
        "gap": None if distance is None else round(distance, _DIGITS),
    }


def _side(table: PlayedTable, role: str) -> dict[str, Any]:
    state, seat = table.model.table, table.roles.index(role)
    own = side_view(table, role)
    return {
        **own["brief"],
        "reservation": round(float(state.reservation[seat]), _DIGITS),
        "aspiration": round(float(state.aspiration[seat]), _DIGITS),
        "beliefs": dict(
            zip(
                (name for name in table.model.setting.roles if name != role),
                (rounded(state.beliefs[seat, q]) for q in range(len(table.model.setting.roles)) if q != seat),
                strict=True,
            )
        ),
        "trust": own["trust"],
    }
