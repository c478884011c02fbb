"""Curves over rounds end at the agreement rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes

from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.figures.time_to_agreement import time_to_agreement_axes


def test_each_arm_is_a_stair_from_zero_to_its_agreement_rate(
    results_of: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    arms = {"alone": {}, "with mediator": {"mediator.style": "full"}}
    results = results_of(case="two_party_textbook", arms=arms)
    axes = time_to_agreement_axes(results)
    for line, arm in zip(axes.lines, arms, strict=True):
        heights = line.get_ydata()
        rows = results.rows(0, arm, range(400))
        agreed = rows[rows[:, 0] == AGREEMENT]
        assert heights[0] == 0
        assert heights[-1] == pytest.approx(100 * len(agreed) / 400)
        assert list(heights) == sorted(heights)
        median = np.median(agreed[:, 1])
        middle = int(np.searchsorted(line.get_xdata(), median, side="right")) - 1
        assert 0 < heights[middle] < heights[-1]
        assert heights[middle] == pytest.approx(100 * (agreed[:, 1] <= median).sum() / 400)
        assert line.get_drawstyle() == "steps-post"
    assert len(axes.collections) == 2  # a band an arm
    assert "400 negotiations" in caption_of(axes)
