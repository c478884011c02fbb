"""Members and the deal their leaders signed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.draws import Moment
from negotiation_sim.rules.preferences import fill_values, utility
from negotiation_sim.rules.ratification import (
    MOST_DRAWS,
    carries,
    fill_taste,
    line_after_rejection,
    members_bar,
    package_worth,
)

SHARE = st.floats(0.0, 1.0)
GAP = st.floats(-0.3, 0.3)
LUCK = st.floats(-3.5, 3.5)
NOW = Moment(5, 3, 0)


def taste_of(importance: Floats, spread: float, member: int = 0, moment: Moment = NOW, seat: int = 0) -> Floats:
    taste = np.full(len(importance), np.nan)
    fill_taste(importance, spread, moment, seat, member, taste)
    return taste


@given(
    interests=st.integers(1, 2 * MOST_DRAWS),
    spread=SHARE,
    member=st.integers(0, 24),
    run=st.integers(0, 10**6),
    numbers=st.integers(0, 2**32 - 1),
)
def test_tastes_are_shares(interests: int, spread: float, member: int, run: int, numbers: int) -> None:
    importance = np.random.default_rng(numbers).dirichlet(np.full(interests, 0.5))
    taste = taste_of(importance, spread, member, Moment(1, run, 0))
    assert taste.sum() == pytest.approx(1.0)
    assert np.all(taste >= 0.0)
    assert np.all((taste > 0.0) == (importance > 0.0))


def test_without_spread_members_want_what_their_organisation_wants() -> None:
    importance = np.array([0.2, 0.5, 0.3])
    assert taste_of(importance, 0.0).tolist() == pytest.approx(importance.tolist())


def test_members_who_care_about_nothing_keep_their_organisations_importances() -> None:
    assert taste_of(np.zeros(3), 0.5).tolist() == [0.0, 0.0, 0.0]


def test_every_member_of_every_side_is_somebody_else_and_stays_the_same() -> None:
    importance = np.full(5, 0.2)
    people = [taste_of(importance, 0.5, member, seat=seat).tolist() for member in range(25) for seat in range(3)]
    assert len({tuple(person) for person in people}) == 75
    assert people[4] == taste_of(importance, 0.5, 1, seat=1).tolist()


def test_all_interests_have_a_draw_of_their_own_up_to_the_last_member() -> None:
    """Twenty interests of the last member: no two factors are alike, so no draw is used twice."""
    importance = np.full(20, 0.05)
    last, before = (taste_of(importance, 0.2, member) for member in (24, 23))
    assert len(set(last.tolist()) | set(before.tolist())) == 40


@pytest.mark.parametrize("spread", [0.2, 0.8])
def test_tastes_scatter_as_much_as_is_written(spread: float) -> None:
    """A factor of mean 1, never below a tenth. With one large interest beside it, hardly rescaled."""
    ratios = []
    for run in range(400):
        taste = taste_of(np.array([0.001, 0.998, 0.001]), spread, moment=Moment(1, run, 0))
        ratios.append(taste[0] / taste[2])
    plain = np.log(ratios)
    assert abs(plain.mean()) < 4 * plain.std() / 20
    if spread == 0.2:
        assert plain.std() == pytest.approx(0.2 * np.sqrt(2), rel=0.15)
    assert max(ratios) < 38.0


@st.composite
def tables(draw: st.DrawFn) -> tuple[Floats, Floats, Ints, int, Ints]:
    """Importances, effects, options, ordinary issues, a package; the last issues may be invented clauses."""
    issues, clauses, interests = draw(st.integers(1, 4)), draw(st.integers(0, 3)), draw(st.integers(1, 4))
    numbers = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    importance = numbers.dirichlet(np.ones(interests))
    effects = numbers.uniform(-1.0, 1.0, (issues + clauses, 4, interests))
    effects[issues:, 0] = 0.0
    options = np.concatenate([numbers.integers(2, 5, issues), np.full(clauses, 2)])
    package = numbers.integers(0, options)
    return importance, effects, options, issues, package


@given(table=tables())
def test_a_package_is_worth_what_a_table_of_values_says(table: tuple[Floats, Floats, Ints, int, Ints]) -> None:
    importance, effects, options, ordinary, package = table
    values = np.zeros(effects.shape[:2])
    fill_values(importance, effects, options, ordinary, values)
    expected = utility(values, package)
    worth = package_worth(importance, effects, options, ordinary, package)
    assert worth == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_a_package_by_hand() -> None:
    """Weighted effects run over 1.0 and 0.25; a clause adds 0.3 of that 1.25 span."""
    effects = np.array([[[1.0, -1.0], [-1.0, 1.0]], [[0.0, 0.5], [0.0, -0.5]], [[0.0, 0.0], [0.5, 0.0]]])
    taste, options = np.array([0.75, 0.25]), np.array([2, 2, 2])

    def worth(*package: int) -> float:
        return package_worth(taste, effects, options, 2, np.array(package))

    assert worth(0, 0, 0) == pytest.approx(1.0)
    assert worth(1, 1, 0) == pytest.approx(0.0)
    assert worth(1, 0, 0) == pytest.approx(0.2)
    assert worth(1, 0, 1) == pytest.approx(0.2 + 0.375 / 1.25)


def test_where_nothing_matters_every_package_is_worth_nothing() -> None:
    assert package_worth(np.array([1.0]), np.full((1, 2, 1), 0.3), np.array([2]), 1, np.array([1])) == 0.0


@given(opening=SHARE, gaps=st.tuples(GAP, GAP), luck=LUCK, explanation=SHARE, line=SHARE)
def test_members_who_expect_more_never_ask_less(
    opening: float, gaps: tuple[float, float], luck: float, explanation: float, line: float
) -> None:
    less, more = (members_bar(opening, gap, luck, explanation, line) for gap in sorted(gaps))
    assert less <= more + 1e-12


@given(opening=SHARE, gap=GAP, luck=LUCK, line=SHARE)
def test_explained_fully_members_ask_what_their_leaders_ask_now(
    opening: float, gap: float, luck: float, line: float
) -> None:
    assert members_bar(opening, gap, luck, 1.0, line) == pytest.approx(line, abs=1e-12)


@given(opening=SHARE, gap=GAP, luck=LUCK, lines=st.tuples(SHARE, SHARE))
def test_unexplained_members_do_not_hear_of_their_leaders_new_line(
    opening: float, gap: float, luck: float, lines: tuple[float, float]
) -> None:
    assert members_bar(opening, gap, luck, 0.0, lines[0]) == members_bar(opening, gap, luck, 0.0, lines[1])


@given(opening=SHARE, gap=GAP, luck=LUCK, explanations=st.tuples(SHARE, SHARE), line=SHARE)
def test_better_explanation_never_moves_members_away_from_their_leaders(
    opening: float, gap: float, luck: float, explanations: tuple[float, float], line: float
) -> None:
    worse, better = (abs(members_bar(opening, gap, luck, e, line) - line) for e in sorted(explanations))
    assert better <= worse + 1e-12


def test_the_bar_by_hand() -> None:
    assert members_bar(0.6, 0.1, 1.0, 0.5, 0.5) == pytest.approx(0.73 - 0.5 * 0.23)
    assert members_bar(0.6, -0.1, 0.0, 0.25, 0.7) == pytest.approx(0.55)


@pytest.mark.parametrize(
    ("yes", "members", "majority", "passed"),
    [(8, 15, 0.5, True), (7, 15, 0.5, False), (5, 10, 0.5, False), (6, 10, 0.5, True), (0, 5, 0.3, False)]
    + [(23, 25, 0.95, False), (24, 25, 0.95, True), (1, 1, 0.95, True)],
)
def test_a_majority_must_be_exceeded(yes: int, members: int, majority: float, passed: bool) -> None:
    assert carries(yes, members, majority) is passed


@given(yes=st.integers(0, 24), members=st.integers(1, 25), majority=st.floats(0.3, 0.95))
def test_one_more_yes_never_loses_a_vote(yes: int, members: int, majority: float) -> None:
    yes = min(yes, members - 1)
    assert carries(yes + 1, members, majority) >= carries(yes, members, majority)
    assert carries(members, members, majority)
    assert not carries(0, members, majority)


@given(line=SHARE, bar=st.floats(-0.5, 1.5))
def test_a_rejection_never_lowers_the_line_and_never_lifts_it_above_the_bar(line: float, bar: float) -> None:
    after = line_after_rejection(line, bar)
    assert line <= after <= min(1.0, max(line, bar))
    if bar > line:
        assert after == pytest.approx(min(1.0, (line + bar) / 2))


@pytest.mark.parametrize(("line", "bar", "after"), [(0.5, 0.7, 0.6), (0.5, 0.3, 0.5), (0.9, 1.3, 1.0)])
def test_a_rejection_by_hand(line: float, bar: float, after: float) -> None:
    """A line is a utility, so it stops at 1."""
    assert line_after_rejection(line, bar) == pytest.approx(after)


def test_beyond_twenty_interests_members_still_differ() -> None:
    even = np.full(40, 1.0 / 40.0)
    first, second = np.zeros(40), np.zeros(40)
    fill_taste(even, 0.3, Moment(1, 0, 0), 0, 0, first)
    fill_taste(even, 0.3, Moment(1, 0, 0), 0, 1, second)
    assert abs(np.corrcoef(first[20:], second[:20])[0, 1]) < 0.8
