"""Talk between two whose interests differ, face to face and through a mediator who does not pass everything on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.concepts import Floats
from negotiation_sim.validation.chance import even_numbers
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, at_least, by_chance, same

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

CONFLICTS = (0.05, 0.125, 0.2, 0.3, 0.4, 0.5)
MEDIATED = CONFLICTS[1:]
"""Conflicts at which the mediator below has something to do."""
SEARCHED = (0.15, 0.2, 0.3, 0.4)
DRAWS = 200_000
NO_TALK = 1.0 / 12.0
"""Loss of the listener who knows nothing and takes the middle."""

_STATES = (np.arange(20_000) + 0.5) / 20_000


class TalkEvidence(NamedTuple):
    """Losses of the listener by conflict, and what leaving the equilibrium would gain."""

    direct: dict[float, Interval]
    mediated: dict[float, Interval]
    speaker_gain: dict[float, float]
    listener_gain: dict[float, float]
    listener_gain_without_noise: float
    best_noise: dict[float, float]
    best_loss: dict[float, float]


def cuts(conflict: float) -> list[float]:
    """Where the intervals of the best equilibrium of direct talk begin and end."""
    count = max(1, math.ceil(-0.5 + 0.5 * math.sqrt(1.0 + 2.0 / conflict) - 1e-9))
    return [i / count + 2.0 * conflict * i * (i - count) for i in range(count + 1)]


def direct_loss(conflict: float) -> float:
    """What the listener loses on average in the best equilibrium of direct talk."""
    count = len(cuts(conflict)) - 1
    return 1.0 / (12.0 * count**2) + conflict**2 * (count**2 - 1.0) / 3.0


def mediated_loss(conflict: float) -> float:
    """What the listener loses on average with the mediator below."""
    return conflict * (1.0 - conflict) / 3.0


class Mediator(NamedTuple):
    """Hears "low" or "high"; recommends `low` after the first, and after the second `high` or, by chance, `low`.

    The speaker says "high" above `cutoff`; `noise` is the chance that the mediator hides it.
    """

    cutoff: float
    low: float
    high: float
    noise: float

    def chances(self, states: Floats) -> Floats:
        """The chance of the high recommendation in each state, when the speaker keeps to the cutoff."""
        return np.where(states > self.cutoff, 1.0 - self.noise, 0.0)


def mediator_for(conflict: float) -> Mediator:
    """The mediator for conflicts from 1/8 to 1/2; the noise makes both recommendations worth obeying."""
    noise = (8.0 * conflict - 1.0) / (8.0 * (1.0 + conflict))
    return Mediator((1.0 - 2.0 * conflict) / 3.0, conflict, (2.0 - conflict) / 3.0, noise)


def equilibrium_with(conflict: float, noise: float) -> Mediator:
    """What becomes of talk when "high" gets lost that often: cutoff and answers that fit each other."""
    from scipy.optimize import brentq

    def answers(cutoff: float) -> tuple[float, float]:
        hidden = noise * (1.0 - cutoff)
        high = (1.0 + cutoff) / 2.0
        return (cutoff * cutoff / 2.0 + hidden * high) / (cutoff + hidden), high

    def too_high(cutoff: float) -> float:
        return sum(answers(cutoff)) / 2.0 - cutoff - conflict

    cutoff = float(brentq(too_high, 1e-12, 1.0)) if too_high(1e-12) > 0.0 else 1e-12
    return Mediator(cutoff, *answers(cutoff), noise)


def loss_of(mediator: Mediator) -> float:
    """What a listener loses on average that takes the mean state after each recommendation."""
    high = (1.0 - mediator.noise) * (1.0 - mediator.cutoff)
    return 1.0 / 3.0 - high * mediator.high**2 - (1.0 - high) * mediator.low**2


def measure() -> TalkEvidence:
    """Draw states and hidden reports; then look for better reports, better answers and better noise."""
    from scipy.optimize import minimize_scalar

    states, luck = even_numbers(DRAWS, who=3), even_numbers(DRAWS, who=4)
    direct, mediated, speaker_gain, listener_gain = {}, {}, {}, {}
    for conflict in CONFLICTS:
        direct[conflict] = _mean((_direct_answers(conflict, states) - states) ** 2)
    for conflict in MEDIATED:
        mediator = mediator_for(conflict)
        recommended = np.where(luck < mediator.chances(states), mediator.high, mediator.low)
        mediated[conflict] = _mean((recommended - states) ** 2)
        speaker_gain[conflict] = max(_speaker_gain(conflict, mediator), _direct_gain(conflict))
        listener_gain[conflict] = _listener_gain(mediator)
    searched = {
        conflict: minimize_scalar(
            lambda noise, conflict=conflict: loss_of(equilibrium_with(conflict, noise)),
            bounds=(1e-6, 0.6),
            method="bounded",
            options={"xatol": 1e-9},
        )
        for conflict in SEARCHED
    }
    return TalkEvidence(
        direct,
        mediated,
        speaker_gain,
        listener_gain,
        _listener_gain(mediator_for(0.3)._replace(noise=0.0)),
        {conflict: float(found.x) for conflict, found in searched.items()},
        {conflict: float(found.fun) for conflict, found in searched.items()},
    )


def _mean(losses: Floats) -> Interval:
    return mean(float(losses.sum()), float((losses * losses).sum()), len(losses), CONFIDENCE)


def _middles(conflict: float) -> Floats:
    edges = np.array(cuts(conflict))
    middles: Floats = (edges[:-1] + edges[1:]) / 2.0
    return middles


def _direct_answers(conflict: float, states: Floats) -> Floats:
    answers: Floats = _middles(conflict)[np.searchsorted(cuts(conflict)[1:-1], states)]
    return answers


def _direct_gain(conflict: float) -> float:
    """The most that a speaker gains by naming another interval."""
    wished = _STATES + conflict
    own = (_direct_answers(conflict, _STATES) - wished) ** 2
    best = ((_middles(conflict)[:, None] - wished) ** 2).min(axis=0)
    return float((own - best).max())


def _speaker_gain(conflict: float, mediator: Mediator) -> float:
    """The most that a speaker gains by the other report."""
    wished = _STATES + conflict
    low = (mediator.low - wished) ** 2
    high = mediator.noise * low + (1.0 - mediator.noise) * (mediator.high - wished) ** 2
    own = np.where(mediator.cutoff < _STATES, high, low)
    return float((own - np.minimum(low, high)).max())


def _listener_gain(mediator: Mediator) -> float:
    """The most that the listener gains by another answer, after the recommendation where that is most."""
    high = mediator.chances(_STATES)
    gains = []
    for recommended, chance in ((mediator.low, 1.0 - high), (mediator.high, high)):
        best = float((chance * _STATES).sum() / chance.sum())
        gains.append((best - recommended) ** 2)
    return max(gains)


def rows(evidence: TalkEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _, number = language.gettext, language.numbers.as_given
    found = []
    for conflict, loss in evidence.direct.items():
        text = _("conflict {conflict}, direct talk: mean loss of the listener").format(conflict=number(conflict))
        found.append(by_chance(text, direct_loss(conflict), loss, 5))
    for conflict, loss in evidence.mediated.items():
        text = _("conflict {conflict}, mediator: mean loss of the listener").format(conflict=number(conflict))
        found.append(by_chance(text, mediated_loss(conflict), loss, 5))
    for conflict, noise in evidence.best_noise.items():
        text = _("conflict {conflict}: share of high reports to hide, found by trying").format(
            conflict=number(conflict)
        )
        found.append(same(text, mediator_for(conflict).noise, noise, 1e-4))
        text = _("conflict {conflict}: loss with it").format(conflict=number(conflict))
        found.append(same(text, mediated_loss(conflict), evidence.best_loss[conflict], 1e-8, 5))
    without = Interval(evidence.listener_gain_without_noise, None, None)
    return [
        *found,
        same(_("most that a speaker gains by another report"), 0.0, max(evidence.speaker_gain.values())),
        same(_("most that the listener gains by another answer"), 0.0, max(evidence.listener_gain.values()), 1e-7),
        at_least(_("for comparison: what it gains where the mediator hides nothing, conflict 0.3"), 0.05, without),
    ]


def draw(evidence: TalkEvidence, language: Language) -> Figure:
    """The listener's loss by conflict, with and without mediator; and by how much the mediator passes on."""
    from negotiation_sim.figures.style import LABEL, LOOKS, PALE, QUIET, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Left: what is lost because interests differ. The mediator wins back the shaded part. Marks: averages over "
        "{draws} draws. Right: the mediator passes on a part of the high reports and hides the rest. Passing on "
        "everything is not the best: when the listener cannot be sure that a low recommendation means a low report, "
        "the speaker has less to fear from the truth. Stars: the mediator of the closed form."
    ).format(draws=language.numbers.whole(DRAWS))
    figure = new_picture(_("Why a mediator should not pass everything on"), caption, width=13.0, height=7.5)
    left, right = figure.subplots(1, 2)
    _draw_by_conflict(left, evidence, language)
    for look, conflict in zip(LOOKS[::2], SEARCHED, strict=False):
        passed = np.linspace(0.4, 1.0 - 1e-6, 241)
        losses = [loss_of(equilibrium_with(conflict, 1.0 - share)) for share in passed]
        label = _("conflict {conflict}").format(conflict=language.numbers.as_given(conflict))
        right.plot(passed, losses, color=look["color"], linewidth=2.5, label=label)
        mediator = mediator_for(conflict)
        right.plot(1.0 - mediator.noise, mediated_loss(conflict), "*", color=look["color"], markersize=18, mec="black")
    right.axhline(NO_TALK, color=QUIET, linestyle=":")
    right.set_xlabel(_("share of high reports that the mediator passes on"), fontsize=LABEL)
    right.set_ylabel(_("mean loss of the listener"), fontsize=LABEL)
    right.legend(frameon=True, edgecolor=PALE, fontsize=SMALL)
    for axes in (left, right):
        tidy(axes)
        axes.yaxis.set_major_formatter(lambda y, at: language.numbers.with_decimal_sign(f"{y:g}"))
    return figure


def _draw_by_conflict(axes: Axes, evidence: TalkEvidence, language: Language) -> None:
    from negotiation_sim.figures.style import LABEL, LOOKS, PALE, QUIET, SMALL

    _ = language.gettext
    conflicts = np.linspace(0.02, 0.6, 581)
    direct = [direct_loss(conflict) for conflict in conflicts]
    within = conflicts[(conflicts >= MEDIATED[0]) & (conflicts <= MEDIATED[-1])]
    mediated = [mediated_loss(conflict) for conflict in within]
    axes.fill_between(within, mediated, [direct_loss(conflict) for conflict in within], color=PALE)
    axes.axhline(NO_TALK, color=QUIET, linestyle=":", label=_("no talk"))
    axes.plot(conflicts, direct, color=LOOKS[0]["color"], linewidth=2.5, label=_("direct talk"))
    axes.plot(within, mediated, color=LOOKS[2]["color"], linewidth=2.5, label=_("through the mediator"))
    for look, measured in ((LOOKS[0], evidence.direct), (LOOKS[2], evidence.mediated)):
        values = [loss.value for loss in measured.values()]
        axes.plot(list(measured), values, look["marker"], color=look["color"], markersize=9, mec="black")
    axes.set_xlabel(_("conflict of interest"), fontsize=LABEL)
    axes.set_ylabel(_("mean loss of the listener"), fontsize=LABEL)
    axes.legend(frameon=False, fontsize=SMALL, loc="lower right")


CHECK = Check(
    name="mediated_talk",
    title=_("Talk and the mediator as a filter"),
    claim=_(
        "A speaker knows a state, drawn evenly from [0, 1]; a listener acts on what it hears and loses the square of "
        "the distance between act and state. The speaker would like the act higher by b, the conflict of interest. In "
        'direct talk the best that words can do is to name one of a few intervals. A mediator who hears "low" or '
        '"high" from the speaker, recommends an act, and hides a part of the high reports does better for b between '
        "1/8 and 1/2: the listener's loss is b(1 - b)/3. No other report and no other answer may pay, and among such "
        "mediators no other share of hidden reports may do better. Below 1/8 this mediator has nothing to add."
    ),
    source=_(
        "Crawford and Sobel 1982, Econometrica 50, for direct talk; that a mediator should filter and add noise: "
        "Goltsman, Hörner, Pavlov and Squintani 2009, Journal of Economic Theory 144. This mediator is worked out "
        "here; that no mediator of any other kind does better is not shown here."
    ),
    exercised=_(
        "The program's own random numbers and intervals. The mediator of the engine works with beliefs and rules of "
        "thumb and plays no equilibrium: it is not at work here."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
