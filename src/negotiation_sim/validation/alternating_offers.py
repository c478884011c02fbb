"""Alternating offers: two sides for ever, to a deadline, with an alternative; three sides with unanimity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.concepts import Floats
from negotiation_sim.scenario.quota import votes_needed
from negotiation_sim.validation.check import Check, Row, same
from negotiation_sim.validation.exact_play import Game, divisions_of_the_pie, gain_by_deviating, in_turn, stays, value

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

DISCOUNTS = ((0.9, 0.8), (0.9, 0.9), (0.5, 0.95))
DEADLINES = (1, 2, 3, 10, 40)
DISCOUNT = 0.9
"""Of everybody, in the games with a deadline, with an alternative and with three sides."""
ALTERNATIVES = (0.3, 0.6)
_LONG = 400
_SHOWN = 30
_DIVISIONS = {2: divisions_of_the_pie(2, 200), 3: divisions_of_the_pie(3, 25)}


class OffersEvidence(NamedTuple):
    """Shares at the first round by exact play, by backward induction, and what deviating would gain."""

    played: dict[tuple[float, float], float]
    induced: dict[tuple[float, float], float]
    to_deadline: dict[int, float]
    with_alternative: dict[float, float]
    induced_alternative: dict[float, float]
    three_sides: Floats
    gains: dict[str, float]
    by_deadline: list[float]


def first_share(own: float, other: float) -> float:
    """Rubinstein's share of the side that proposes first."""
    return (1.0 - other) / (1.0 - own * other)


def induced(discounts: Sequence[float], rounds: int, alternative: float = 0.0) -> list[Floats]:
    """Both shares in each round by backward induction, the sides proposing in turn and the first opening.

    The side that answers takes what saying no would bring: the next round discounted or, where the second side may
    take an alternative instead, the better of both. After the last round there is nothing.
    """
    shares = [np.zeros(2)] * (rounds + 1)
    for round_no in reversed(range(rounds)):
        answers = 1 - round_no % 2
        refused = discounts[answers] * shares[round_no + 1][answers]
        taken = max(refused, alternative) if answers == 1 else refused
        now = np.empty(2)
        now[answers], now[1 - answers] = taken, 1.0 - taken
        shares[round_no] = now
    return shares


def two_sides(discounts: tuple[float, float]) -> Game:
    """Rubinstein's equilibrium: each offers the other what it would have by waiting, and takes no less."""
    waiting = [discounts[p] * first_share(discounts[p], discounts[1 - p]) for p in range(2)]
    return _of_two(discounts, [waiting] * _LONG)


def to_deadline(rounds: int) -> Game:
    """Each takes no less than what the next round would bring; in the last round nothing is too little.

    The first share of what is left, s(T) = 1 for the last who speaks, and s(t) = 1 - d s(t + 1) before.
    """
    speaks = [1.0]
    while len(speaks) < rounds:
        speaks.append(1.0 - DISCOUNT * speaks[-1])
    speaks.reverse()
    least = [[DISCOUNT * share] * 2 for share in speaks[1:]] + [[0.0, 0.0]]
    return _of_two((DISCOUNT, DISCOUNT), least)


def with_alternative(alternative: float) -> Game:
    """As by backward induction, and the second side leaves where that beats waiting."""
    shares = induced((DISCOUNT, DISCOUNT), _LONG, alternative)
    waiting = [DISCOUNT * share for share in shares[1:]]
    least = [[float(share[0]), max(float(share[1]), alternative)] for share in waiting]
    game = _of_two((DISCOUNT, DISCOUNT), least)
    return game._replace(
        outside=np.array([0.0, alternative]),
        leaves=lambda round_no, side: side == 1 and alternative > float(waiting[round_no][1]),
    )


def three_sides() -> Game:
    """The stationary equilibrium with unanimity: shares fall by the discount in the order of turns."""
    order = DISCOUNT ** np.arange(3)
    order /= order.sum()
    lots = in_turn(3)

    def offer(round_no: int, _lot: object) -> Floats:
        return np.roll(order, lots(round_no)[0].proposer)

    def least(round_no: int, side: int) -> float:
        return float(DISCOUNT * offer(round_no + 1, None)[side])

    return Game(np.full(3, DISCOUNT), votes_needed("unanimity", 3), lots, offer, least, stays, np.zeros(3), _LONG)


def _of_two(discounts: tuple[float, float], least: Sequence[Sequence[float]]) -> Game:
    """The one who speaks offers the other the least it takes, which `least[round][side]` says."""
    lots = in_turn(2)

    def offer(round_no: int, _lot: object) -> Floats:
        proposer = lots(round_no)[0].proposer
        shares = np.empty(2)
        shares[1 - proposer] = least[round_no][1 - proposer]
        shares[proposer] = 1.0 - shares[1 - proposer]
        return shares

    return Game(
        np.array(discounts),
        votes_needed("unanimity", 2),
        lots,
        offer,
        lambda round_no, side: least[round_no][side],
        stays,
        np.zeros(2),
        len(least),
    )


def measure() -> OffersEvidence:
    """Play all games, and try all deviations in their first rounds."""
    two = {pair: two_sides(pair) for pair in DISCOUNTS}
    deadline = {rounds: to_deadline(rounds) for rounds in DEADLINES}
    alternative = {worth: with_alternative(worth) for worth in ALTERNATIVES}
    three = three_sides()
    gains = {
        "two": max(_most_gained(game, 2, 2) for game in two.values()),
        "deadline": max(_most_gained(game, 2, min(game.rounds, 4)) for game in deadline.values()),
        "alternative": max(_most_gained(game, 2, 2) for game in alternative.values()),
        "three": _most_gained(three, 3, 3),
    }
    return OffersEvidence(
        {pair: float(value(game, 0)[0]) for pair, game in two.items()},
        {pair: float(induced(pair, _LONG)[0][0]) for pair in DISCOUNTS},
        {rounds: float(value(game, 0)[0]) for rounds, game in deadline.items()},
        {worth: float(value(game, 0)[1]) for worth, game in alternative.items()},
        {worth: float(induced((DISCOUNT, DISCOUNT), _LONG, worth)[0][1]) for worth in ALTERNATIVES},
        value(three, 0),
        gains,
        [float(value(to_deadline(rounds), 0)[0]) for rounds in range(1, _SHOWN + 1)],
    )


def _most_gained(game: Game, sides: int, rounds: int) -> float:
    return max(gain_by_deviating(game, round_no, _DIVISIONS[sides]) for round_no in range(rounds))


def rows(evidence: OffersEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _, number = language.gettext, language.numbers.as_given
    found = []
    for own, other in DISCOUNTS:
        shown = {"own": number(own), "other": number(other)}
        expected = first_share(own, other)
        played = _("two sides, discounts {own} and {other}: share of the first").format(**shown)
        found.append(same(played, expected, evidence.played[own, other]))
        by_steps = _("the same by backward induction over {rounds} rounds").format(rounds=_LONG)
        found.append(same(by_steps, expected, evidence.induced[own, other]))
    # With equal discounts the sum 1 - d + d² - ... has this closed form.
    for rounds, share in evidence.to_deadline.items():
        closed = (1.0 - (-DISCOUNT) ** rounds) / (1.0 + DISCOUNT)
        text = _("deadline after round {rounds}, discount {discount}: share of the first")
        found.append(same(text.format(rounds=rounds, discount=number(DISCOUNT)), closed, share))
    for alternative, share in evidence.with_alternative.items():
        text = _("second side with an alternative worth {alternative}, discount {discount}: its share")
        shown = {"alternative": number(alternative), "discount": number(DISCOUNT)}
        found.append(same(text.format(**shown), evidence.induced_alternative[alternative], share))
    text = _("three sides, unanimity, discount {discount}: share of side {side}")
    for side, share in enumerate(evidence.three_sides):
        expected = DISCOUNT**side / (1.0 + DISCOUNT + DISCOUNT**2)
        found.append(same(text.format(discount=number(DISCOUNT), side=side + 1), expected, float(share)))
    gains = {
        "two": _("two sides: most gained by one deviation"),
        "deadline": _("deadline: most gained by one deviation"),
        "alternative": _("alternative: most gained by one deviation"),
        "three": _("three sides: most gained by one deviation"),
    }
    return found + [same(text, 0.0, evidence.gains[name]) for name, text in gains.items()]


def draw(evidence: OffersEvidence, language: Language) -> Figure:
    """The first share by deadline, and the second side's share by its alternative."""
    from negotiation_sim.figures.style import LABEL, LOOKS, QUIET, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Discount {discount}. Left: who speaks last can ask for everything, so a near deadline swings the shares; a "
        "far one does not. Right: an alternative changes nothing until it is worth more than waiting."
    ).format(discount=language.numbers.as_given(DISCOUNT))
    figure = new_picture(_("Deadlines and alternatives in alternating offers"), caption, width=12.0)
    left, right = figure.subplots(1, 2)
    rounds = range(1, len(evidence.by_deadline) + 1)
    left.plot(rounds, evidence.by_deadline, linewidth=1.5, label=_("with a deadline"), **LOOKS[0])
    forever = first_share(DISCOUNT, DISCOUNT)
    left.axhline(forever, color=QUIET, label=_("without one (Rubinstein)"))
    left.set_xlabel(_("deadline in rounds"), fontsize=LABEL)
    left.set_ylabel(_("share of the first"), fontsize=LABEL)
    alternatives = np.linspace(0.0, 0.9, 46)
    shares = [induced((DISCOUNT, DISCOUNT), _LONG, worth)[0][1] for worth in alternatives]
    right.plot(alternatives, shares, color="black", linewidth=2, label=_("backward induction"))
    marks = {key: part for key, part in LOOKS[2].items() if key != "linestyle"}
    right.plot(
        list(evidence.with_alternative),
        list(evidence.with_alternative.values()),
        linestyle="none",
        markersize=11,
        label=_("played"),
        **marks,
    )
    right.set_xlabel(_("worth of the second side's alternative"), fontsize=LABEL)
    right.set_ylabel(_("share of the second"), fontsize=LABEL)
    for axes in (left, right):
        axes.set_ylim(0.0, 1.05)
        axes.legend(frameon=False, fontsize=SMALL)
        tidy(axes)
    return figure


CHECK = Check(
    name="alternating_offers",
    title=_("Alternating offers"),
    claim=_(
        "Two sides divide a pie and propose in turn; waiting costs each its discount. Strategies in closed form are "
        "played exactly: the shares must be those of the theory, agreement must come at once, and nobody may gain by "
        "leaving the strategy once in the first rounds, at any offer of a fine grid. For an alternative that can be "
        "taken after a no, the expected number is our own backward induction. With three sides and unanimity many "
        "divisions can be equilibria; the stationary one is played."
    ),
    source=_(
        "Rubinstein 1982, Econometrica 50, for two sides; the deadline and the three sides by the same reasoning, "
        "worked out here."
    ),
    exercised=_(
        "The turn order of the protocol `alternating_offers` and the quota of the engine. Discounting and exact "
        "strategies are in a small player of their own, since the sides of the engine follow rules of thumb and do not "
        "discount."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
