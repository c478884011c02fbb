"""Two who bargain with private values: how much of the gains is realised, beside people who talk and the bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.concepts import AGREEMENT, Floats
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, at_least, at_most
from negotiation_sim.validation.human_anchors import SEED, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language
    from negotiation_sim.scenario import Scenario

_ = str  # marks texts for the message catalogues; they are translated where they are shown

RUNS = 2000
TALKING_DYADS = 0.98
BOUND = 27 / 32
"""The most of the gains from trade that silent players in equilibrium can realise, values even on [0, 1]."""

PRICE_TABLE = """
name: A price between two
description: A buyer and a seller with private values bargain over one price.
interests: {income: income, thrift: thrift}
issues:
  price: {grid: {from: 0, to: 100, step: 1}, shape: linear, effects: {income: 1, thrift: -1}}
parties:
  buyer: {importance: {thrift: 1}}
  seller: {importance: {income: 1}}
defaults: {importance_floor: 0, importance_spread: 0, reservation_value: 0.5, reservation_spread: 0.5, optimism: 0}
"""
"""What no deal is worth is even on [0, 1] for both: 1 - value for the buyer, cost for the seller."""

_CLEAR = {"communication.quality": 1.0, "parties.*.listening": 1.0}
_OPEN = {
    **_CLEAR,
    "communication.claim_noise": 0.01,
    "parties.*.trust": 1.0,
    "parties.*.disclosure_threshold": 0.0,
    "parties.*.disclosure_items": 10,
}
_SILENT = {**_CLEAR, "parties.*.disclosure_threshold": 1.0, "parties.*.reciprocity": 0.0}
WAYS: dict[str, Mapping[str, object]] = {
    "open": {**_OPEN, "parties.*.strategy": "interest_based"},
    "silent": {**_SILENT, "parties.*.strategy": "interest_based"},
    "usual": {"parties.*.strategy": "interest_based"},
    "positions": {"parties.*.strategy": "position_based"},
}
"""Settings of a table; the last two leave talk and trust as the program and the file have them."""


class DyadEvidence(NamedTuple):
    """The share of the gains that is realised, by way of talking: over one price, over the textbook's issues."""

    price: dict[str, Interval]
    textbook: dict[str, Interval]


def measure() -> DyadEvidence:
    """Play both tables in all ways."""
    from negotiation_sim.scenario.loading import scenario_of_text

    price, textbook = scenario_of_text("a price between two", PRICE_TABLE), shipped("two_party_textbook")
    # In the textbook all is as written: at its best the two have 0.80 each, and 0.50 each without a deal.
    return DyadEvidence(
        {way: efficiency(price, settings, most_together=1.0) for way, settings in WAYS.items()},
        {way: efficiency(textbook, settings, most_together=1.6) for way, settings in WAYS.items()},
    )


def efficiency(scenario: Scenario, settings: Mapping[str, object], most_together: float) -> Interval:
    """Realised gains over available gains, of all runs together.

    Available is what both can have at most together over what they have without a deal, where that is a gain.
    """
    from negotiation_sim.engine.executor import Player
    from negotiation_sim.engine.outcome import column_names
    from negotiation_sim.scenario.arrays import setting_of
    from negotiation_sim.scenario.loading import scenario_with

    setting = setting_of(scenario_with(scenario, settings))
    rows = Player(setting).rows(SEED, range(RUNS))
    names = column_names(setting.roles, setting.issues)
    alternative = sum(rows[:, names.index(f"{role}.reservation")] for role in setting.roles)
    available = np.maximum(0.0, most_together - alternative)
    is_deal = rows[:, names.index("ending")] == AGREEMENT
    realised = np.where(is_deal, rows[:, names.index("joint_value")] - alternative, 0.0)
    return ratio(realised, available)


def ratio(parts: Floats, wholes: Floats) -> Interval:
    """The sum of the parts over the sum of the wholes, with the interval of a ratio of means (delta method)."""
    value = float(parts.sum() / wholes.sum())
    off = (parts - value * wholes) / wholes.mean()
    around = mean(float(off.sum()), float((off * off).sum()), len(off), CONFIDENCE)
    return Interval(value, *(None if bound is None else value + bound for bound in (around.low, around.high)))


def rows(evidence: DyadEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    price, textbook = evidence.price, evidence.textbook
    return [
        at_least(_("one price, full disclosure and a perfect channel"), TALKING_DYADS, price["open"]),
        at_most(_("one price, a perfect channel, nothing disclosed"), BOUND, price["silent"]),
        at_least(_("one price, talk as the program has it, by interests"), BOUND, price["usual"]),
        at_least(_("one price, talk as the program has it, by positions"), BOUND, price["positions"]),
        at_least(_("textbook, full disclosure and a perfect channel"), TALKING_DYADS, textbook["open"]),
        at_most(_("textbook, a perfect channel, nothing disclosed"), BOUND, textbook["silent"]),
        at_least(_("textbook, talk as in the file, by interests"), BOUND, textbook["usual"]),
        at_least(_("textbook, talk as in the file, by positions"), BOUND, textbook["positions"]),
    ]


def draw(evidence: DyadEvidence, language: Language) -> Figure:
    """The shares as points with intervals, beside what people reach and the bound."""
    from negotiation_sim.figures.style import LABEL, LOOKS, QUIET, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Points: share of the available gains that the program's sides realise, with 99.73% intervals. Full line: "
        "people who could talk before their offers (McGinn, Thompson and Bazerman 2003). Dashed line: the bound for "
        "silent players in equilibrium (Myerson and Satterthwaite 1983)."
    )
    figure = new_picture(_("How much of the gains two sides realise"), caption, width=12.0, height=6.0)
    names = {
        "open": _("full\ndisclosure,\nperfect\nchannel"),
        "silent": _("nothing\ndisclosed,\nperfect\nchannel"),
        "usual": _("usual talk,\nby\ninterests"),
        "positions": _("usual talk,\nby\npositions"),
    }
    titles = (_("one price, values private"), _("three issues, importances private"))
    for axes, found, title in zip(figure.subplots(1, 2, sharey=True), evidence, titles, strict=True):
        for place, way in enumerate(names):
            value, low, high = found[way]
            below, above = (0.0 if bound is None else abs(value - bound) for bound in (low, high))
            axes.errorbar(place, value, [[below], [above]], fmt="o", color=LOOKS[2]["color"], markersize=9, capsize=5)
        axes.axhline(TALKING_DYADS, color="black", linewidth=1.5)
        axes.axhline(BOUND, color=QUIET, linestyle="--", linewidth=1.5)
        axes.set_xticks(range(len(names)), list(names.values()))
        axes.set_ylim(0.0, 1.04)
        axes.set_xlim(-0.5, len(names) - 0.5)
        axes.set_title(title, fontsize=LABEL)
        tidy(axes, "y")
    figure.axes[0].set_ylabel(_("share of the gains realised"), fontsize=LABEL)
    return figure


CHECK = Check(
    name="disclosing_dyads",
    title=_("People: two who tell each other what they know"),
    claim=_(
        "A buyer and a seller with private values could trade wherever the value is above the cost. Silent players in "
        "equilibrium realise at most 27/32 (84.4%) of these gains; people who could talk before they made their offers "
        "realised 98%. Efficiency is what all runs realise over what they could: by how much the two are better off "
        "than without a deal, over the most by which they could be."
    ),
    source=_(
        "McGinn, Thompson and Bazerman 2003, Journal of Behavioral Decision Making 16, 17-34 (abstract: nearly full "
        "efficiency, 98%, with talk before the offers; no numbers without talk are in it, and no sample size). The "
        "bound: Chatterjee and Samuelson 1983; Myerson and Satterthwaite 1983."
    ),
    exercised=_(
        "Whole talks in the engine, 2,000 for each row: a table with a single price of 101 levels on which both have a "
        "private value drawn evenly, and `two_party_textbook`, where importances are private."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
    against="people",
    remark=_(
        "The definition is not that of the experiment: there each side names one sealed price after the talk; here "
        "both propose in turn for 30 rounds and see each other give way, so the silent sides of a single price learn "
        "enough without a word, and stand above a bound that is for one sealed offer and for players who hold out. The "
        "program's sides do not hold out: they give way to their line by the deadline whatever that gains. What they "
        "disclose is how much they care about each interest, which on a single price tells nothing; it does where "
        "several issues can be traded (textbook: 67% without, all of it with disclosure). Positions over the usual "
        "channel fall far short there, since they do not trade at all and what is heard wrong delays them."
    ),
)
