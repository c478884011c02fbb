"""How many labour disputes are settled by talks and how many stop work: shipped ladders beside monitoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.validation.band_picture import Panel, Point, band_picture
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, within
from negotiation_sim.validation.human_anchors import (
    SETTLED_2024,
    STOPPED_2024,
    STOPPED_MANGYSTAU,
    course,
    share,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

RUNS = 2000
_HELPED = {"parties.*.strategy": "interest_based", "mediator.style": "full"}
TABLES: dict[str, tuple[str, Mapping[str, object]]] = {
    "wage dispute": ("enterprise_wage_dispute", {}),
    "wage dispute, interests and mediator": ("enterprise_wage_dispute", _HELPED),
    "wage dispute, law of 2020": ("enterprise_wage_dispute_2020", {}),
    "essential service": ("essential_service", {}),
}
"""Shipped disputes under the law of Kazakhstan, as written but for the settings."""


class Ended(NamedTuple):
    """Shares of all runs."""

    settled: Interval
    stopped: Interval
    struck: Interval


def measure() -> dict[str, Ended]:
    """Play the disputes."""
    found = {}
    for name, (dispute, settings) in TABLES.items():
        played = course(dispute, settings, RUNS)
        found[name] = Ended(
            *(share(those, None, CONFIDENCE) for those in (played.settled_by_talks, played.stopped, played.struck))
        )
    return found


BANDS = (
    ("settled", SETTLED_2024),
    ("stopped", STOPPED_2024),
    ("stopped", STOPPED_MANGYSTAU),
    ("struck", STOPPED_2024),
)
"""What is counted in the model, and what it is held against."""


def _words(language: Language) -> tuple[str, ...]:
    _ = language.gettext
    return (
        _("settled by talks, 2024"),
        _("work stopped, 2024"),
        _("work stopped, Mangystau 2022"),
        _("more than a warning strike, 2024"),
    )


def _names(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "wage dispute": _("wage dispute as shipped"),
        "wage dispute, interests and mediator": _("wage dispute, by interests with a go-between"),
        "wage dispute, law of 2020": _("wage dispute, law of 2020"),
        "essential service": _("essential service"),
    }


def rows(evidence: dict[str, Ended], language: Language) -> list[Row]:
    """What was found, in words."""
    names, text = _names(language), language.gettext("{dispute}: {what}")
    found = []
    for (kind, observed), what in zip(BANDS, _words(language), strict=True):
        found += [
            within(text.format(dispute=names[name], what=what), *observed.band, getattr(ended, kind), 3)
            for name, ended in evidence.items()
        ]
    return found


def draw(evidence: dict[str, Ended], language: Language) -> Figure:
    """A panel for each band, and the disputes in it or outside."""
    _ = language.gettext
    caption = _(
        "Shaded: what was counted, with what so few disputes can say (95%; {of} disputes in 2024, {mangystau} in "
        "Mangystau). Points: the shipped disputes, {runs} runs each, with 99.73% intervals."
    ).format(of=SETTLED_2024.of, mangystau=STOPPED_MANGYSTAU.of, runs=language.numbers.whole(RUNS))
    panels = [
        Panel(what, observed.band, [Point(place, 0, getattr(e, kind)) for place, e in enumerate(evidence.values())])
        for (kind, observed), what in zip(BANDS, _words(language), strict=True)
    ]
    return band_picture(_("Settled by talks, or work stopped"), caption, list(_names(language).values()), panels)


CHECK = Check(
    name="kazakh_disputes",
    title=_("People: labour disputes in Kazakhstan"),
    claim=_(
        "Of 66 labour conflicts that the trade unions of Kazakhstan monitored in 2024, 48 (72.7%) were settled by "
        "talks and 18 became strikes; of 53 collective disputes in Mangystau in early 2022 work stopped in 20 (37.7%). "
        "The two shares of 2024 are of the same 66 conflicts: who meets the one and not the other ends disputes in a "
        "third way."
    ),
    source=_(
        "Federation of Trade Unions of the Republic of Kazakhstan, kasipodaq.kz, 4 December 2024 (the year to that "
        "day) and 15 March 2022 (1 January to 14 March). The bands are Wilson intervals (95%). Monitors hear more "
        "easily of disputes in which work stops."
    ),
    exercised=_(
        "Whole disputes on the ladder of the Labour Code in the engine, 2,000 for each row. Disputes that retell one "
        "case in which work did stop, or a series, are left out."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
    against="people",
    remark=_(
        "Settled by talks is a full agreement before any work stopped; work stopped counts the one-hour warning strike "
        "too; the last rows do not. The sources do not say whether they count warning strikes. In the model nearly all "
        "stoppages are warning strikes: a strike comes only where a side stayed away from the talks, since nearly all "
        "awards are put up with (`enforcement: 0.3`). Hence the shares of strikes are below what was observed, and one "
        "in five disputes as shipped ends in an award, an ending that the sources do not count at all. Under the law "
        "of 2020 the ladder has no warning strike, and in the essential service strikes come after compulsory "
        "arbitration. With a go-between and bargaining by interests fewer disputes stop work than were observed to."
    ),
)
