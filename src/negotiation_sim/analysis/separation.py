"""Whether a logistic regression has an answer at all: no term foretells the outcome, and all can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext

import numpy as np

from negotiation_sim.analysis.not_estimable import NotEstimable
from negotiation_sim.analysis.terms import CONSTANT
from negotiation_sim.concepts import Floats, Ints

_NEGLIGIBLE = 1e-7


def check_estimable(terms: Sequence[str], design: Floats, agreed: Ints, runs: Ints) -> None:
    """Raise NotEstimable where terms cannot be told apart, or some of them foretell the outcome.

    `design` [cell, term], and for each cell how many of how many runs agreed.
    """
    scaled = design / np.abs(design).max(axis=0, initial=0.0).clip(min=_NEGLIGIBLE)
    for count in range(2, len(terms) + 1):
        if np.linalg.matrix_rank(scaled[:, :count]) < count:
            told = gettext(
                "{term} says nothing that the terms before it do not say: it has one value only, or goes with them; "
                "leave it out"
            )
            raise NotEstimable(told.format(term=repr(terms[count - 1])))
    if agreed.sum() in (0, runs.sum()):
        raise NotEstimable(
            gettext("all runs ended alike, with an agreement or without one: there is nothing to explain")
        )
    weights = _direction(scaled, agreed, runs)
    if any(weights):
        foretelling = [repr(term) for term, weight in zip(terms, weights, strict=True) if weight and term != CONSTANT]
        told = gettext(
            "the outcome of some points can be foretold without one exception, so that an odds ratio is infinite "
            "({terms}); play more runs, or leave out points at which all runs or none agree"
        )
        raise NotEstimable(told.format(terms=", ".join(foretelling)))


def _direction(design: Floats, agreed: Ints, runs: Ints) -> list[bool]:
    """Which terms take part in a weighted sum that is never on the wrong side of an outcome, and somewhere right.

    There is such a sum exactly where the most likely odds ratios are infinite, and a linear programme finds it.
    Source: Albert and Anderson 1984, Biometrika 71:1-10; Konis 2007, DPhil thesis, University of Oxford, chapter 4.
    """
    from scipy.optimize import linprog

    never, always = agreed == 0, agreed == runs
    one_sided = np.vstack([design[always], -design[never]])
    if len(one_sided) == 0:
        return [False] * design.shape[1]
    mixed = design[~never & ~always]
    best = linprog(
        -one_sided.mean(axis=0),
        A_ub=-one_sided,
        b_ub=np.zeros(len(one_sided)),
        A_eq=mixed if len(mixed) else None,
        b_eq=np.zeros(len(mixed)) if len(mixed) else None,
        bounds=(-1.0, 1.0),
    )
    if best.x is None or -best.fun * len(one_sided) <= _NEGLIGIBLE:
        return [False] * design.shape[1]
    return [bool(abs(weight) > _NEGLIGIBLE) for weight in best.x]
