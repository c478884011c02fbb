"""One text, issues that hang together, and two kinds of voters: the dilemma of hill-climbers and annealers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, at_least, same

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

ISSUES = 100
GAMES = 60
PROPOSALS = 20_000
HEAT = 10.0
"""Temperature of an annealer at the start; it falls evenly to 0."""
SEED = 5

PAIRS = ((False, False), (False, True), (True, False), (True, True))
"""Whether the first and the second voter anneal."""
BEFORE = {
    (False, False): (0.747, 0.759, 0.860),
    (False, True): (0.991, 0.512, 0.860),
    (True, True): (0.839, 0.837, 0.982),
}
"""First, second, joint: what a separate program of the same set-up gave once, over 100 games of its own."""
ALIKE = 0.02


class VotersEvidence(NamedTuple):
    """By pair of voters: payoffs of both sides and of both together, one for each game, scaled to [0, 1]."""

    payoffs: dict[tuple[bool, bool], Floats]


def measure() -> VotersEvidence:
    """Let the same games be played by all pairs of voters, and scale what they get."""
    random = np.random.default_rng(SEED)
    tables = 2.0 * random.random((2, GAMES, ISSUES, ISSUES)) - 1.0
    wanted = np.stack([tables[0], tables[1], tables[0] + tables[1]])  # both sides and both together
    game = np.arange(GAMES)
    kinds = np.repeat(np.array(PAIRS), GAMES, axis=0)
    texts = agreed_texts(tables, np.tile(game, len(PAIRS)), kinds, random).reshape(len(PAIRS), GAMES, ISSUES)
    reached = np.einsum("pgi,kgij,pgj->pgk", texts, wanted, texts, optimize=True)
    # Where both sides want the same, or the opposite of it, annealers look for the best text and the worst one.
    extremes = np.concatenate([wanted, -wanted]).reshape(-1, ISSUES, ISSUES)
    annealers = np.ones((len(extremes), 2), dtype=np.bool_)
    found = agreed_texts(np.stack([extremes, extremes]), np.arange(len(extremes)), annealers, random)
    worth = np.einsum("gi,gij,gj->g", found, extremes, found, optimize=True).reshape(2, 3, GAMES)
    best = np.maximum(worth[0].T, reached.max(axis=0))
    worst = np.minimum(-worth[1].T, reached.min(axis=0))
    scaled = (reached - worst) / (best - worst)
    return VotersEvidence({pair: scaled[number] for number, pair in enumerate(PAIRS)})


def agreed_texts(tables: Floats, game: Ints, anneals: NDArray[np.bool_], random: np.random.Generator) -> Floats:
    """The texts that stand at the end, `[negotiation, issue]` of 0 and 1.

    `tables[voter, game]` says what each pair of ones is worth; `game[negotiation]` and `anneals[negotiation, voter]`
    say who plays what. The mediator flips an issue drawn by lot; the change stands when both say yes: a hill-climber
    to gains, an annealer also to a loss, with the chance exp(gain / temperature). Negotiations of one game have the
    same luck.
    """
    count, games = len(game), tables.shape[1]
    pairs = tables + tables.transpose(0, 1, 3, 2)
    own = np.einsum("vgii->vgi", tables)
    for issue in range(ISSUES):
        pairs[:, :, issue, issue] = 0.0
    text = (random.random((games, ISSUES)) < 0.5).astype(np.float64)[game]
    # What turning an issue on would add, given the rest of the text.
    adds = np.einsum("vgij,gj->vgi", pairs[:, game], text, optimize=True) + own[:, game]
    one = np.arange(count)
    for proposal in range(PROPOSALS):
        luck = random.random((3, games))[:, game]
        issue = (luck[0] * ISSUES).astype(np.int64)
        turn = 1.0 - 2.0 * text[one, issue]
        gain = turn * adds[:, one, issue]
        temperature = HEAT * (1.0 - proposal / PROPOSALS)
        bold = luck[1:] < np.exp(np.minimum(gain / temperature, 0.0))
        yes = (gain > 0.0) | (bold & anneals.T)
        stands = np.flatnonzero(yes[0] & yes[1])
        changed = issue[stands]
        text[stands, changed] += turn[stands]
        adds[:, stands] += turn[stands, None] * pairs[:, game[stands], changed]
    return text


def _mean(numbers: Floats) -> Interval:
    return mean(float(numbers.sum()), float((numbers * numbers).sum()), len(numbers), CONFIDENCE)


def rows(evidence: VotersEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    names = {
        (False, False): _("two hill-climbers"),
        (False, True): _("hill-climber and annealer"),
        (True, True): _("two annealers"),
    }
    whose = (_("{voters}: the first gets"), _("{voters}: the second gets"), _("{voters}: both together"))
    found = []
    for pair, name in names.items():
        means = evidence.payoffs[pair].mean(axis=0)
        for text, before, now in zip(whose, BEFORE[pair], means, strict=True):
            found.append(same(text.format(voters=name), before, float(now), ALIKE, 3))
    exploits, reward = evidence.payoffs[False, True][:, 0], evidence.payoffs[True, True][:, 0]
    punishment, exploited = evidence.payoffs[False, False][:, 0], evidence.payoffs[True, False][:, 0]
    steps = {
        _("against an annealer, climbing brings more than annealing: by"): exploits - reward,
        _("two annealers have more than two hill-climbers: by"): reward - punishment,
        _("against a hill-climber, climbing brings more than annealing: by"): punishment - exploited,
        _("taking turns at exploiting brings less than annealing together: by"): reward - (exploits + exploited) / 2.0,
    }
    return found + [at_least(text, 0.0, _mean(difference), 3) for text, difference in steps.items()]


def draw(evidence: VotersEvidence, language: Language) -> Figure:
    """What both voters get in each game, by pair of voters."""
    from negotiation_sim.figures.style import LABEL, LOOKS, SMALL, new_picture, tidy

    _ = language.gettext
    names = {
        (False, False): _("two hill-climbers"),
        (False, True): _("hill-climber and annealer"),
        (True, False): _("annealer and hill-climber"),
        (True, True): _("two annealers"),
    }
    caption = _(
        "{games} games of {issues} issues that hang together, {proposals} proposals each; large marks are means. "
        "Scale: 0 the worst text for a side and 1 the best one, of those that were found. Who gives way at times "
        "does well with its like and badly with one who never does: a prisoner's dilemma."
    ).format(
        games=language.numbers.whole(GAMES),
        issues=language.numbers.whole(ISSUES),
        proposals=language.numbers.whole(PROPOSALS),
    )
    figure = new_picture(_("Who gives way at times, and with whom"), caption, width=10.0, height=8.5)
    axes = figure.add_subplot()
    for look, (pair, name) in zip(LOOKS[::2], names.items(), strict=False):
        first, second = evidence.payoffs[pair][:, 0], evidence.payoffs[pair][:, 1]
        axes.plot(first, second, look["marker"], color=look["color"], markersize=4, alpha=0.5)
        mark = look["marker"]
        axes.plot(
            first.mean(), second.mean(), mark, color=look["color"], markersize=16, mec="black", label=name, zorder=3
        )
    axes.set_xlabel(_("what the first voter gets"), fontsize=LABEL)
    axes.set_ylabel(_("what the second voter gets"), fontsize=LABEL)
    axes.legend(frameon=False, fontsize=SMALL, loc="lower left")
    tidy(axes)
    return figure


CHECK = Check(
    name="single_text_voters",
    title=_("A single text and two kinds of voters"),
    claim=_(
        "A mediator changes one issue at a time of the last text that both accepted, and both vote. What a yes to one "
        "issue is worth hangs on the others (100 yes-or-no issues, every pair worth something drawn evenly from [-1, "
        "1] to each side). Hill-climbers accept only gains; annealers accept losses too, with a chance that falls to "
        "0. Two annealers must do better than two hill-climbers, and an annealer must be exploited by a hill-climber: "
        "the order of a prisoner's dilemma. Payoffs are scaled between the worst and the best text that annealing "
        "finds for that side; the expected ones are those of a separate program of ours for the same set-up, within "
        "0.02."
    ),
    source=_(
        "Klein, Faratin, Sayama and Bar-Yam 2003, Group Decision and Negotiation 12, for the setting and the dilemma. "
        "Their payoffs are not repeated here: scaling, number of issues and length are ours."
    ),
    exercised=_(
        "Only the intervals of the analysis. Values in the engine are additive, so issues that hang together cannot be "
        "put into it: texts and voters are a small program of their own."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
