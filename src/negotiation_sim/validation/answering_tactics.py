"""How demands answer the other side: the engine's tit-for-tats beside one written definition of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from negotiation_sim.validation.answers_played import Talk, by_engine, random_sequences, talks_with
from negotiation_sim.validation.check import Check, Row, count, same

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

SAME = 1e-12
"""How far the two may lie apart; both do the same few sums in another order."""
SEQUENCES = 400

_NAMES = {
    "tit_for_tat_relative": _("relative"),
    "tit_for_tat_random_absolute": _("random absolute"),
    "tit_for_tat_averaged": _("averaged"),
}


class Answering(NamedTuple):
    """A side that answers: its rule, its last demand and limits, and who else is at the table."""

    rule: str
    demand: float
    reservation: float
    window: int = 2
    step: float = 0.0
    others: int = 1


BY_HAND = (
    # Offers as they came, who answers, and the demand that follows: worked out with pencil and paper.
    ((0.4, 0.5), Answering("tit_for_tat_relative", 0.8, 0.3), 0.64),
    ((0.4, 0.5), Answering("tit_for_tat_relative", 0.8, 0.7), 0.7),
    ((0.5, 0.4), Answering("tit_for_tat_relative", 0.6, 0.3), 0.75),
    ((0.4, 0.5), Answering("tit_for_tat_relative", 0.8, 0.3, others=2), 0.72),
    ((0.4, 0.5), Answering("tit_for_tat_random_absolute", 0.8, 0.3), 0.7),
    ((0.4, 0.5), Answering("tit_for_tat_random_absolute", 0.8, 0.3, others=2), 0.75),
    ((0.35, 0.4, 0.5), Answering("tit_for_tat_averaged", 0.8, 0.3), 0.68),
    ((0.2, 0.35, 0.4, 0.5), Answering("tit_for_tat_averaged", 0.8, 0.3, window=3), 0.64),
    ((0.4, 0.5), Answering("tit_for_tat_averaged", 0.8, 0.3, window=4), 0.64),
)


class AnswersEvidence(NamedTuple):
    """What the rules answered: by hand, the largest distance on random sequences, and talks as played."""

    by_hand: tuple[float, ...]
    on_sequences: dict[str, float]
    talks: dict[str, list[Talk]]


def answer(offers: Sequence[float], side: Answering) -> float:
    """The next demand after these offers (as worth to the side, oldest first): the definition on the page."""
    if len(offers) < 2:
        return _held(side, side.demand)
    back = min(side.window, len(offers) - 1) if side.rule == "tit_for_tat_averaged" else 1
    rise = (offers[-1] - offers[-1 - back]) / back
    if side.rule == "tit_for_tat_random_absolute":
        return _held(side, side.demand - (rise - side.step) / side.others)
    if offers[-1] <= 0.0:
        return _held(side, side.demand)
    return _held(side, side.demand - side.demand * rise / offers[-1] / side.others)


def _held(side: Answering, demand: float) -> float:
    return min(1.0, max(side.reservation, demand))


def measure() -> AnswersEvidence:
    """Ask the rules on cases worked by hand and on random sequences, and let them answer in whole talks."""
    by_hand = tuple(by_engine(offers, *side) for offers, side, _expected in BY_HAND)
    on_sequences = {
        rule: max(
            abs(by_engine(offers, rule, *rest) - answer(offers, Answering(rule, *rest)))
            for offers, *rest in random_sequences(SEQUENCES)
        )
        for rule in _NAMES
    }
    return AnswersEvidence(by_hand, on_sequences, {rule: talks_with(rule) for rule in _NAMES})


def answered(talk: Talk) -> list[float]:
    """The demands of the side that answers in a talk, round by round, by the definition alone."""
    side = Answering(talk.rule, 1.0, talk.reservation, talk.window, others=talk.others)
    heard: dict[int, list[float]] = {}
    demands = []
    for speaker, worth, step in zip(talk.speakers, talk.worths, talk.steps, strict=True):
        if speaker != talk.seat:
            heard.setdefault(speaker, []).append(worth)
            side = side._replace(demand=answer(heard[speaker], side._replace(step=step)))
        demands.append(side.demand)
    return demands


def rows(evidence: AnswersEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _, number = language.gettext, language.numbers.as_given
    found = []
    by_hand = _("{tactic}, by hand: offers {offers}; demand {demand}, line {line}, others {others}")
    with_window = _("{text}, window {window}")
    for (offers, side, expected), measured in zip(BY_HAND, evidence.by_hand, strict=True):
        shown = {
            "tactic": _(_NAMES[side.rule]),
            "demand": number(side.demand),
            "line": number(side.reservation),
            "others": language.numbers.whole(side.others),
            "offers": " - ".join(number(offer) for offer in offers),
        }
        text = by_hand.format(**shown)
        if side.rule == "tit_for_tat_averaged":
            text = with_window.format(text=text, window=language.numbers.whole(side.window))
        found.append(same(text, expected, measured, SAME))
    on_sequences = _("{tactic}: largest distance from the definition on {count} random sequences")
    in_talks = _("{tactic}: largest distance from the definition in {count} whole talks")
    unmoved = _("{tactic}: whole talks in which the demand never moved")
    for rule, name in _NAMES.items():
        talks = evidence.talks[rule]
        distance = max(abs(a - b) for talk in talks for a, b in zip(answered(talk), talk.demands, strict=True))
        shown = {"tactic": _(name), "count": language.numbers.whole(SEQUENCES)}
        found.append(same(on_sequences.format(**shown), 0.0, evidence.on_sequences[rule], SAME))
        shown["count"] = language.numbers.whole(len(talks))
        found.append(same(in_talks.format(**shown), 0.0, distance, SAME))
        found.append(count(unmoved.format(**shown), 0, sum(min(talk.demands) == 1.0 for talk in talks)))
    return found


def draw(evidence: AnswersEvidence, language: Language) -> Figure:
    """One talk for each tactic: what the other side offered, and what was demanded after it."""
    from negotiation_sim.figures.style import LABEL, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "One talk each in the engine, round by round: the other side gives way evenly from its best package to its "
        "reservation value, and its offers are heard without error. Line: the demand by the definition; marks: the "
        "demand in the talk. A demand falls when an offer is better than before, and rises when it is worse."
    )
    figure = new_picture(_("How demands answer offers"), caption, width=13.0)
    for axes, (rule, name) in zip(figure.subplots(1, 3, sharey=True), _NAMES.items(), strict=True):
        _draw_talk(axes, evidence.talks[rule][0], language)
        axes.set_title(_(name), fontsize=LABEL)
        axes.set_xlabel(_("round"), fontsize=LABEL)
        tidy(axes)
    figure.axes[0].set_ylabel(_("worth to the side that answers"), fontsize=LABEL)
    figure.axes[0].yaxis.set_major_formatter(lambda y, at: language.numbers.with_decimal_sign(f"{y:g}"))
    figure.axes[0].legend(frameon=False, fontsize=SMALL, loc="upper right")
    return figure


def _draw_talk(axes: Axes, talk: Talk, language: Language) -> None:
    from negotiation_sim.figures.style import LOOKS, QUIET

    _ = language.gettext
    own, other = LOOKS[0], LOOKS[2]
    rounds = range(1, len(talk.demands) + 1)
    heard = [(at, worth) for at, who, worth in zip(rounds, talk.speakers, talk.worths, strict=True) if who != talk.seat]
    axes.step(rounds, answered(talk), where="post", color=own["color"], linewidth=1.5)
    axes.plot(rounds, talk.demands, own["marker"], color=own["color"], label=_("demand"))
    axes.plot(*zip(*heard, strict=True), other["marker"], color=other["color"], label=_("offers heard"))
    axes.axhline(talk.reservation, color=QUIET, linestyle=":", label=_("reservation value"))


CHECK = Check(
    name="answering_tactics",
    title=_("Tactics that answer the other side"),
    claim=_(
        "Let x(1), ..., x(t) be what the offers of the side that has just spoken were worth to me, each when I heard "
        "it, A my last demand, r my reservation value, and N how many others are at the table. With fewer than two "
        "offers the demand stays as it is. Then it becomes, held between r and 1: relative, A + A (x(t-1) / x(t) - 1) "
        "/ N; random absolute, A + (x(t-1) - x(t) + s z) / N, with s a scale and z a near-normal number of the round; "
        "averaged, A + A (x(t-g) / x(t) - 1) / (g N), with g the window or t - 1, whichever is smaller. Where x(t) is "
        "0, the two that divide by it leave the demand as it is. The three rules must give just that: where it was "
        "worked out by hand, on random sequences, and in every round of whole talks."
    ),
    source=_(
        "The definition is ours. Faratin, Sierra and Jennings 1998, Robotics and Autonomous Systems 24, named the "
        "three tactics; they are commonly given as own(t-1) y(t-2d) / y(t-2d+2), own(t-1) + y(t-2d) - y(t-2d+2) + a "
        "random step, and own(t-1) y(t-2w) / y(t), with y the other side's proposals for an issue, d a lag, w a "
        "window, and the offers of both sides counted by t. This was not compared with the article itself. Ours are: "
        "worth to the hearer in place of an issue's value, the lag of one offer, the near-normal step, the division "
        "by N, and that the averaged tactic answers with the mean change for each offer of the window and not with "
        "all of it at once."
    ),
    exercised=_(
        "The rules `tit_for_tat_relative`, `tit_for_tat_random_absolute` and `tit_for_tat_averaged` through what a "
        "side of the engine sees, and whole talks in the engine (the Mesa agents): two sides with a clear and with a "
        "poor channel, and three sides. Where the channel is clear, the worth of each offer is worked out here from "
        "the text of the scenario; elsewhere it is what the engine says that was understood."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
