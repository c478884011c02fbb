"""Logistic regression: against odds counted by hand, with shared luck, and where there is no answer."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.analysis.not_estimable import NotEstimable
from negotiation_sim.analysis.ratios import odds_ratio
from negotiation_sim.analysis.regression import agreement_regression, runs_table

QUALITY = "communication.quality"
GRID = pd.DataFrame([{QUALITY: q, "arm": arm} for q in (0.2, 0.5, 0.8) for arm in ("alone", "with mediator")])


def bits(successes: int, n: int) -> np.ndarray:
    return np.arange(n) < successes


def played(chance, runs: int = 3000, seed: int = 1) -> pd.DataFrame:
    """Runs of the grid with shared luck, agreed with this logit of quality and mediator."""
    luck = np.random.default_rng(seed).logistic(size=runs)
    return runs_table(GRID, [luck < chance(q, arm != "alone") for q, arm in GRID.itertuples(index=False)])


def test_a_table_of_runs_repeats_each_cell_for_its_runs() -> None:
    table = runs_table(GRID.iloc[:2], [np.array([True, False]), np.array([False, True, True])])
    assert table[QUALITY].tolist() == [0.2] * 5
    assert table["arm"].tolist() == ["alone"] * 2 + ["with mediator"] * 3
    assert table["run"].tolist() == [0, 1, 0, 1, 2]
    assert table["agreed"].tolist() == [True, False, False, True, True]


def test_of_two_arms_it_is_the_odds_ratio_and_with_independent_runs_nearly_its_interval() -> None:
    cells = pd.DataFrame({"arm": ["alone", "with mediator"]})
    table = runs_table(cells, [bits(300, 1000), bits(450, 1000)]).assign(run=np.arange(2000))
    found = agreement_regression(table, ["arm"])
    expected = odds_ratio(450, 1000, 300, 1000)
    assert found["term"].tolist() == ["arm: with mediator"]
    assert found["odds_ratio"][0] == pytest.approx(expected.value, rel=1e-6)
    assert (found["low"][0], found["high"][0]) == pytest.approx((expected.low, expected.high), rel=1e-3)
    assert found["p"][0] < 1e-10


def test_repeating_every_run_under_its_number_adds_no_certainty() -> None:
    table = played(lambda q, helped: 2 * q - 1 + 0.5 * helped, runs=1000)
    once = agreement_regression(table, [QUALITY, "arm"])
    twice = agreement_regression(pd.concat([table, table]), [QUALITY, "arm"])
    assert twice["odds_ratio"].to_numpy() == pytest.approx(once["odds_ratio"].to_numpy(), rel=1e-6)
    assert twice["low"].to_numpy() == pytest.approx(once["low"].to_numpy(), rel=1e-3)


def test_shared_luck_makes_the_effect_of_an_arm_surer_than_fresh_luck_would() -> None:
    table = played(lambda q, helped: 2 * q - 1 + 0.5 * helped)
    shared = agreement_regression(table, [QUALITY, "arm"]).set_index("term").loc["arm: with mediator"]
    fresh = agreement_regression(table.assign(run=np.arange(len(table))), [QUALITY, "arm"]).set_index("term")
    assert shared["high"] - shared["low"] < 0.5 * (fresh["high"] - fresh["low"])["arm: with mediator"]


def test_finds_the_odds_ratios_that_the_runs_were_made_with() -> None:
    found = agreement_regression(
        played(lambda q, helped: -1 + 2 * q + helped * (1.2 - 1.5 * q)), [QUALITY, "arm"], [(QUALITY, "arm")]
    ).set_index("term")
    assert found.index.tolist() == [QUALITY, "arm: with mediator", f"{QUALITY} x arm: with mediator"]
    true = np.exp([2.0, 1.2, -1.5])
    assert ((found["low"] < true) & (true < found["high"])).all()
    assert (found["p"] < 0.05).all()


def test_what_changes_no_run_has_an_odds_ratio_of_1_without_error() -> None:
    cells = pd.DataFrame([{"skill": s, "arm": a} for s in (0.0, 0.25, 0.5, 0.75, 1.0) for a in ("alone", "mediator")])
    luck = np.random.default_rng(1).logistic(size=5000)
    table = runs_table(cells, [luck < 0.5 * s * (arm != "alone") for s, arm in cells.itertuples(index=False)])
    found = agreement_regression(table, ["skill", "arm"], [("skill", "arm")]).set_index("term")
    assert found.loc["skill"].tolist() == pytest.approx([1.0, 1.0, 1.0, 1.0], abs=1e-6)
    assert found.loc["skill x arm: mediator", "p"] < 1e-9


def test_is_the_same_whatever_a_column_is_called() -> None:
    table = played(lambda q, helped: 2 * q - 1 + 0.5 * helped, runs=500)
    odd = 'parties.*.it\'s [a] "name": x'
    one = agreement_regression(table, [QUALITY, "arm"], [(QUALITY, "arm")])
    other = agreement_regression(table.rename(columns={QUALITY: odd}), [odd, "arm"], [(odd, "arm")])
    assert other["term"].tolist() == [odd, "arm: with mediator", f"{odd} x arm: with mediator"]
    assert other.drop(columns="term").equals(one.drop(columns="term"))


@pytest.mark.parametrize(
    ("successes", "message"),
    [
        ((0, 20, 0, 20, 0, 20), "arm: with mediator"),  # the arm decides all
        ((5, 20, 9, 20, 12, 20), "'arm: with mediator'"),  # one arm always agrees
        ((0, 0, 0, 0, 20, 20), "communication.quality"),  # a threshold
        ((20, 20, 20, 20, 20, 20), "all runs ended alike"),
        ((0, 0, 0, 0, 0, 0), "all runs ended alike"),
    ],
)
def test_where_a_factor_foretells_the_outcome_it_says_so(successes: tuple[int, ...], message: str) -> None:
    table = runs_table(GRID, [bits(k, 20) for k in successes])
    with pytest.raises(NotEstimable, match=message):
        agreement_regression(table, [QUALITY, "arm"])


@pytest.mark.parametrize(
    "successes",
    [
        (5, 9, 9, 12, 12, 20),  # one point always agrees, which the others put into perspective
        (0, 20, 20, 0, 0, 20),  # every point is certain, but neither factor foretells which way
    ],
)
def test_points_that_are_certain_do_not_hinder_an_answer(successes: tuple[int, ...]) -> None:
    table = runs_table(GRID, [bits(k, 20) for k in successes])
    found = agreement_regression(table, [QUALITY, "arm"])
    assert found["odds_ratio"].between(1e-2, 1e2).all()


@settings(max_examples=40)
@given(st.lists(st.integers(0, 4), min_size=6, max_size=6), st.booleans())
def test_either_there_is_an_answer_or_it_says_why_not(successes: list[int], together: bool) -> None:
    table = runs_table(GRID, [np.roll(bits(k, 4), i) for i, k in enumerate(successes)])
    table["run"] = np.arange(len(table))
    try:
        found = agreement_regression(table, [QUALITY, "arm"], [(QUALITY, "arm")] if together else [])
    except NotEstimable:
        return
    numbers = found[["odds_ratio", "low", "high"]].to_numpy()
    # The most that 4 runs at each of 6 points can say without foretelling anything.
    assert ((numbers[:, 0] > 1e-9) & (numbers[:, 0] < 1e9)).all()
    assert ((numbers[:, 1] <= numbers[:, 0]) & (numbers[:, 0] <= numbers[:, 2])).all()


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda t: agreement_regression(t, ["mediator.skill"]), ValueError, "no such column: mediator.skill"),
        (lambda t: agreement_regression(t, []), ValueError, "needs a factor"),
        (lambda t: agreement_regression(t, ["arm"], [("arm", QUALITY)]), ValueError, f"a factor itself: {QUALITY}"),
        (lambda t: agreement_regression(t.assign(x=1.0), ["arm", "x"]), NotEstimable, "'x' says nothing"),
        (lambda t: agreement_regression(t.assign(x=2 * t[QUALITY] + 1), [QUALITY, "x"]), NotEstimable, "'x' says"),
        (lambda t: agreement_regression(t.assign(run=t["run"] % 2), [QUALITY, "arm"]), NotEstimable, "2 run numbers"),
    ],
)
def test_questions_without_an_answer_are_refused(call, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call(played(lambda q, helped: q + helped, runs=50))
