"""Draws: known answers, distribution with fixed seeds, and the same bits compiled."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim import draws
from negotiation_sim.draws import (
    Moment,
    fine_unit,
    near_normal,
    normal,
    pair,
    philox4x32,
    uniform,
    unit,
    words,
)
from negotiation_sim.rule import HAVE_NUMBA

WORD = st.integers(0, 2**32 - 1)
MOMENTS = st.builds(Moment, st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1), WORD)
WHO = st.integers(0, 255)
PURPOSE = st.integers(1, 255)
INDEX = st.integers(0, 255)

needs_numba = pytest.mark.skipif(not HAVE_NUMBA, reason="numba is not installed")


@pytest.mark.parametrize(
    ("counter_and_key", "answer"),
    [
        ((0, 0, 0, 0, 0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((0xFFFFFFFF,) * 6, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344, 0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
    ids=["zeros", "all ones", "digits of pi"],
)
class TestKnownAnswersOfRandom123:
    def test_plain(self, counter_and_key: tuple[int, ...], answer: tuple[int, ...]) -> None:
        assert philox4x32(*counter_and_key) == answer

    @needs_numba
    def test_compiled(
        self, compiled_philox: Callable[..., Any], counter_and_key: tuple[int, ...], answer: tuple[int, ...]
    ) -> None:
        assert tuple(compiled_philox(*counter_and_key)) == answer


@pytest.fixture(scope="module")
def compiled_philox() -> Callable[..., Any]:
    import numba

    return numba.njit(lambda a, b, c, d, e, f: philox4x32(a, b, c, d, e, f))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def compiled_draws() -> Callable[..., Any]:
    import numba

    @numba.njit
    def both(seed, run, round_no, who, purpose, index):  # type: ignore[no-untyped-def]
        moment = Moment(seed, run, round_no)
        return (
            words(moment, who, purpose, index),
            uniform(moment, who, purpose, index),
            normal(moment, who, purpose, index),
            unit(words(moment, who, purpose, index)[0]),
        )

    return both  # type: ignore[no-any-return]


@needs_numba
@given(moment=MOMENTS, who=WHO, purpose=PURPOSE, index=INDEX)
def test_compiled_draws_have_the_same_bits(
    compiled_draws: Callable[..., Any], moment: Moment, who: int, purpose: int, index: int
) -> None:
    four, even, near, coarse = compiled_draws(*moment, who, purpose, index)
    assert tuple(four) == words(moment, who, purpose, index)
    assert even == uniform(moment, who, purpose, index)
    assert near == normal(moment, who, purpose, index)
    assert coarse == unit(four[0])


@given(moment=MOMENTS, who=WHO, purpose=PURPOSE, index=INDEX)
def test_a_draw_is_a_pure_function_within_32_bits(moment: Moment, who: int, purpose: int, index: int) -> None:
    first = words(moment, who, purpose, index)
    assert first == words(Moment(*moment), who, purpose, index)
    assert all(0 <= word < 2**32 for word in first)


@given(moment=MOMENTS, who=WHO, purpose=PURPOSE, index=INDEX)
def test_every_coordinate_matters(moment: Moment, who: int, purpose: int, index: int) -> None:
    neighbours = [
        (moment._replace(seed=moment.seed ^ 1), who, purpose, index),
        (moment._replace(seed=moment.seed ^ (1 << 40)), who, purpose, index),
        (moment._replace(run=moment.run ^ 1), who, purpose, index),
        (moment._replace(run=moment.run ^ (1 << 40)), who, purpose, index),
        (moment._replace(round_no=moment.round_no ^ 1), who, purpose, index),
        (moment, who ^ 1, purpose, index),
        (moment, who, purpose ^ 1, index),
        (moment, who, purpose, index ^ 1),
    ]
    drawn = {words(moment, who, purpose, index), *(words(*neighbour) for neighbour in neighbours)}
    assert len(drawn) == 1 + len(neighbours)


def test_coordinates_of_other_number_types_give_the_same_draw() -> None:
    plain = words(Moment(5, 6, 7), 33, 5, 4)
    of_numpy = Moment(np.int64(5), np.int64(6), np.int64(7))  # type: ignore[arg-type]
    assert words(of_numpy, np.int64(33), np.int64(5), np.int64(4)) == plain  # type: ignore[arg-type]


def test_where_the_coordinates_go() -> None:
    seed, run = 0x0123456789ABCDEF, 0x7EDCBA9876543210
    expected = philox4x32(0x76543210, 0x7EDCBA98, 9, (17 << 16) | (draws.HEARING << 8) | 4, 0x89ABCDEF, 0x01234567)
    assert words(Moment(seed, run, 9), 17, draws.HEARING, 4) == expected


def test_purposes_are_frozen() -> None:
    first = "IMPORTANCE IMPORTANCE_RETRY RESERVATION OPTIMISM HEARING"
    later = "CLAIM CAUCUS CAUCUS_LINE REALITY TIT_FOR_TAT"
    assert [getattr(draws, name) for name in f"{first} {later}".split()] == list(range(1, 11))


def test_pairs_of_up_to_eight_sides_and_a_mediator_are_told_apart() -> None:
    assert len({pair(speaker, listener) for speaker in range(9) for listener in range(9)}) == 81


@given(high=WORD, low=WORD)
def test_fine_unit_takes_53_bits(high: int, low: int) -> None:
    number = fine_unit(high, low)
    assert 0.0 <= number < 1.0
    assert number * 2**53 == ((high >> 5) << 26) + (low >> 6)


@given(word=WORD)
def test_unit_takes_32_bits(word: int) -> None:
    assert unit(word) * 2**32 == word
    assert 0.0 <= unit(word) < 1.0


@given(high=WORD, low=WORD)
def test_near_normal_is_symmetric_and_bounded(high: int, low: int) -> None:
    z = near_normal(high, low)
    assert abs(z) < 2.0 * math.sqrt(3.0)
    assert near_normal(high ^ 0xFFFFFFFF, low ^ 0xFFFFFFFF) == -z


@given(high=WORD, low=WORD)
def test_near_normal_is_the_scaled_sum_of_four_even_numbers(high: int, low: int) -> None:
    parts = [high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF]
    centred = [(part + 0.5) / 65536.0 - 0.5 for part in parts]
    assert near_normal(high, low) == pytest.approx(math.sqrt(3.0) * sum(centred), abs=1e-12)


COUNT = 20_000


@pytest.fixture(scope="module")
def sample() -> tuple[np.ndarray, np.ndarray]:
    """Numbers as runs draw them: seed 1, one per run."""
    moments = [Moment(1, run, 3) for run in range(COUNT)]
    even = [uniform(moment, 2, draws.RESERVATION, 0) for moment in moments]
    near = [normal(moment, 2, draws.REALITY, 0) for moment in moments]
    return np.array(even), np.array(near)


def test_uniform_numbers_are_even(sample: tuple[np.ndarray, np.ndarray]) -> None:
    from scipy.stats import kstest

    even, _ = sample
    assert kstest(even, "uniform").pvalue > 0.01
    assert even.mean() == pytest.approx(0.5, abs=4 * math.sqrt(1 / 12 / COUNT))


def test_near_normal_numbers_have_mean_0_and_variance_1(sample: tuple[np.ndarray, np.ndarray]) -> None:
    _, near = sample
    # Fourth moment of a sum of four even numbers: 3 - 6/5/4.
    assert near.mean() == pytest.approx(0.0, abs=4 / math.sqrt(COUNT))
    assert near.var() == pytest.approx(1.0, abs=4 * math.sqrt((2.7 - 1.0) / COUNT))
    assert np.mean(near**4) == pytest.approx(2.7, abs=0.15)


def test_runs_that_follow_each_other_and_purposes_are_uncorrelated(
    sample: tuple[np.ndarray, np.ndarray],
) -> None:
    even, near = sample
    bound = 4 / math.sqrt(COUNT)
    assert abs(np.corrcoef(even[1:], even[:-1])[0, 1]) < bound
    assert abs(np.corrcoef(even, near)[0, 1]) < bound
