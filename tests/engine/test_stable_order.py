"""Compiled code and plain Python put numbers into the same order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.engine.stable_order import by_digits, stable_order
from negotiation_sim.rule import HAVE_NUMBA, compiled

ordered = compiled(lambda numbers: stable_order(numbers))
needs_numba = pytest.mark.skipif(not HAVE_NUMBA, reason="without numba there is only one form")
ANY = st.floats(allow_nan=False, allow_infinity=False)
# Both lengths on either side of where one way of sorting gives place to the other; few different numbers make equals.
ROWS = st.tuples(st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 299, 300, 3125]), st.integers(1, 50))


@needs_numba
@given(row=ROWS, some=st.lists(ANY, min_size=1, max_size=12))
def test_both_forms_give_the_order_of_python(row: tuple[int, int, int], some: list[float]) -> None:
    seed, count, different = row
    luck = np.random.default_rng(seed)
    pool = np.concatenate([luck.normal(size=different), some, [0.0, -0.0]])
    numbers = luck.choice(pool, count)
    given_numbers = numbers.copy()
    expected = sorted(range(count), key=lambda i: numbers[i])  # Python's own sort is stable
    assert stable_order(numbers).tolist() == expected
    assert ordered(numbers).tolist() == expected
    assert numbers.tobytes() == given_numbers.tobytes()


def test_the_form_for_compiled_code_is_right_in_plain_python_too() -> None:
    numbers = np.random.default_rng(3).choice([-1.5, -0.0, 0.0, 1e-310, 0.25, 1e300, -1e300], 700)
    assert by_digits(numbers).tolist() == sorted(range(700), key=lambda i: numbers[i])
