"""Talk between two whose interests differ, face to face and through a mediator who does not pass everything on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.concepts import Floats
from negotiation_sim.validation.best_mechanism import (
    GRIDS,
    Mechanism,
    best_mechanism,
    gain_by_any_report,
    without_grid,
)
from negotiation_sim.validation.chance import even_numbers
from negotiation_sim.validation.check import CONFIDENCE, Check, Row, at_least, by_chance, same
from negotiation_sim.validation.mediated_talk_picture import draw
from negotiation_sim.validation.talk_theory import (
    Mediator,
    cuts,
    direct_loss,
    equilibrium_with,
    loss_of,
    mediated_loss,
    mediator_for,
    promised_loss,
)

if TYPE_CHECKING:
    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

CONFLICTS = (0.05, 0.125, 0.2, 0.3, 0.4, 0.5)
MEDIATED = CONFLICTS[1:]
"""Conflicts at which the mediator below has something to do."""
SEARCHED = (0.15, 0.2, 0.3, 0.4)
DRAWS = 200_000
PROGRAMMED = (0.05, 0.125, 0.2, 0.3)
"""Conflicts at which linear programming looks for a better mediator of any kind."""
ON_GRIDS = 2e-4
"""What is left of the grids where a promise binds: the act has a kink that falls between two cells."""

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
    least_loss: dict[float, float]
    least_loss_promised: dict[float, float]
    gain_by_any_report: float


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
    free, bound = ({conflict: _mechanisms(conflict, is_free) for conflict in PROGRAMMED} for is_free in (True, False))
    return TalkEvidence(
        direct,
        mediated,
        speaker_gain,
        listener_gain,
        _listener_gain(mediator_for(0.3)._replace(noise=0.0)),
        {conflict: float(found.x) for conflict, found in searched.items()},
        {conflict: float(found.fun) for conflict, found in searched.items()},
        {conflict: without_grid([best.loss for best in found]) for conflict, found in free.items()},
        {conflict: without_grid([best.loss for best in found]) for conflict, found in bound.items()},
        max(
            gain_by_any_report(best, conflict)
            for by_conflict in (free, bound)
            for conflict, found in by_conflict.items()
            for best in found
        ),
    )


def _mechanisms(conflict: float, is_free: bool) -> list[Mechanism]:
    return [best_mechanism(conflict, grid, is_free) for grid in GRIDS]


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
    for conflict, least in evidence.least_loss.items():
        text = _("conflict {conflict}, any mediator: least loss by linear programming").format(
            conflict=number(conflict)
        )
        found.append(same(text, mediated_loss(conflict), least, 1e-5, 5))
    for conflict, least in evidence.least_loss_promised.items():
        text = _("conflict {conflict}, a listener bound to obey: least loss by linear programming").format(
            conflict=number(conflict)
        )
        found.append(same(text, promised_loss(conflict), least, ON_GRIDS, 5))
    without = Interval(evidence.listener_gain_without_noise, None, None)
    return [
        *found,
        same(_("most that a speaker gains by another report"), 0.0, max(evidence.speaker_gain.values())),
        same(_("most that the listener gains by another answer"), 0.0, max(evidence.listener_gain.values()), 1e-7),
        same(_("most that any report gains in what linear programming found"), 0.0, evidence.gain_by_any_report, 1e-6),
        at_least(_("for comparison: what it gains where the mediator hides nothing, conflict 0.3"), 0.05, without),
    ]


CHECK = Check(
    name="mediated_talk",
    title=_("Talk and the mediator as a filter"),
    claim=_(
        "A speaker knows a state, drawn evenly from [0, 1]; a listener acts on what it hears and loses the square of "
        "the distance between act and state. The speaker would like the act higher by b, the conflict of interest. In "
        'direct talk the best that words can do is to name one of a few intervals. A mediator who hears "low" or '
        '"high" from the speaker, recommends an act, and hides a part of the high reports does better for b between '
        "1/8 and 1/2: the listener's loss is b(1 - b)/3. No other report and no other answer may pay, and among such "
        "mediators no other share of hidden reports may do better. Nor may a mediator of any other kind. Let L be the "
        "listener's loss and S the speaker's in state 0. That no report pays fixes how the speaker's loss changes with "
        "the state (by 2(state + b - mean act)); that the listener does well to obey makes the mean state behind every "
        "recommendation the act itself. Added up over all states the two give 3 L = b(1 - b) + S, and S is never below "
        "0: it is 0 where the lowest state gets its wish for certain, as it does here. Linear programming finds the "
        "same without the argument: the least loss over all mechanisms with a finite number of states and acts, drawn "
        "on to infinitely many. A listener who could promise beforehand to follow the speaker up to 1 - b would lose "
        "less still, b²(1 - 4b/3): that is what the freedom to disobey costs. Below 1/8 this mediator has nothing to "
        "add to direct talk."
    ),
    source=_(
        "Crawford and Sobel 1982, Econometrica 50, for direct talk; that a mediator should filter and add noise: "
        "Goltsman, Hörner, Pavlov and Squintani 2009, Journal of Economic Theory 144. The mediator, the argument that "
        "none does better, and the promise are worked out here; scipy.optimize.linprog (HiGHS) is the second opinion."
    ),
    exercised=_(
        "The program's own random numbers and intervals. The mediator of the engine works with beliefs and rules of "
        "thumb and plays no equilibrium: it is not at work here."
    ),
    measure=measure,
    rows=rows,
    draw=draw,
)
