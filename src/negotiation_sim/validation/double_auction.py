"""One price, two private values: the linear equilibrium of the sealed-bid double auction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean, rate
from negotiation_sim.concepts import Floats
from negotiation_sim.validation.chance import even_numbers
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, at_least, by_chance, same

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

DRAWS = 400_000
_VALUES = np.linspace(0.0, 1.0, 101)
_BIDS = np.linspace(0.0, 1.0, 401)
_OTHERS = (np.arange(20_000) + 0.5) / 20_000


class AuctionEvidence(NamedTuple):
    """Averages over pairs of a buyer and a seller, and what the best other bid or ask would bring."""

    gains: Interval
    possible: Interval
    trade: Interval
    buyer_gain: float
    seller_gain: float
    truthful_gain: float
    best_bids: Floats
    values: Floats
    costs: Floats


def bid(value: Floats) -> Floats:
    """What a buyer offers in the linear equilibrium."""
    return 2.0 / 3.0 * value + 1.0 / 12.0


def ask(cost: Floats) -> Floats:
    """What a seller asks in the linear equilibrium."""
    return 2.0 / 3.0 * cost + 1.0 / 4.0


def measure() -> AuctionEvidence:
    """Let the equilibrium play, then look for a better bid against it."""
    values, costs = even_numbers(DRAWS, who=0), even_numbers(DRAWS, who=1)
    trade = bid(values) >= ask(costs)
    gains = np.where(trade, values - costs, 0.0)
    payoffs = _buyer_payoffs(ask)
    # A seller of cost c that asks s is a buyer of value 1 - c that bids 1 - s.
    mirrored = _buyer_payoffs(lambda cost: 1.0 - bid(1.0 - cost))
    return AuctionEvidence(
        _mean(gains),
        _mean(np.maximum(values - costs, 0.0)),
        rate(int(trade.sum()), DRAWS, CONFIDENCE),
        _gain_over(payoffs, _own_payoffs(bid, ask)),
        _gain_over(mirrored, _own_payoffs(lambda value: 1.0 - ask(1.0 - value), lambda cost: 1.0 - bid(1.0 - cost))),
        _gain_over(_buyer_payoffs(lambda cost: cost), _own_payoffs(lambda value: value, lambda cost: cost)),
        np.asarray(_BIDS[payoffs.argmax(axis=1)]),
        values[:2000],
        costs[:2000],
    )


def _mean(numbers: Floats) -> Interval:
    return mean(float(numbers.sum()), float((numbers * numbers).sum()), len(numbers), CONFIDENCE)


def _payoff(values: Floats, bids: Floats, asks: Floats) -> Floats:
    """What each value gains on average from each bid, `[value, bid]`, at the price half way between bid and ask."""
    ordered = np.sort(asks)
    below = np.searchsorted(ordered, bids, side="right")
    asks_paid = np.append(0.0, np.cumsum(ordered))[below] / len(asks)
    chance = below / len(asks)
    gain: Floats = values[:, None] * chance - (bids * chance + asks_paid) / 2.0
    return gain


def _buyer_payoffs(asked: Callable[[Floats], Floats]) -> Floats:
    return _payoff(_VALUES, _BIDS, asked(_OTHERS))


def _own_payoffs(offered: Callable[[Floats], Floats], asked: Callable[[Floats], Floats]) -> Floats:
    return np.diagonal(_payoff(_VALUES, offered(_VALUES), asked(_OTHERS)))


def _gain_over(payoffs: Floats, own: Floats) -> float:
    return float((payoffs.max(axis=1) - own).max())


def rows(evidence: AuctionEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    return [
        by_chance(_("gains from trade, mean (9/64)"), 9 / 64, evidence.gains),
        by_chance(_("chance of trade (9/32)"), 9 / 32, evidence.trade),
        by_chance(_("gains if everybody told the truth and kept to it (1/6)"), 1 / 6, evidence.possible),
        same(_("most that a buyer of any value gains by another bid"), 0, evidence.buyer_gain, 1e-4, 5),
        same(_("most that a seller of any cost gains by another ask"), 0, evidence.seller_gain, 1e-4, 5),
        at_least(
            _("for comparison: most that a buyer gains by another bid where all bid the truth"),
            0.05,
            Interval(evidence.truthful_gain, None, None),
        ),
    ]


def draw(evidence: AuctionEvidence, language: Language) -> Figure:
    """Who trades, and the best bid for each value."""
    from negotiation_sim.figures.style import FAINT, LABEL, LOOKS, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Left: pairs of a buyer's value and a seller's cost. A trade would be worth while above the dashed line; it "
        "happens above the full one, where the buyer's value is a quarter more. Right: the bid that pays best against "
        "the seller of the equilibrium, found by trying, and the bid of the equilibrium."
    )
    figure = new_picture(_("What is lost when values are private"), caption, width=12.0)
    left, right = figure.subplots(1, 2)
    trade = bid(evidence.values) >= ask(evidence.costs)
    cloud = {"s": 6, "rasterized": True}
    left.scatter(evidence.costs[~trade], evidence.values[~trade], color=FAINT, label=_("no trade"), **cloud)
    left.scatter(evidence.costs[trade], evidence.values[trade], color=LOOKS[2]["color"], label=_("trade"), **cloud)
    left.plot([0, 1], [0, 1], color="black", linestyle="--")
    left.plot([0, 0.75], [0.25, 1], color="black", linewidth=2)
    left.set_xlabel(_("cost of the seller"), fontsize=LABEL)
    left.set_ylabel(_("value of the buyer"), fontsize=LABEL)
    left.legend(fontsize=SMALL, loc="lower right", markerscale=3)
    trades = _VALUES > 0.25  # below, no bid that is worth making meets an ask
    right.plot(_VALUES, bid(_VALUES), color="black", linewidth=2, label=_("bid of the equilibrium"))
    right.plot(
        _VALUES[trades][::3], evidence.best_bids[trades][::3], "o", color=LOOKS[0]["color"], label=_("best bid found")
    )
    right.set_xlabel(_("value of the buyer"), fontsize=LABEL)
    right.set_ylabel(_("bid"), fontsize=LABEL)
    right.legend(frameon=False, fontsize=SMALL)
    for axes in (left, right):
        tidy(axes)
    return figure


CHECK = Check(
    name="double_auction",
    title=_("Private values: the double auction"),
    claim=_(
        "A buyer with a value and a seller with a cost, both private and drawn evenly from [0, 1], name a price each "
        "and trade half way between where the bid reaches the ask. In the linear equilibrium they bid 2/3 v + 1/12 and "
        "ask 2/3 c + 1/4, trade in 9/32 of all cases and realise 9/64 of gains where 1/6 would be possible; no other "
        "bid or ask may pay better."
    ),
    source=_(
        "Chatterjee and Samuelson 1983, Operations Research 31; Myerson and Satterthwaite 1983, Journal of Economic "
        "Theory 28."
    ),
    exercised=_(
        "The program's own random numbers (`draws`) and its intervals. The talks of the engine are not at work: they "
        "have no sealed bids."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
