"""The primitive against brute force, and the scores of the two ways to bargain."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Floats, Ints, Party, View
from negotiation_sim.rules.packages import (
    best_package,
    fixed_pie_share,
    heard_position,
    heard_share,
    logrolling_scores,
    mix_scores,
    normalise_scores,
    positional_scores,
)
from negotiation_sim.rules.preferences import utility

SHARE = st.floats(0.0, 1.0)
MakeParty = Callable[..., Party]
MakeView = Callable[..., View]
MakeValues = Callable[..., tuple[Floats, Ints]]


def chosen(scores: Floats, values: Floats, target: float) -> Ints:
    issues, options = values.shape
    package = np.full(issues, -1, dtype=np.int64)
    best_package(scores, values, np.full(issues, options, dtype=np.int64), target, package)
    return package


def total(table: Floats, package: Ints) -> float:
    return float(table[np.arange(len(package)), package].sum())


def all_totals(table: Floats) -> Floats:
    """Of every package, in the same order for tables of the same shape."""
    sums = np.zeros(1)
    for row in table:
        sums = (sums[:, None] + row[None, :]).ravel()
    return sums


def exact_score(scores: Floats, values: Floats, target: float) -> float:
    """Brute force: the highest score of a package worth at least the target."""
    return float(all_totals(scores)[all_totals(values) >= target - 1e-12].max())


def random_values(numbers: np.random.Generator, issues: int, options: int) -> Floats:
    values = numbers.uniform(0.0, 1.0, (issues, options))
    values -= values.min(axis=1, keepdims=True)
    return values / values.max(axis=1).sum()


@st.composite
def problems(draw: st.DrawFn, issues: st.SearchStrategy[int]) -> tuple[Floats, Floats, float]:
    """Scores with a total range of 1, values of a side, and a target."""
    numbers = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    shape = draw(issues), draw(st.integers(2, 5))
    scores = numbers.uniform(-1.0, 1.0, shape)
    scores /= np.ptp(scores, axis=1).sum()
    return scores, random_values(numbers, *shape), draw(SHARE)


@given(problem=problems(st.integers(1, 5)))
def test_the_target_is_always_reached(problem: tuple[Floats, Floats, float]) -> None:
    scores, values, target = problem
    package = chosen(scores, values, target)
    assert utility(values, package) >= target - 1e-9
    assert total(scores, package) <= exact_score(scores, values, target) + 1e-9


@given(problem=problems(st.just(1)))
def test_on_one_issue_the_choice_is_exact(problem: tuple[Floats, Floats, float]) -> None:
    scores, values, target = problem
    package = chosen(scores, values, target)
    assert total(scores, package) == pytest.approx(exact_score(scores, values, target), abs=1e-9)


@given(problem=problems(st.integers(1, 5)))
def test_what_is_liked_best_is_offered_where_the_target_allows(
    problem: tuple[Floats, Floats, float],
) -> None:
    scores, values, _ = problem
    wish = scores.argmax(axis=1)
    assert chosen(scores, values, total(values, wish) - 1e-9).tolist() == wish.tolist()
    assert chosen(scores, values, 0.0).tolist() == wish.tolist()


@given(problem=problems(st.integers(1, 5)))
def test_the_highest_target_gives_the_own_ideal(problem: tuple[Floats, Floats, float]) -> None:
    scores, values, _ = problem
    assert chosen(scores, values, 1.0).tolist() == values.argmax(axis=1).tolist()
    assert chosen(values, values, 0.3).tolist() == values.argmax(axis=1).tolist()


@given(problem=problems(st.integers(1, 5)))
def test_no_single_swap_is_left_that_would_do_better(problem: tuple[Floats, Floats, float]) -> None:
    scores, values, target = problem
    package = chosen(scores, values, target)
    worth, score = total(values, package), total(scores, package)
    for j, now in enumerate(package):
        for k in range(values.shape[1]):
            if worth - values[j, now] + values[j, k] >= target + 1e-9:
                assert score - scores[j, now] + scores[j, k] <= score + 1e-9


def test_of_equally_liked_options_the_own_better_one_is_offered() -> None:
    values = np.array([[0.0, 0.6, 0.3], [0.4, 0.0, 0.0]])
    assert chosen(np.zeros((2, 3)), values, 0.0).tolist() == [1, 0]


def test_options_that_do_not_exist_are_never_offered() -> None:
    scores = np.array([[0.0, 0.2, 9.0], [0.1, 0.0, 0.0]])
    values = np.array([[0.6, 0.0, 9.0], [0.0, 0.1, 0.4]])
    package = np.zeros(2, dtype=np.int64)
    for target in (0.0, 0.5, 0.9, 1.0):
        best_package(scores, values, np.array([2, 3]), target, package)
        assert package[0] < 2


@pytest.fixture(scope="module")
def gaps() -> Floats:
    """Score lost to brute force in 400 random cases of 5 issues with 5 options; the range of scores is 1."""
    numbers = np.random.default_rng(5)
    lost = []
    for _ in range(400):
        own, other = random_values(numbers, 5, 5), random_values(numbers, 5, 5)
        target = float(numbers.uniform(0.5, 0.95))
        lost.append(exact_score(other, own, target) - total(other, chosen(other, own, target)))
    return np.array(lost)


def test_distance_from_the_exact_optimum(gaps: Floats) -> None:
    """Most choices are exact; the rest lose little."""
    assert gaps.min() >= -1e-9
    assert np.mean(gaps < 1e-9) >= 0.92
    assert gaps.mean() <= 0.002
    assert gaps.max() <= 0.08


def test_a_lower_target_on_average_leaves_more_for_the_other() -> None:
    numbers = np.random.default_rng(6)
    cases = [(random_values(numbers, 4, 5), random_values(numbers, 4, 5)) for _ in range(60)]
    left = [np.mean([total(other, chosen(other, own, t)) for own, other in cases]) for t in (0.9, 0.7, 0.5)]
    assert left == sorted(left)


@given(problem=problems(st.integers(1, 5)))
def test_normalised_scores_have_range_1_and_the_same_order(problem: tuple[Floats, Floats, float]) -> None:
    scores, _, _ = problem
    before = scores * 7.0
    after = before.copy()
    normalise_scores(after, np.full(len(after), after.shape[1]))
    assert np.ptp(after, axis=1).sum() == pytest.approx(1.0)
    assert after == pytest.approx(before / np.ptp(before, axis=1).sum())


def test_equal_scores_are_left_alone() -> None:
    scores = np.full((2, 3), 4.0)
    normalise_scores(scores, np.array([3, 3]))
    assert scores.tolist() == [[4.0] * 3] * 2


EFFECTS = np.linspace(-1.0, 1.0, 5)[None, :, None] * np.array([[[1.0, -1.0]], [[1.0, -0.2]], [[-0.3, 1.0]]])
OPTIONS = np.array([5, 5, 5])


@pytest.fixture(scope="session")
def haggler(party: MakeParty, values_of: MakeValues) -> Party:
    """A side that wants options 4, 4, 0 on three issues of five levels."""
    importance = np.array([1.0, 0.0])
    values, ideal = values_of(importance, EFFECTS, OPTIONS)
    return party(importance=importance, values=values, ideal=ideal)


@given(positions=st.tuples(*[st.floats(0.0, 4.0)] * 3), aspiration=SHARE)
def test_haggling_goes_straight_from_the_ideal_towards_what_was_heard(
    haggler: Party, view: MakeView, positions: tuple[float, ...], aspiration: float
) -> None:
    """The same fraction of the way on every issue; the score is a parabola around the point reached."""
    heard = np.array(positions)
    seen = view(2, effects=EFFECTS, positions=np.stack([np.zeros(3), heard]), aspiration=aspiration)
    worth = sum(float(np.interp(heard[j], range(5), haggler.values[j])) for j in range(3))
    way = min(1.0, (1.0 - aspiration) / (1.0 - worth)) if worth < 1.0 else 1.0
    point = haggler.ideal + way * (heard - haggler.ideal)
    expected = -((np.arange(5)[None, :] - point[:, None]) ** 2)
    scores = np.zeros((3, 5))
    positional_scores(haggler, seen, scores)
    assert scores == pytest.approx(expected / np.ptp(expected, axis=1).sum())


def test_who_demands_everything_stays_at_the_ideal_and_who_gives_all_goes_to_what_was_heard(
    haggler: Party, view: MakeView
) -> None:
    heard = np.array([1.0, 0.0, 3.0])
    scores = np.zeros((3, 5))
    for aspiration, reached in ((1.0, [4, 4, 0]), (0.0, [1, 0, 3])):
        seen = view(2, effects=EFFECTS, positions=np.stack([np.zeros(3), heard]), aspiration=aspiration)
        positional_scores(haggler, seen, scores)
        assert scores.argmax(axis=1).tolist() == reached


def test_on_an_unordered_issue_the_ideal_scores_1_and_what_was_heard_its_share_of_the_way(
    haggler: Party, view: MakeView
) -> None:
    """Others ask options 2 and 3 (worth 1/2 and 3/4 of the issue to me)."""
    side = haggler._replace(values=haggler.values / haggler.values[0].max())
    positions = np.array([[0.0], [2.0], [3.0]])
    seen = view(
        3,
        effects=EFFECTS[:1],
        options=OPTIONS[:1],
        ordered=np.array([0]),
        positions=positions,
        aspiration=0.85,
    )
    scores = np.zeros((1, 5))
    positional_scores(side, seen, scores)
    way = 0.15 / (1.0 - (0.5 + 0.75) / 2)
    assert scores[0] == pytest.approx(np.array([0.0, 0.0, way / 2, way / 2, 1.0]))


def test_mean_position_and_shares_count_only_who_is_present(haggler: Party, view: MakeView) -> None:
    positions = np.array([[0.0], [1.0], [4.0], [4.0]])
    seen = view(4, effects=EFFECTS[:1], positions=positions, present=np.array([1, 1, 1, 0]))
    assert heard_position(haggler, seen, 0) == 2.5
    assert [heard_share(haggler, seen, 0, k) for k in range(5)] == [0.0, 0.5, 0.0, 0.0, 0.5]
    alone = seen._replace(present=np.array([1, 0, 0, 0]))
    assert heard_position(haggler, alone, 0) == haggler.ideal[0]
    assert heard_share(haggler, alone, 0, 4) == 0.0


@given(beliefs=st.tuples(SHARE, SHARE), emphasis=st.tuples(st.floats(0.2, 5.0), st.floats(0.2, 5.0)))
def test_logrolling_scores_are_what_options_do_for_the_others(
    haggler: Party, view: MakeView, beliefs: tuple[float, ...], emphasis: tuple[float, ...]
) -> None:
    others = np.array([[9.0, 9.0], *([b, 1.0 - b] for b in beliefs)])
    seen = view(3, effects=EFFECTS, beliefs=others, emphasis=np.array([7.0, *emphasis]))
    expected = EFFECTS @ (np.array(emphasis) @ others[1:])
    span = np.ptp(expected, axis=1).sum()
    scores = np.full((3, 5), np.nan)
    logrolling_scores(haggler, seen, scores)
    if span > 1e-9:
        assert scores == pytest.approx(expected / span)


def test_logrolling_gives_way_where_the_other_cares_and_i_do_not(
    party: MakeParty, view: MakeView, values_of: MakeValues
) -> None:
    """Weights 0.8 and 0.2 against 0.2 and 0.8 on two issues: trading them gives 0.8 to each."""
    effects = np.zeros((2, 3, 4))
    effects[0, :, 0] = effects[1, :, 1] = [-1.0, 0.0, 1.0]
    effects[0, :, 2] = effects[1, :, 3] = [1.0, 0.0, -1.0]
    mine, theirs = np.array([0.8, 0.2, 0.0, 0.0]), np.array([0.0, 0.0, 0.2, 0.8])
    options = np.array([3, 3])
    values, ideal = values_of(mine, effects, options)
    other_values, _ = values_of(theirs, effects, options)
    side = party(importance=mine, values=values, ideal=ideal)
    seen = view(2, effects=effects, beliefs=np.stack([mine, theirs]))
    scores = np.zeros((2, 3))
    logrolling_scores(side, seen, scores)
    package = np.zeros(2, dtype=np.int64)
    best_package(scores, values, options, 0.8, package)
    assert package.tolist() == [2, 0]
    assert utility(values, package) == pytest.approx(0.8)
    assert utility(other_values, package) == pytest.approx(0.8)


def test_the_fixed_pie_bias_erodes_with_knowledge(party: MakeParty, view: MakeView) -> None:
    """Standard deviations, relative to the start: 1, 1/2 and 0, 1/2; the side's own row does not count."""
    doubt = np.array([[9.0, 9.0], [0.04, 0.01], [0.0, 0.01]])
    seen = view(3, doubt=doubt, doubt_start=0.04)
    assert fixed_pie_share(party(fixed_pie=0.7), seen) == pytest.approx(0.7 * (1.0 + 0.5 + 0.0 + 0.5) / 4)
    ignorant = seen._replace(doubt=np.full((3, 2), 0.04))
    assert fixed_pie_share(party(fixed_pie=0.7), ignorant) == pytest.approx(0.7)
    one_left = seen._replace(present=np.array([1, 0, 1]))
    assert fixed_pie_share(party(fixed_pie=0.7), one_left) == pytest.approx(0.7 * 0.25)


@given(share=SHARE)
def test_mixing_keeps_what_both_agree_on(share: float) -> None:
    first, second = np.array([[1.0, 0.0]]), np.array([[1.0, 4.0]])
    mixed = np.zeros((1, 2))
    mix_scores(first, second, share, np.array([2]), mixed)
    assert mixed[0] == pytest.approx(np.array([1.0, 4.0 * share]))
