from collections.abc import Callable
from typing import Any

import pytest

from negotiation_sim.engine.clock import clock_at


@pytest.mark.parametrize(("round_no", "time"), [(0, 0.1), (4, 0.5), (9, 1.0), (10, 1.0), (99, 1.0)])
def test_share_of_time_used_when_a_round_is_over(bargaining: Callable[..., Any], round_no: int, time: float) -> None:
    assert clock_at(bargaining(deadline=10).case, round_no) == pytest.approx(time)
