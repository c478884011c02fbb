"""How a side's demand falls over time: rational, Faratin's time tactics and Faratin's three tit-for-tats.

Each rule gives the share of the way from the reservation value to the best package that is given up, or the
aspiration itself, a utility between the perceived reservation value and 1.
"""

from __future__ import annotations

import math

from negotiation_sim.concepts import Party, View
from negotiation_sim.rule import rule


@rule
def demand(reservation: float, given_up: float) -> float:
    """The aspiration when the share `given_up` in [0, 1] of the way down to the reservation value is conceded."""
    return reservation + (1.0 - reservation) * (1.0 - given_up)


@rule
def rational(party: Party, view: View) -> float:
    """Gives way along t / (t + k (1 - t)): firmness k > 1 late (Boulware), 1 evenly, < 1 early (Conceder).

    Only + - * /, so that the same bits come out in any language; ours in place of Faratin's power curve.
    """
    t = view.clock
    share = t / (t + party.firmness * (1.0 - t))
    return demand(party.reservation, party.start + (1.0 - party.start) * share)


@rule
def faratin_polynomial(party: Party, view: View) -> float:
    """Faratin, Sierra and Jennings 1998, polynomial tactic: kappa + (1 - kappa) t^(1/beta), beta = 1/firmness."""
    share = math.pow(view.clock, party.firmness)
    return demand(party.reservation, party.start + (1.0 - party.start) * share)


@rule
def faratin_exponential(party: Party, view: View) -> float:
    """Faratin, Sierra and Jennings 1998, exponential tactic: exp((1 - t)^beta ln kappa), beta = 1/firmness.

    Kappa is `start`, at least 0.001, because the logarithm of 0 is not a number.
    """
    beta = 1.0 / party.firmness
    share = math.exp(math.pow(1.0 - view.clock, beta) * math.log(max(party.start, 0.001)))
    return demand(party.reservation, min(1.0, share))


@rule
def time_based(party: Party, view: View) -> float:
    """As in NegMAS: (best - floor) (1 - start) (1 - t^firmness) + floor, less 0.001 of the file's units.

    The floor is the reservation value, or the worst package where that is worth more.
    """
    top = 1.0
    floor = party.reservation
    if len(party.ranked) > 0:
        top = party.ranked[len(party.ranked) - 1]
        floor = max(floor, party.ranked[0])
    share = (1.0 - party.start) * (1.0 - math.pow(view.clock, party.firmness))
    return min(1.0, max(floor, min(top, (top - floor) * share + floor - 0.001 * party.own_unit)))


@rule
def genius_time_based(party: Party, view: View) -> float:
    """As in Genius: 1 - (t - t1)^firmness in the file's units, t1 the time of the first offer, firmness = 1/e."""
    passed = max(0.0, view.clock - 1.0 / (view.deadline + 1.0))
    target = 1.0 - math.pow(passed, party.firmness)
    return min(1.0, max(0.0, (target - party.own_zero) * party.own_unit))


@rule
def _sources(party: Party, view: View) -> int:
    count = 0
    for q in range(len(view.present)):
        if q != party.seat and view.present[q] == 1:
            count += 1
    return max(1, count)


@rule
def _within(party: Party, aspiration: float) -> float:
    return min(1.0, max(party.reservation, aspiration))


@rule
def tit_for_tat_relative(party: Party, view: View) -> float:
    """Answers a concession in the same proportion (Faratin et al. 1998, relative tit-for-tat, lag 1).

    The concession is what the speaker's last two offers were understood to be worth to me; with several others
    each moves me by its share, so that with one other it is Faratin's rule.
    """
    q = view.source
    if q < 0 or view.heard[q] < 2 or view.memory[q, 0] <= 0.0:
        return _within(party, view.aspiration)
    ratio = view.memory[q, 1] / view.memory[q, 0]
    return _within(party, view.aspiration * (1.0 + (ratio - 1.0) / _sources(party, view)))


@rule
def tit_for_tat_random_absolute(party: Party, view: View) -> float:
    """Answers a concession by the same amount, give or take a small random step (Faratin et al. 1998).

    The step is `noise` times a near-normal number of this side and round, where Faratin draws it evenly.
    """
    q = view.source
    if q < 0 or view.heard[q] < 2:
        return _within(party, view.aspiration)
    step = view.memory[q, 1] - view.memory[q, 0] + party.noise * view.luck
    return _within(party, view.aspiration + step / _sources(party, view))


@rule
def tit_for_tat_averaged(party: Party, view: View) -> float:
    """Answers in the proportion of the concessions over the last `window` offers (Faratin et al. 1998, averaged)."""
    q = view.source
    if q < 0 or view.heard[q] < 2:
        return _within(party, view.aspiration)
    lag = min(party.window, int(view.heard[q]) - 1)
    if view.memory[q, 0] <= 0.0:
        return _within(party, view.aspiration)
    ratio = view.memory[q, lag] / view.memory[q, 0]
    return _within(party, view.aspiration * (1.0 + (ratio - 1.0) / (lag * _sources(party, view))))
