"""Time to agreement: the share of runs that have agreed by each round, with intervals.

What ends talks without a deal ends them for good: after a walk-away, an award or a ladder that ran out nobody can agree
any more, so these compete with agreement and are not censored. Only the deadline at the last round of all censors: what
the sides would have agreed on later is not known. The right curve is therefore the cumulative incidence of agreement
(Aalen and Johansen 1978, Scandinavian Journal of Statistics 5:141-150). One minus the Kaplan-Meier curve with all other
endings as censored would say how many agreed if nobody could ever walk away, which is more than do. Since censoring
begins at the last round only, the curve is simply the share of all runs that have agreed, and ends at the agreement
rate with its Wilson interval.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from negotiation_sim.analysis.missing_library import needed
from negotiation_sim.concepts import AGREEMENT, DEADLINE, Floats, Ints

CENSORED, AGREED, ENDED_OTHERWISE = 0, 1, 2


@dataclass(frozen=True)
class TimeToAgreement:
    """Of each round in which some run ended: the share of runs with an agreement by then, and its interval."""

    rounds: Ints
    share: Floats
    low: Floats
    high: Floats

    def round_by_which(self, share: float) -> int | None:
        """The first round by which at least this share has agreed; None where so many never do."""
        reached = np.flatnonzero(self.share >= share)
        return int(self.rounds[reached[0]]) if len(reached) else None


def time_to_agreement(rounds: Ints, endings: Ints, confidence: float = 0.95) -> TimeToAgreement:
    """The cumulative incidence of agreement over rounds.

    `rounds[run]` is how many rounds a run took, `endings[run]` how it ended (codes of `concepts.ENDINGS`): columns
    `rounds` and `ending` of a result's rows. The interval of each round is Wilson's for as many runs as give the curve
    its standard error there; it holds for that round, not for all rounds at once.
    Raises ValueError where there is no run, MissingLibrary without statsmodels.
    """
    rounds, endings = np.asarray(rounds, dtype=np.int64), np.asarray(endings, dtype=np.int64)
    if len(rounds) == 0 or len(rounds) != len(endings):
        raise ValueError(f"every run has its rounds and its ending, but there are {len(rounds)} and {len(endings)}")
    is_censored = (endings == DEADLINE) & (rounds == rounds.max())
    status = np.select([endings == AGREEMENT, is_censored], [AGREED, CENSORED], ENDED_OTHERWISE)
    return cumulative_incidence(rounds, status, confidence)


def cumulative_incidence(rounds: Ints, status: Ints, confidence: float = 0.95) -> TimeToAgreement:
    """The cumulative incidence of agreement where `status` says what became of each run in its last round.

    `status[run]` is `AGREED`, `ENDED_OTHERWISE` or, where talks might have gone on, `CENSORED`. Raises MissingLibrary
    without statsmodels.
    """
    times = np.unique(rounds)
    if (status == AGREED).any():
        share, worth = _incidence(rounds, status)
    else:
        share, worth = np.zeros(len(times)), np.zeros(len(times))
    # Without a standard error, before the first and after the last ending, only runs not censored before count.
    left_before = np.sort(rounds[status == CENSORED]).searchsorted(times)
    worth = np.where(worth > 0.0, worth, len(rounds) - left_before)
    proportion = needed("statsmodels.stats.proportion", "statsmodels", "stats")
    low, high = proportion.proportion_confint(share * worth, worth, alpha=1.0 - confidence, method="wilson")
    return TimeToAgreement(times, share, np.clip(low, 0.0, share), np.clip(high, share, 1.0))


def _incidence(rounds: Ints, status: Ints) -> tuple[Floats, Floats]:
    """Cumulative incidence of agreement, and how many runs without censoring are worth its standard error (0: none)."""
    duration = needed("statsmodels.duration.survfunc", "statsmodels", "stats")
    with np.errstate(divide="ignore", invalid="ignore"):  # in the last round everybody leaves the table
        found = duration.CumIncidenceRight(rounds, status)
        share = np.clip(found.cinc[0], 0.0, 1.0)
        worth = share * (1.0 - share) / found.cinc_se[0] ** 2
    return share, np.where(np.isfinite(worth), worth, 0.0)
