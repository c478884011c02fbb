"""Whether an action fits the table: the package is one, the listeners are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiation_sim.classroom.table.actions import MEDIATOR
from negotiation_sim.classroom.table.played_model import PlayedModel
from negotiation_sim.classroom.table.refused import Refused

if TYPE_CHECKING:
    from negotiation_sim.classroom.table.played_table import PlayedTable

_ = str  # marks sentences for the message catalogues; they are translated where they are shown


def must(holds: bool, why: str, **parameters: object) -> None:
    """Raise Refused with this reason unless it holds."""
    if not holds:
        raise Refused(why, **parameters)


def check_package(model: PlayedModel, package: dict[str, int]) -> list[int]:
    """The options of a package in the order of the issues; clauses nobody has thought of stay out. Raises Refused."""
    for issue in package:
        must(issue in model.setting.issues, _("There is no issue “{name}”."), name=issue[:40])
    chosen = []
    for issue, known in zip(model.setting.issues, model.table.options, strict=True):
        if known < 2:
            must(package.get(issue, 0) == 0, _("There is no issue “{name}”."), name=issue)
            chosen.append(0)
            continue
        must(issue in package, _("The offer says nothing about “{name}”."), name=issue)
        must(package[issue] < known, _("The issue “{name}” has no such option."), name=issue)
        chosen.append(package[issue])
    return chosen


def check_sides(table: PlayedTable, speaker: str, to: list[str]) -> None:
    """Whether the speaker can speak to these. Raises Refused."""
    must(len(set(to)) == len(to), _("Name each listener once."))
    for listener in to:
        must(listener != speaker, _("You are speaking to yourself."))
        table.at(listener)
        apart = table.model.setting.case.direct_talk == 0 and MEDIATOR not in (speaker, listener)
        must(not apart, _("The sides do not meet: speak to the mediator."))
