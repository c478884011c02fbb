"""Private importances as a Dirichlet draw, and the value table they make of public effects."""

import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.draws import Moment
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules.preferences import (
    conditional_utility,
    draw_importance,
    fill_ideal,
    fill_values,
    gamma_draw,
    is_met,
    utility,
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Floats, Floats, Ints]:
    """Importances, effects and numbers of options of a small table, with unused places in the effects."""
    issues, most, interests = draw(st.integers(1, 4)), draw(st.integers(2, 4)), draw(st.integers(1, 3))
    seed = draw(st.integers(0, 2**32 - 1))
    numbers = np.random.default_rng(seed)
    importance = numbers.dirichlet(np.ones(interests))
    effects = numbers.uniform(-1.0, 1.0, (issues, most, interests))
    options = numbers.integers(2, most + 1, issues)
    return importance, effects, options


@given(table=tables())
def test_the_best_package_is_worth_1_and_the_worst_0(table: tuple[Floats, Floats, Ints]) -> None:
    importance, effects, options = table
    values = np.zeros(effects.shape[:2])
    fill_values(importance, effects, options, len(options), values)
    worth = [utility(values, np.array(package)) for package in itertools.product(*(range(k) for k in options))]
    assert max(worth) == pytest.approx(1.0)
    assert min(worth) == pytest.approx(0.0, abs=1e-12)
    ideal = np.zeros(len(options), dtype=np.int64)
    fill_ideal(values, options, ideal)
    assert utility(values, ideal) == pytest.approx(1.0)


@given(table=tables())
def test_values_are_weighted_effects_up_to_scale(table: tuple[Floats, Floats, Ints]) -> None:
    importance, effects, options = table
    values = np.zeros(effects.shape[:2])
    fill_values(importance, effects, options, len(options), values)
    plain = effects @ importance
    span = sum(plain[j, :k].max() - plain[j, :k].min() for j, k in enumerate(options))
    for j, k in enumerate(options):
        assert values[j, :k] == pytest.approx((plain[j, :k] - plain[j, :k].min()) / span)


def test_values_by_hand() -> None:
    effects = np.array([[[1.0, -1.0], [-1.0, 1.0]], [[0.0, 0.5], [0.0, -0.5]]])
    values = np.zeros((2, 2))
    fill_values(np.array([0.75, 0.25]), effects, np.array([2, 2]), 2, values)
    assert values == pytest.approx(np.array([[0.8, 0.0], [0.2, 0.0]]))


@given(table=tables(), clauses=st.integers(1, 3), numbers=st.integers(0, 2**32 - 1))
def test_options_to_be_invented_leave_the_scale_of_the_ordinary_issues_alone(
    table: tuple[Floats, Floats, Ints], clauses: int, numbers: int
) -> None:
    importance, effects, options = table
    ordinary, most, interests = effects.shape
    alone = np.zeros((ordinary, most))
    fill_values(importance, effects, options, ordinary, alone)
    added = np.random.default_rng(numbers).uniform(-1.0, 1.0, (clauses, interests))
    wide = np.zeros((ordinary + clauses, most, interests))
    wide[:ordinary] = effects
    wide[ordinary:, 1] = added
    values = np.full((ordinary + clauses, most), np.nan)
    fill_values(importance, wide, np.append(options, np.full(clauses, 2)), ordinary, values)
    for j in range(ordinary):
        assert values[j, : options[j]].tolist() == alone[j, : options[j]].tolist()
    plain = effects @ importance
    span = sum(plain[j, :k].max() - plain[j, :k].min() for j, k in enumerate(options))
    assert values[ordinary:, 0].tolist() == [0.0] * clauses
    assert values[ordinary:, 1] == pytest.approx(added @ importance / span)


def test_invented_options_by_hand() -> None:
    """The ordinary issue spans 1; the clauses add a quarter and take three quarters, so that 1 and 0 can be passed."""
    effects = np.array([[[0.5, 0.5], [-0.5, -0.5]], [[0.0, 0.0], [0.5, 0.0]], [[0.0, 0.0], [-0.5, -1.0]]])
    values = np.zeros((3, 2))
    fill_values(np.array([0.5, 0.5]), effects, np.array([2, 2, 2]), 1, values)
    assert values == pytest.approx(np.array([[1.0, 0.0], [0.0, 0.25], [0.0, -0.75]]))
    assert utility(values, np.array([0, 1, 0])) == pytest.approx(1.25)


def test_a_clause_is_measured_from_its_absence_even_where_that_is_not_its_worst() -> None:
    """Without the clause is option 0, whatever that does by itself."""
    effects = np.array([[[1.0], [-1.0]], [[0.4], [0.1]]])
    values = np.zeros((2, 2))
    fill_values(np.array([1.0]), effects, np.array([2, 2]), 1, values)
    assert values[1] == pytest.approx([0.0, -0.15])


def test_where_nothing_matters_everything_is_worth_nothing() -> None:
    values = np.full((1, 2), 9.0)
    fill_values(np.array([1.0]), np.full((1, 2, 1), 0.3), np.array([2]), 1, values)
    assert values.tolist() == [[0.0, 0.0]]


def test_of_equal_options_the_first_is_the_ideal() -> None:
    ideal = np.zeros(2, dtype=np.int64)
    fill_ideal(np.array([[0.1, 0.4, 0.4], [0.6, 0.2, 9.0]]), np.array([3, 2]), ideal)
    assert ideal.tolist() == [1, 0]


def test_a_condition_is_met_where_every_issue_has_one_of_its_options() -> None:
    condition = np.array([[1, 0, 1], [0, 1, 0]])
    met = [package for package in itertools.product(range(3), range(3)) if is_met(condition, np.array(package))]
    assert met == [(0, 1), (2, 1)]


def test_conditions_take_the_worth_of_an_issue_away_or_everything() -> None:
    """Issue 1 counts nothing (0.05) where issue 0 has option 2; both at their second option break the deal."""
    values = np.array([[0.0, 0.2, 0.4], [0.1, 0.6, 0.3]])
    conditions = np.array([[[0, 0, 1], [1, 1, 1]], [[0, 1, 0], [0, 1, 0]]])
    issue_of, nothing = np.array([1, -1]), np.array([0.0, 0.05])
    worth = [
        [conditional_utility(values, conditions, issue_of, nothing, np.array([a, b])) for b in range(3)]
        for a in range(3)
    ]
    assert np.array(worth) == pytest.approx(np.array([[0.1, 0.6, 0.3], [0.3, 0.0, 0.5], [0.45, 0.45, 0.45]]))


EXPECTED = np.array([0.40, 0.30, 0.18, 0.02, 0.0, 0.10])


MANY = 100_000 if HAVE_NUMBA else 4_000
Draw = Callable[[Floats, float, int], Floats]


def compiled_if_possible(function: Callable[..., Floats]) -> Callable[..., Floats]:
    if HAVE_NUMBA:
        import numba

        return numba.njit(function)  # type: ignore[no-any-return]
    return function


@pytest.fixture(scope="module")
def drawn() -> Draw:
    """Importances of one side in many runs."""

    def draw_all(expected, spread, runs):  # type: ignore[no-untyped-def]
        rows = np.empty((runs, len(expected)))
        for run in range(runs):
            draw_importance(expected, spread, Moment(1, run, 0), 2, rows[run])
        return rows

    return compiled_if_possible(draw_all)


@pytest.fixture(scope="module")
def gammas() -> Callable[[float, int], Floats]:
    """Many gamma numbers of one shape."""

    def numbers(shape, runs):  # type: ignore[no-untyped-def]
        out = np.empty(runs)
        for run in range(runs):
            out[run] = gamma_draw(shape, Moment(11, run, 0), 0, 0)
        return out

    return compiled_if_possible(numbers)


@pytest.fixture(scope="module")
def sample(drawn: Draw) -> Floats:
    """Spread 1: a Dirichlet distribution with parameters 6 * EXPECTED."""
    return drawn(EXPECTED, 1.0, MANY)


def test_importances_are_shares(sample: Floats) -> None:
    assert sample.min() >= 0.0
    assert sample.sum(axis=1) == pytest.approx(np.ones(len(sample)))
    assert not sample[:, 4].any()


def test_importances_scatter_around_what_is_expected(sample: Floats) -> None:
    """Near-normal numbers in the gamma draw move the means by up to 0.001."""
    error = np.sqrt(EXPECTED * (1 - EXPECTED) / 7 / len(sample))
    assert np.all(np.abs(sample.mean(axis=0) - EXPECTED) <= 4 * error + 0.001)


def test_importances_scatter_as_much_as_a_dirichlet_distribution(sample: Floats) -> None:
    """Variance e (1 - e) / (G / spread + 1); near-normal numbers make it 1 to 3 % larger."""
    some = EXPECTED > 0
    formula = EXPECTED[some] * (1 - EXPECTED[some]) / 7
    ratio = sample.var(axis=0)[some] / formula
    assert ratio == pytest.approx(np.ones(5), abs=0.06 if HAVE_NUMBA else 0.25)


@given(run=st.integers(0, 10**6), spread=st.just(0.0) | st.floats(1e-6, 5.0))
def test_any_spread_gives_shares(run: int, spread: float) -> None:
    importance = np.zeros(6)
    draw_importance(EXPECTED, spread, Moment(3, run, 0), 1, importance)
    assert importance.sum() == pytest.approx(1.0)
    assert np.all((importance >= 0.0) & (importance <= 1.0))
    assert importance[4] == 0.0


def test_without_spread_importances_are_as_written() -> None:
    importance = np.zeros(6)
    draw_importance(EXPECTED, 0.0, Moment(1, 1, 0), 0, importance)
    assert importance.tolist() == EXPECTED.tolist()


def test_the_wider_the_spread_the_wider_the_scatter(drawn: Draw) -> None:
    scatter = [drawn(EXPECTED, spread, 300)[:, 0].std() for spread in (0.1, 1.0, 5.0)]
    assert scatter == sorted(scatter)


@pytest.mark.parametrize("shape", [0.3, 1.0, 4.0, 30.0])
def test_gamma_draws_have_about_the_right_mean_and_variance(
    gammas: Callable[[float, int], Floats], shape: float
) -> None:
    """Near-normal numbers in it move the mean by up to 2 % and the variance by up to 3 % of the shape."""
    numbers = gammas(shape, MANY)
    assert numbers.min() >= 0.0
    assert numbers.mean() == pytest.approx(shape, rel=0.02 + 4 / math.sqrt(shape * MANY))
    fourth = (2.0 + 6.0 / shape) / MANY  # relative variance of the sample variance
    assert numbers.var() == pytest.approx(shape, rel=0.03 + 4 * math.sqrt(fourth))


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
def test_compiled_importances_have_the_same_bits(drawn: Draw) -> None:
    compiled = drawn(EXPECTED, 1.0, 200)
    plain = np.empty_like(compiled)
    for run in range(200):
        draw_importance(EXPECTED, 1.0, Moment(1, run, 0), 2, plain[run])
    assert np.array_equal(compiled, plain)
