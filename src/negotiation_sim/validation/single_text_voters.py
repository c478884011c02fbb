"""The dilemma of hill-climbers and annealers over a single text, and the mediator that anneals in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.concepts import Floats
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, at_least, same
from negotiation_sim.validation.single_text import ISSUES, PROPOSALS, Voting, agreed_texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

GAMES = 60
SEED = 5

CLIMBERS, EXPLOITING = Voting(), Voting(anneal=(False, True))
EXPLOITED, ANNEALERS = Voting(anneal=(True, False)), Voting(anneal=(True, True))
HONEST, ONE_OVERSTATES, BOTH_OVERSTATE = (
    Voting(passes=True, overstate=overstate) for overstate in ((False, False), (True, False), (True, True))
)
HONEST_EVENLY, ONE_OVERSTATES_EVENLY, BOTH_OVERSTATE_EVENLY = (
    pair._replace(evenly=True) for pair in (HONEST, ONE_OVERSTATES, BOTH_OVERSTATE)
)
BY_THEMSELVES = {
    CLIMBERS: _("two hill-climbers"),
    EXPLOITING: _("hill-climber and annealer"),
    EXPLOITED: _("annealer and hill-climber"),
    ANNEALERS: _("two annealers"),
}
WITH_MEDIATOR = {
    HONEST: _("the mediator anneals, both are honest"),
    ONE_OVERSTATES: _("the mediator anneals, the first overstates"),
    BOTH_OVERSTATE: _("the mediator anneals, both overstate"),
    HONEST_EVENLY: _("the mediator anneals evenly, both are honest"),
    ONE_OVERSTATES_EVENLY: _("the mediator anneals evenly, the first overstates"),
    BOTH_OVERSTATE_EVENLY: _("the mediator anneals evenly, both overstate"),
}
NAMES = {**BY_THEMSELVES, **WITH_MEDIATOR}

BEFORE = {
    CLIMBERS: (0.760, 0.760, 0.868),
    EXPLOITING: (0.992, 0.516, 0.859),
    ANNEALERS: (0.843, 0.841, 0.984),
    HONEST: (0.837, 0.836, 0.976),
    ONE_OVERSTATES: (0.916, 0.696, 0.933),
    HONEST_EVENLY: (0.834, 0.838, 0.976),
    ONE_OVERSTATES_EVENLY: (0.719, 0.889, 0.930),
}
"""First, second, joint: what a separate program of the same set-up gave once, over 400 games of its own."""
ALIKE = 0.02
MORE = 0.02
"""By how much at least one way of voting must bring more than another."""


class VotersEvidence(NamedTuple):
    """By pair of voters: payoffs of both sides and of both together, one for each game, scaled to [0, 1]."""

    payoffs: dict[Voting, Floats]


def measure() -> VotersEvidence:
    """Let the same games be played by all pairs of voters, and scale what they get."""
    random = np.random.default_rng(SEED)
    tables = 2.0 * random.random((2, GAMES, ISSUES, ISSUES)) - 1.0
    wanted = np.stack([tables[0], tables[1], tables[0] + tables[1]])  # both sides and both together
    voting = [pair for pair in NAMES for _game in range(GAMES)]
    texts = agreed_texts(tables, np.tile(np.arange(GAMES), len(NAMES)), voting, random)
    texts = texts.reshape(len(NAMES), GAMES, ISSUES)
    reached = np.einsum("pgi,kgij,pgj->pgk", texts, wanted, texts, optimize=True)
    # Where both sides want the same, or the opposite of it, annealers look for the best text and the worst one.
    extremes = np.concatenate([wanted, -wanted]).reshape(-1, ISSUES, ISSUES)
    alone = [ANNEALERS] * len(extremes)
    found = agreed_texts(np.stack([extremes, extremes]), np.arange(len(extremes)), alone, random)
    worth = np.einsum("gi,gij,gj->g", found, extremes, found, optimize=True).reshape(2, 3, GAMES)
    best = np.maximum(worth[0].T, reached.max(axis=0))
    worst = np.minimum(-worth[1].T, reached.min(axis=0))
    scaled = (reached - worst) / (best - worst)
    return VotersEvidence({pair: scaled[number] for number, pair in enumerate(NAMES)})


def _mean(numbers: Floats) -> Interval:
    return mean(float(numbers.sum()), float((numbers * numbers).sum()), len(numbers), CONFIDENCE)


def rows(evidence: VotersEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    whose = (_("{voters}: the first gets"), _("{voters}: the second gets"), _("{voters}: both together"))
    found = []
    for pair, expected in BEFORE.items():
        means = evidence.payoffs[pair].mean(axis=0)
        for text, before, now in zip(whose, expected, means, strict=True):
            found.append(same(text.format(voters=_(NAMES[pair])), before, float(now), ALIKE, 3))
    first, second, both = ({pair: of[:, k] for pair, of in evidence.payoffs.items()} for k in range(3))
    taking_turns = (first[EXPLOITING] + first[EXPLOITED]) / 2.0
    steps = {
        _("against an annealer, climbing brings more than annealing: by"): first[EXPLOITING] - first[ANNEALERS],
        _("two annealers have more than two hill-climbers: by"): first[ANNEALERS] - first[CLIMBERS],
        _("against a hill-climber, climbing brings more than annealing: by"): first[CLIMBERS] - first[EXPLOITED],
        _("taking turns at exploiting brings less than annealing together: by"): first[ANNEALERS] - taking_turns,
        _("both together, hill-climbers: an annealing mediator adds"): both[HONEST] - both[CLIMBERS],
        _("annealing mediator, against honesty: overstating adds"): first[ONE_OVERSTATES] - first[HONEST],
        _("annealing mediator, against overstating: overstating adds"): first[BOTH_OVERSTATE] - second[ONE_OVERSTATES],
        _("evenly annealing mediator, both together: it adds"): both[HONEST_EVENLY] - both[CLIMBERS],
        _("evenly annealing mediator, against honesty: honesty adds"): (
            first[HONEST_EVENLY] - first[ONE_OVERSTATES_EVENLY]
        ),
        _("evenly annealing mediator, against overstating: honesty adds"): (
            second[ONE_OVERSTATES_EVENLY] - first[BOTH_OVERSTATE_EVENLY]
        ),
    }
    return found + [at_least(text, MORE, _mean(difference), 3) for text, difference in steps.items()]


def draw(evidence: VotersEvidence, language: Language) -> Figure:
    """What both voters get in each game, by pair of voters: by themselves, and with a mediator that anneals."""
    from negotiation_sim.figures.style import LABEL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "{games} games of {issues} issues that hang together, {proposals} proposals each; large marks are means. "
        "Scale: 0 the worst text for a side and 1 the best one, of those that were found. Left: who gives way at times "
        "does well with its like and badly with one who never does, a prisoner's dilemma. Right: hill-climbers whose "
        "mediator passes over a no at times. Overstating pays, until the mediator passes over both equally often."
    ).format(
        games=language.numbers.whole(GAMES),
        issues=language.numbers.whole(ISSUES),
        proposals=language.numbers.whole(PROPOSALS),
    )
    figure = new_picture(_("Who gives way at times, and with whom"), caption, width=14.0, height=8.5)
    left, right = figure.subplots(1, 2, sharex=True, sharey=True)
    _draw_pairs(left, evidence, BY_THEMSELVES, language)
    _draw_pairs(right, evidence, WITH_MEDIATOR, language)
    for axes in (left, right):
        axes.set_xlabel(_("what the first voter gets"), fontsize=LABEL)
        tidy(axes)
    left.set_ylabel(_("what the second voter gets"), fontsize=LABEL)
    return figure


def _draw_pairs(axes: Axes, evidence: VotersEvidence, names: dict[Voting, str], language: Language) -> None:
    from negotiation_sim.figures.style import LOOKS, SMALL

    for look, (pair, name) in zip(LOOKS[::2], names.items(), strict=False):
        first, second = evidence.payoffs[pair][:, 0], evidence.payoffs[pair][:, 1]
        mark, label = look["marker"], language.gettext(name)
        axes.plot(first, second, mark, color=look["color"], markersize=4, alpha=0.5)
        axes.plot(
            first.mean(), second.mean(), mark, color=look["color"], markersize=16, mec="black", label=label, zorder=3
        )
    axes.legend(frameon=False, fontsize=SMALL, loc="lower left")


CHECK = Check(
    name="single_text_voters",
    title=_("A single text and two kinds of voters"),
    claim=_(
        "A mediator changes one issue at a time of the last text that both accepted, and both vote. What a yes to one "
        "issue is worth hangs on the others (100 yes-or-no issues, every pair worth something drawn evenly from [-1, "
        "1] to each side). Hill-climbers accept only gains; annealers accept losses too, with a chance that falls to "
        "0. Two annealers must do better than two hill-climbers, and an annealer must be exploited by a hill-climber: "
        "the order of a prisoner's dilemma. The way out is to put the annealing into the mediator: hill-climbers say "
        "whether their no is weak or strong (here: a loss above 5), and the mediator passes over a no with a chance "
        "that falls to 0, as an annealer would accept a loss of 2 or 10. Together they must then have more than "
        "hill-climbers by themselves, but who calls every no a strong one gains by that, against the honest and "
        "against its like: the dilemma is back. Where the mediator passes over both equally often, honesty must pay "
        "against both. Payoffs are scaled between the worst and the best text that annealing finds for that side; the "
        "expected ones are those of a separate program of ours for the same set-up, within 0.02."
    ),
    source=_(
        "Klein, Faratin, Sayama and Bar-Yam 2003, Group Decision and Negotiation 12, for the setting and the dilemma; "
        "Klein, Faratin and Bar-Yam 2002, Lecture Notes in Computer Science 2531, for the annealing mediator and for "
        "rules under which the truth pays. Their payoffs are not repeated here: scaling, number of issues, length, the "
        "two words and what the mediator does with them are ours."
    ),
    exercised=_(
        "Only the intervals of the analysis. Values in the engine are additive, so issues that hang together cannot be "
        "put into it: texts, voters and mediator are a small program of their own."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
