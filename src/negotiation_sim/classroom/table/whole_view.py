"""Everything about a table: for the trainer, and for all once the debrief is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.table.digits import short, shortened
from negotiation_sim.classroom.table.reading import OBSERVER, TRAINER
from negotiation_sim.classroom.table.views import gap, mediator_view, side_view

if TYPE_CHECKING:
    from negotiation_sim.classroom.table.played_table import PlayedTable


def whole_view(table: PlayedTable, lang: str) -> dict[str, Any]:
    """The public view, each side as it is, the mediator's picture of them, and the log with said beside heard."""
    return {**whole_view_but_log(table, lang), "log": table.reading(TRAINER, lang).log()}


def whole_view_but_log(table: PlayedTable, lang: str) -> dict[str, Any]:
    """The same without the log, which only grows."""
    distance = gap(table)
    return {
        **table.public(lang),
        "me": {"role": OBSERVER, "label": "", "kind": "trainer"},
        "my_move": None,
        "sides": {role: _side(table, role) for role in table.model.setting.roles},
        "mediator_knows": mediator_view(table) if table.has_mediator else {},
        "gap": None if distance is None else short(distance),
    }


def _side(table: PlayedTable, role: str) -> dict[str, Any]:
    state, seat = table.model.table, table.roles.index(role)
    own = side_view(table, role)
    return {
        **own["brief"],
        "reservation": short(state.reservation[seat]),
        "aspiration": short(state.aspiration[seat]),
        "beliefs": dict(
            zip(
                (name for name in table.model.setting.roles if name != role),
                (shortened(state.beliefs[seat, q]) for q in range(len(table.model.setting.roles)) if q != seat),
                strict=True,
            )
        ),
        "trust": own["trust"],
    }
