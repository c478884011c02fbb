"""Compiles what the first visitor will ask for, while the first page is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from negotiation_sim.classroom.demonstration.talks import Talks

CASE = "kazakhstan_general_agreement"


def warm_up() -> None:
    """Play a few runs of the page's first questions; takes minutes after an update, else a second or two."""
    from negotiation_sim.analysis.why_no_deal import explain
    from negotiation_sim.classroom.demonstration.curves import remember_rates
    from negotiation_sim.classroom.demonstration.talks import Talks, case_named

    roles = case_named(CASE).roles
    # What the page shows first: everybody bargains over positions; then over interests; then some of each.
    asked = [
        Talks(scenario=CASE, quality=0.3, skill=0.6, bargain=dict.fromkeys(roles, "position_based")),
        Talks(scenario=CASE, quality=0.3, skill=0.6, bargain=dict.fromkeys(roles, "interest_based")),
        Talks(scenario=CASE, quality=0.3, skill=0.6, bargain={roles[0]: "interest_based"}),
    ]
    for talks in asked:
        _answer_once(talks)
    remember_rates()
    explain(asked[0].scene("without"), 1, asked[0].seed)


def _answer_once(talks: Talks) -> None:
    from negotiation_sim.classroom.demonstration.curves import QUALITIES, STAGES, Question

    question = Question(talks)
    for runs in question.drawn(QUALITIES):
        while len(runs.agreed) < STAGES[0]:
            runs.play_some(STAGES[0])
    question.answer()
