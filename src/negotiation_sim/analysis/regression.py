"""Which factors agreement depends on, and whether they work together: logistic regression over single runs.

Runs of one number share their luck at all points and under all arms, so they are no independent observations: the
errors are robust to whatever runs of the same number have in common (clusters are run numbers).
Source of the errors: Liang and Zeger 1986, Biometrika 73:13-22.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from gettext import gettext
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.missing_library import needed
from negotiation_sim.analysis.not_estimable import NotEstimable
from negotiation_sim.analysis.separation import check_estimable
from negotiation_sim.analysis.terms import encoded
from negotiation_sim.concepts import Ints

if TYPE_CHECKING:
    import pandas as pd

AGREED, RUN = "agreed", "run"
_NEGLIGIBLE = 1e-9


def runs_table(cells: pd.DataFrame, agreed: Sequence[NDArray[np.bool_]]) -> pd.DataFrame:
    """One row a run: the row of its cell, its number `run`, and whether it `agreed`.

    `cells` has one row a point and arm, with whatever columns; `agreed` for each of them its runs, in order from 0.
    """
    counts = [len(one) for one in agreed]
    table = cells.iloc[np.repeat(np.arange(len(cells)), counts)].reset_index(drop=True)
    return table.assign(
        **{RUN: np.concatenate([np.arange(count) for count in counts]), AGREED: np.concatenate(list(agreed))}
    )


def agreement_regression(
    table: pd.DataFrame,
    factors: Sequence[str],
    interactions: Sequence[tuple[str, str]] = (),
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Odds ratios of agreement, one row a term: `term`, `odds_ratio`, `low`, `high`, `p`.

    `table` is that of `runs_table`, or has its columns `run` and `agreed` by other means. A factor with numbers is one
    term, for one unit more of it; one with words is a term for each value but the first that occurs, against that one.
    Where two factors interact, the term of either alone holds where the other is 0 or has its first value.
    Raises NotEstimable where the runs do not say how large an effect is: a term foretells every outcome, or cannot be
    told from others. Raises ValueError for unknown columns, MissingLibrary without statsmodels.
    """
    import pandas as pd
    from scipy.stats import norm

    missing = [name for name in (*factors, *sum(interactions, ()), RUN, AGREED) if name not in table.columns]
    if missing or not factors:
        raise ValueError(f"no such column: {', '.join(missing)}" if missing else "a regression needs a factor")
    outside = [name for name in dict.fromkeys(sum(interactions, ())) if name not in factors]
    if outside:
        raise ValueError(f"what interacts must be a factor itself: {', '.join(outside)}")
    by_cell = table.groupby(list(factors), sort=False, observed=True, dropna=False)
    cells = by_cell[AGREED].agg(["sum", "size"]).reset_index()
    terms, design = encoded(cells[list(factors)], interactions)
    check_estimable(terms, design, cells["sum"].to_numpy(), cells["size"].to_numpy())
    runs, numbers = pd.factorize(table[RUN])
    if len(numbers) <= len(terms):
        told = gettext("{runs} run numbers are too few for {terms} terms")
        raise NotEstimable(told.format(runs=len(numbers), terms=len(terms)))
    fit = _fitted(table[AGREED].to_numpy(dtype=np.float64), design[by_cell.ngroup().to_numpy()], runs)
    # Where a factor changes no run at all, as a mediator's skill where there is none, shared luck leaves no error, and
    # rounding may leave a variance below 0.
    effects = np.where(np.abs(fit.params) < _NEGLIGIBLE, 0.0, fit.params)
    errors = np.sqrt(np.diag(fit.cov_params()).clip(min=0.0))
    reach = norm.ppf((1.0 + confidence) / 2.0) * errors
    with np.errstate(divide="ignore", invalid="ignore"):
        p_values = np.where(effects == 0.0, 1.0, 2.0 * norm.sf(np.abs(effects) / errors))
    bounds = {"low": np.exp(effects - reach), "high": np.exp(effects + reach)}
    rows = pd.DataFrame({"term": terms, "odds_ratio": np.exp(effects), **bounds, "p": p_values})
    return rows.iloc[1:].reset_index(drop=True)  # the first is the constant: odds, not a ratio


def _fitted(agreed: NDArray[np.float64], design: NDArray[np.float64], runs: Ints) -> Any:
    logit = needed("statsmodels.discrete.discrete_model", "statsmodels", "stats").Logit
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # what matters of them is asked below
        fit = logit(agreed, design).fit(
            disp=0, maxiter=200, cov_type="cluster", cov_kwds={"groups": runs, "use_correction": True}
        )
    if not fit.mle_retvals["converged"] or not np.isfinite(fit.cov_params()).all():
        raise NotEstimable(
            gettext("the regression finds no definite odds ratios; leave out an interaction or a factor")
        )
    return fit
