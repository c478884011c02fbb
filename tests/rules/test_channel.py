"""The channel: right with probability `clarity`, and a listener who weighs it as Bayes would."""

import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.draws import HEARING, Moment, pair, unit, words
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules.channel import (
    carried,
    hear_option,
    hear_package,
    noise_of,
    opened,
    remember_position,
    understand,
)
from negotiation_sim.rules.preferences import utility

SHARE = st.floats(0.0, 1.0)
UNIT = st.integers(0, 2**32 - 1).map(unit)


@pytest.mark.parametrize(
    ("clarity", "help_given", "result"),
    [(0.6, 0.0, 0.6), (0.6, 1.0, 0.8), (0.6, 0.5, 0.7), (1.0, 0.3, 1.0), (0.0, 1.0, 0.5)],
)
def test_an_opened_link_gets_back_half_of_what_is_lost(clarity: float, help_given: float, result: float) -> None:
    assert opened(clarity, help_given) == pytest.approx(result)


@given(clarity=SHARE, help_given=SHARE)
def test_opening_never_harms(clarity: float, help_given: float) -> None:
    assert clarity - 1e-12 <= opened(clarity, help_given) <= 1.0


@given(quality=SHARE, skill=SHARE)
def test_carrying_lies_between_one_hop_and_two(quality: float, skill: float) -> None:
    assert quality * quality - 1e-12 <= carried(quality, skill) <= quality
    assert carried(quality, 1.0) == quality
    assert carried(quality, 0.0) == pytest.approx(quality * quality)


@st.composite
def hearings(draw: st.DrawFn) -> tuple[int, int]:
    options = draw(st.integers(2, 30))
    return draw(st.integers(0, options - 1)), options


@given(hearing=hearings(), u=UNIT)
def test_a_clear_channel_is_exact(hearing: tuple[int, int], u: float) -> None:
    assert hear_option(*hearing, 1.0, u) == hearing[0]


@given(hearing=hearings(), clarity=SHARE, u=UNIT)
def test_what_is_heard_is_an_option(hearing: tuple[int, int], clarity: float, u: float) -> None:
    heard = hear_option(*hearing, clarity, u)
    assert 0 <= heard < hearing[1]


@pytest.mark.parametrize("clarity", [0.0, 0.25, 0.6, 0.9])
@pytest.mark.parametrize(("said", "options"), [(0, 2), (1, 2), (2, 5), (4, 5)])
def test_distribution_of_what_is_heard(clarity: float, said: int, options: int) -> None:
    grid = 20_000
    heard = [hear_option(said, options, clarity, (i + 0.5) / grid) for i in range(grid)]
    shares = np.bincount(heard, minlength=options) / grid
    expected = np.full(options, (1.0 - clarity) / options)
    expected[said] += clarity
    assert shares == pytest.approx(expected, abs=2e-4)


@pytest.mark.parametrize(("said", "options"), [(0, 2), (1, 2), (2, 5), (4, 5)])
def test_a_better_channel_never_turns_a_right_hearing_into_a_wrong_one(said: int, options: int) -> None:
    rising = np.linspace(0.0, 1.0, 41)
    for u in (np.arange(97) + 0.5) / 97:
        right = [hear_option(said, options, float(clarity), float(u)) == said for clarity in rising]
        assert right == sorted(right), f"u = {u}: lost although the channel got better"


@given(run=st.integers(0, 10**6), clarity=SHARE, issues=st.integers(1, 20))
def test_a_package_is_heard_issue_by_issue(run: int, clarity: float, issues: int) -> None:
    package = np.arange(issues, dtype=np.int64) % 3
    options = np.full(issues, 3, dtype=np.int64)
    heard = np.full(issues, -1, dtype=np.int64)
    moment = Moment(1, run, 2)
    wrong = hear_package(package, options, clarity, moment, 1, 2, heard)
    four_words = [words(moment, pair(1, 2), HEARING, j - j % 4)[j % 4] for j in range(issues)]
    assert heard.tolist() == [
        hear_option(int(said), 3, clarity, unit(word)) for said, word in zip(package, four_words, strict=True)
    ]
    assert wrong == np.count_nonzero(heard != package)


def test_share_of_issues_heard_wrong() -> None:
    clarity, options = 0.6, 4
    package = np.zeros(6, dtype=np.int64)
    sizes = np.full(6, options, dtype=np.int64)
    heard = np.zeros(6, dtype=np.int64)
    wrong = [hear_package(package, sizes, clarity, Moment(3, run, 0), 0, 1, heard) for run in range(3000)]
    p = (1.0 - clarity) * (1.0 - 1.0 / options)
    assert np.mean(wrong) / 6 == pytest.approx(p, abs=4 * math.sqrt(p * (1 - p) / 18_000))


@given(
    values=st.lists(st.lists(st.floats(0.0, 0.5), min_size=2, max_size=3), min_size=1, max_size=3),
    clarity=SHARE,
    data=st.data(),
)
def test_understanding_is_bayes_when_any_package_was_expected(
    values: list[list[float]], clarity: float, data: st.DataObject
) -> None:
    """By enumeration: the mean of the value over what may have been said, given what was heard."""
    packages = list(itertools.product(*(range(len(row)) for row in values)))
    heard = data.draw(st.sampled_from(packages))

    def value(package: tuple[int, ...]) -> float:
        return sum(row[k] for row, k in zip(values, package, strict=True))

    def likelihood(said: tuple[int, ...]) -> float:
        return math.prod(
            clarity * (a == b) + (1.0 - clarity) / len(row) for a, b, row in zip(said, heard, values, strict=True)
        )

    weights = [likelihood(package) for package in packages]
    posterior = sum(w * value(p) for w, p in zip(weights, packages, strict=True)) / sum(weights)
    plain_prior = sum(map(value, packages)) / len(packages)
    assert understand(value(heard), plain_prior, clarity) == pytest.approx(posterior, abs=1e-9)


@given(heard=SHARE, expected=SHARE, clarity=SHARE)
def test_understanding_lies_between_expected_and_heard(heard: float, expected: float, clarity: float) -> None:
    value = understand(heard, expected, clarity)
    assert min(heard, expected) - 1e-12 <= value <= max(heard, expected) + 1e-12
    assert understand(heard, expected, 0.0) == expected


def test_positions_move_by_clarity_where_options_are_ordered() -> None:
    positions = np.array([1.0, 1.0])
    remember_position(positions, np.array([3, 0]), np.array([1, 0]), 0.25)
    assert positions.tolist() == [1.5, 0.0]


@pytest.mark.parametrize(("clarity", "noise"), [(1.0, 0.0), (0.5, 0.1), (0.2, 0.2), (0.0, 100.0)])
def test_noise_known_values(clarity: float, noise: float) -> None:
    assert noise_of(0.1, clarity) == pytest.approx(noise)


@given(clarities=st.tuples(SHARE, SHARE))
def test_noise_falls_with_clarity(clarities: tuple[float, float]) -> None:
    worse, better = sorted(clarities)
    assert noise_of(0.1, worse) >= noise_of(0.1, better) >= 0.0


@pytest.fixture(scope="module")
def compiled_channel() -> Callable[..., Any]:
    import numba

    @numba.njit
    def channel(package, options, clarity, run, heard, positions, ordered):  # type: ignore[no-untyped-def]
        wrong = hear_package(package, options, clarity, Moment(1, run, 2), 1, 2, heard)
        remember_position(positions, heard, ordered, clarity)
        return (
            wrong,
            noise_of(0.1, clarity),
            understand(positions[0], 0.3, opened(clarity, carried(0.7, 0.4))),
        )

    return channel


@pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")
@given(run=st.integers(0, 2**40), clarity=SHARE)
def test_compiled_channel_has_the_same_bits(compiled_channel: Callable[..., Any], run: int, clarity: float) -> None:
    package = np.array([0, 1, 2, 3, 4])
    options = np.full(5, 7)
    ordered = np.array([1, 1, 0, 1, 0])
    results = []
    for channel in (compiled_channel, compiled_channel.py_func):  # type: ignore[attr-defined]
        heard, positions = np.zeros(5, dtype=np.int64), np.linspace(0.0, 6.0, 5)
        answer = channel(package, options, clarity, run, heard, positions, ordered)
        results.append((answer, heard.tolist(), positions.tolist()))
    assert results[0] == results[1]


def test_a_package_heard_exactly_is_worth_what_it_is() -> None:
    values = np.array([[0.0, 0.3], [0.7, 0.1]])
    package, heard = np.array([1, 0]), np.zeros(2, dtype=np.int64)
    assert hear_package(package, np.array([2, 2]), 1.0, Moment(1, 1, 1), 0, 1, heard) == 0
    assert utility(values, heard) == utility(values, package) == 1.0
