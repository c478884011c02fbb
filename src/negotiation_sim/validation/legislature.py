"""A proposer drawn by lot, and a majority or everybody to agree: what the quota does to the shares."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.concepts import Floats
from negotiation_sim.scenario.quota import votes_needed
from negotiation_sim.validation.chance import even_numbers
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, by_chance, count, same
from negotiation_sim.validation.exact_play import (
    Game,
    Lot,
    divisions_of_the_pie,
    gain_by_deviating,
    stays,
    turn,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

CASES = (
    (3, 0.5, 0.9),
    (3, 0.5, 0.8),
    (3, "unanimity", 0.9),
    (3, "unanimity", 0.8),
    (5, 0.5, 0.9),
    (5, "unanimity", 0.9),
)
"""Sides, quota as a scenario file writes it, discount."""
GAMES = 20_000
_FOR_EVER = 60  # rounds; nothing after the second is ever reached
_PIECES = 25


class Played(NamedTuple):
    """One case: yeses needed, shares of proposer and partner, how many say no, what a side has over drawn lots."""

    needed: int
    proposer: float
    partner: float
    excluded: int
    average: Interval
    late: int


class LegislatureEvidence(NamedTuple):
    """All cases, what deviating would gain with three sides, and the proposer's share by quota of five."""

    cases: dict[tuple[int, float | str, float], Played]
    gains: dict[float | str, float]
    by_quota: dict[int, float]


def proposers_share(sides: int, needed: int, discount: float) -> float:
    """What the proposer keeps when it must win `needed` - 1 others, each of whom can expect 1/`sides` by waiting."""
    return 1.0 - discount * (needed - 1) / sides


def legislature(sides: int, needed: int, discount: float) -> Game:
    """The stationary equilibrium: partners by lot get what waiting would bring them, the others nothing."""
    everybody = range(sides)
    lots = [Lot(p, order) for p in everybody for order in permutations(q for q in everybody if q != p)]

    def offer(_round: int, lot: Lot) -> Floats:
        shares = np.zeros(sides)
        shares[list(lot.others[: needed - 1])] = discount / sides
        shares[lot.proposer] = 1.0 - shares.sum()
        return shares

    return Game(
        np.full(sides, discount),
        needed,
        lambda _round: lots,
        offer,
        lambda _round, _side: discount / sides,
        stays,
        np.zeros(sides),
        _FOR_EVER,
    )


def measure() -> LegislatureEvidence:
    """Play every case by all lots and by lots drawn, and try all deviations with three sides."""
    divisions = divisions_of_the_pie(3, _PIECES)
    gains = {
        quota: gain_by_deviating(legislature(3, votes_needed(quota, 3), 0.9), 0, divisions)
        for quota in (0.5, "unanimity")
    }
    by_quota = {}
    for needed in range(2, 6):
        game = legislature(5, needed, 0.9)
        by_quota[needed] = float(game.offer(0, game.lots(0)[0])[0]) if _agreed(game) else 0.0
    return LegislatureEvidence({case: _played(*case) for case in CASES}, gains, by_quota)


def _agreed(game: Game) -> bool:
    return all(turn(game, 0, lot, game.offer(0, lot)).agreed for lot in game.lots(0))


def _played(sides: int, quota: float | str, discount: float) -> Played:
    needed = votes_needed(quota, sides)
    game = legislature(sides, needed, discount)
    lots = game.lots(0)
    turns = [turn(game, 0, lot, game.offer(0, lot)) for lot in lots]
    drawn = (even_numbers(GAMES, who=2) * len(lots)).astype(np.int64)
    first = np.array([played.shares[0] if played.agreed else 0.0 for played in turns])[drawn]
    one, lot = turns[0], lots[0]
    return Played(
        needed,
        float(one.shares[lot.proposer]),
        float(one.shares[lot.others[0]]),
        sum(not said for said in one.yes),
        mean(float(first.sum()), float((first * first).sum()), GAMES, CONFIDENCE),
        sum(not turns[i].agreed for i in drawn),
    )


def rows(evidence: LegislatureEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _, number = language.gettext, language.numbers.as_given
    found = []
    for (sides, quota, discount), played in evidence.cases.items():
        needed = sides if quota == "unanimity" else sides // 2 + 1
        case = _("{sides} sides, {needed} yeses, discount {discount}: {{what}}").format(
            sides=sides, needed=needed, discount=number(discount)
        )
        share = proposers_share(sides, needed, discount)
        found += [
            same(case.format(what=_("the proposer keeps")), share, played.proposer),
            count(case.format(what=_("sides left out")), sides - needed, played.excluded),
            by_chance(case.format(what=_("worth to a side before the lot")), 1.0 / sides, played.average),
        ]
    late = sum(played.late for played in evidence.cases.values())
    text = _("games without agreement at once, of {games}")
    found.append(count(text.format(games=language.numbers.whole(GAMES * len(CASES))), 0, late))
    text = _("three sides, {needed} yeses: most gained by one deviation")
    for quota, gain in evidence.gains.items():
        found.append(same(text.format(needed=votes_needed(quota, 3)), 0.0, gain))
    return found


def draw(evidence: LegislatureEvidence, language: Language) -> Figure:
    """How the pie is divided with a majority and with unanimity, and the proposer's share by quota."""
    from negotiation_sim.figures.style import LABEL, LOOKS, SHADES, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Discount 0.9. With a majority of three the proposer buys one yes and leaves one side out; with unanimity it "
        "must buy two. Right: five sides; line: 1 - d(q - 1)/n, marks: played."
    )
    figure = new_picture(_("What the quota does to the shares"), caption, width=12.0)
    left, right = figure.subplots(1, 2)
    three = {played.needed: played for case, played in evidence.cases.items() if case[0] == 3 and case[2] == 0.9}
    names = [_("two of three"), _("all three")]
    keeps = [played.proposer for played in three.values()]
    gets = [played.partner for played in three.values()]
    last = [1.0 - keep - get for keep, get in zip(keeps, gets, strict=True)]
    below = [0.0, 0.0]
    for shade, text, parts in (
        (SHADES[0], _("proposer"), keeps),
        (SHADES[2], _("partner"), gets),
        (SHADES[4], _("the third side"), last),
    ):
        left.bar(names, parts, bottom=below, color=shade, edgecolor="black", label=text, width=0.55)
        below = [low + part for low, part in zip(below, parts, strict=True)]
    left.set_ylabel(_("share of the pie"), fontsize=LABEL)
    left.set_ylim(0.0, 1.3)
    left.legend(frameon=False, fontsize=SMALL, ncols=3, loc="upper center")
    quotas = list(evidence.by_quota)
    right.plot(quotas, [proposers_share(5, needed, 0.9) for needed in quotas], color="black", linewidth=2)
    marks = {key: part for key, part in LOOKS[2].items() if key != "linestyle"}
    right.plot(quotas, list(evidence.by_quota.values()), linestyle="none", markersize=11, **marks)
    right.set_xticks(quotas)
    right.set_ylim(0.0, 1.0)
    right.set_xlabel(_("yeses needed, of five"), fontsize=LABEL)
    right.set_ylabel(_("the proposer keeps"), fontsize=LABEL)
    tidy(left, grid="y")
    tidy(right)
    return figure


CHECK = Check(
    name="legislature",
    title=_("A proposer by lot: majority and unanimity"),
    claim=_(
        "In each round a side drawn by lot proposes a division and the others vote at once on it (closed rule). In the "
        "stationary equilibrium the proposer wins just as many others as the quota asks, each with what waiting would "
        "bring, leaves the rest out and keeps 1 - d(q - 1)/n. Agreement comes at once, and before the lot the pie is "
        "worth 1/n to everybody."
    ),
    source=_("Baron and Ferejohn 1989, American Political Science Review 83."),
    exercised=_(
        "The quota of the engine and its random numbers, which draw the lots. The engine's protocols have turns "
        "instead of lots, and its sides do not discount: the player of exact strategies is a small one of its own."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
