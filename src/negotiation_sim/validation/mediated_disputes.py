"""What becomes of disputes that a mediator meets: the shipped ladders beside what conciliators report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.validation.band_picture import Panel, Point, band_picture
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, within
from negotiation_sim.validation.human_anchors import (
    PROGRESS_IN_CONCILIATION,
    RESOLVED,
    SETTLED_IN_CONCILIATION,
    course,
    share,
    shipped,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

RUNS = 2000
DISPUTES = ("enterprise_wage_dispute", "essential_service", "croatia_mandatory_mediation")
STRATEGIES = ("position_based", "interest_based")


class Mediated(NamedTuple):
    """Shares of the disputes that the mediator met, and of those at an impasse without one."""

    settled: Interval
    progressed: Interval
    resolved: Interval
    of_impasses: Interval


def measure() -> dict[tuple[str, str], Mediated]:
    """Play each dispute by positions and by interests, without and with a mediator, under the same luck."""
    return {(name, strategy): _mediated(name, strategy) for name in DISPUTES for strategy in STRATEGIES}


def _mediated(name: str, strategy: str) -> Mediated:
    alone = course(name, {"parties.*.strategy": strategy, "mediator.style": "absent"}, RUNS)
    helped = course(name, {"parties.*.strategy": strategy, "mediator.style": "full"}, RUNS)
    return Mediated(
        share(helped.settled_there, helped.mediated, CONFIDENCE),
        share(helped.progressed, helped.mediated, CONFIDENCE),
        share(helped.resolved, helped.mediated, CONFIDENCE),
        share(helped.agreed, ~alone.agreed, CONFIDENCE),
    )


BANDS: dict[str, tuple[float, float]] = {
    "settled": SETTLED_IN_CONCILIATION.band,
    "progressed": PROGRESS_IN_CONCILIATION.band,
    "resolved": RESOLVED,
    "of_impasses": SETTLED_IN_CONCILIATION.band,
}
"""What was observed, for each field of `Mediated`."""


def _words(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "settled": _("settled in full with the mediator"),
        "progressed": _("settled or progressed"),
        "resolved": _("resolved, as the agency counts"),
        "of_impasses": _("impasse without mediator: settled with one"),
    }


def rows(evidence: dict[tuple[str, str], Mediated], language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    ways = {"position_based": _("by positions"), "interest_based": _("by interests")}
    text = _("{dispute}, {way}: {what}")
    return [
        within(text.format(dispute=name, way=ways[strategy], what=what), *BANDS[kind], getattr(found, kind), 3)
        for kind, what in _words(language).items()
        for (name, strategy), found in evidence.items()
    ]


def draw(evidence: dict[tuple[str, str], Mediated], language: Language) -> Figure:
    """A panel for each way of counting: the band, and the disputes in it or outside."""
    _ = language.gettext
    caption = _(
        "Shaded: what was observed, with what so few cases can say (95%). Points: the shipped disputes, {runs} runs "
        "each, with 99.73% intervals; circles by positions, squares by interests."
    ).format(runs=language.numbers.whole(RUNS))
    panels = []
    for kind, what in _words(language).items():
        points = [
            Point(DISPUTES.index(name) - 0.15 + 0.3 * number, number, getattr(evidence[name, strategy], kind))
            for name in DISPUTES
            for number, strategy in enumerate(STRATEGIES)
        ]
        panels.append(Panel(what, BANDS[kind], points))
    names = [shipped(name).title(language.code) for name in DISPUTES]
    return band_picture(_("What becomes of disputes that a mediator meets"), caption, names, panels)


CHECK = Check(
    name="mediated_disputes",
    title=_("People: disputes that a mediator meets"),
    claim=_(
        "Of collective disputes in which the British conciliation service Acas took part in 2022-23, 58% were settled "
        "in full and about 75% settled or moved on, as its customers told an independent survey; the service itself "
        "counts 91% to 94% as resolved. All these are shares of disputes that had come to an impasse and to a "
        "mediator, so the model is counted likewise."
    ),
    source=_(
        "Evaluation for Acas by NatCen (241 customers asked; the band is the Wilson interval of 58% and of 75% of 241, "
        "and is too narrow where two customers tell of one dispute); Acas annual reports 2022-23 (91% of 621) and "
        "2023-24 (94% of 618; the band goes from the lower end of the one to the upper end of the other)."
    ),
    exercised=_(
        "Whole disputes on their ladders in the engine, with and without a mediator of the style `full` under the same "
        "luck, 2,000 for each row; skill and all else as shipped."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
    against="people",
    remark=_(
        "Counted are runs that did not end before the first stage with a mediator and in which nobody stayed away. "
        "Settled in full: agreement in that stage. Settled or progressed: agreement there or in any later stage, or "
        "the agreed part signed, without a strike. Resolved: that, or an award that was carried out. By positions "
        "about as many are settled in full as was observed, by interests more: there all sides seek each other's "
        "interests, which real ones seldom do. By positions fewer progress than was observed where the ladder soon "
        "ends in compulsory arbitration or in a strike. Where arbitration follows, its awards are put up with and "
        "every dispute is resolved as an agency counts, which real ones are not; Croatia's ladder has no arbitration, "
        "so what conciliation does not settle goes on to a strike. The last kind is stricter than any source: of the "
        "runs that never agree without a mediator, at no stage, those that agree with one. It is low because those are "
        "the hardest disputes, and a mediator of skill 0.4 comes when most concessions have been made. Much of what is "
        "settled with the mediator would have been settled at that table without one."
    ),
)
