"""Designs: which points they have, in which order, and that they are the same every time."""

from __future__ import annotations

import itertools
import pickle
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.missing_library import MissingLibrary
from negotiation_sim.sweeps.designs import SAMPLED, Grid, sample, sample_size, shares_of
from negotiation_sim.sweeps.factor import Factor

QUALITY = Factor("communication.quality", None, 0.1, 0.9)
DEADLINE = Factor("deadline", None, 10, 12, is_whole=True)
STYLE = Factor("mediator.style", ("absent", "full"))
FACTORS = (QUALITY, DEADLINE, STYLE)


@given(st.lists(st.lists(st.integers(), min_size=1, max_size=4, unique=True), max_size=4))
def test_a_grid_is_the_product_with_the_last_factor_fastest(values: list[list[int]]) -> None:
    factors = tuple(Factor(f"f{k}", tuple(column)) for k, column in enumerate(values))
    grid = Grid(factors)
    expected = [
        dict(zip([factor.path for factor in factors], combination, strict=True))
        for combination in itertools.product(*values)
    ]
    assert list(grid) == expected
    assert len(grid) == len(expected)
    assert grid[-1] == expected[-1]
    assert grid[: len(expected)] == expected
    assert [list(point) for point in grid] == [list(point) for point in expected]


def test_a_grid_without_factors_is_one_empty_point() -> None:
    assert list(Grid(())) == [{}]


def test_a_large_grid_takes_no_room() -> None:
    grid = Grid(tuple(Factor(f"f{k}", tuple(range(1000))) for k in range(4)))
    assert len(grid) == 10**12
    assert grid[10**12 - 2] == {"f0": 999, "f1": 999, "f2": 999, "f3": 998}
    with pytest.raises(IndexError):
        grid[10**12]


@pytest.mark.parametrize("kind", SAMPLED)
def test_samples_have_their_size_stay_in_their_ranges_and_come_again(kind: str) -> None:
    points = sample(kind, FACTORS, 16, 7)
    assert len(points) == sample_size(kind, 3, 16)
    assert list(points) == list(sample(kind, FACTORS, 16, 7))
    assert list(points) != list(sample(kind, FACTORS, 16, 8))
    assert list(pickle.loads(pickle.dumps(points))) == list(points)
    for point in points:
        assert list(point) == [factor.path for factor in FACTORS]
        assert 0.1 <= point["communication.quality"] <= 0.9
        assert point["communication.quality"] == round(point["communication.quality"], 10)
        assert point["deadline"] in (10, 11, 12) and type(point["deadline"]) is int
        assert point["mediator.style"] in ("absent", "full")


@pytest.mark.parametrize("kind", ["latin_hypercube", "sobol"])
def test_choices_are_equally_likely(kind: str) -> None:
    points = sample(kind, FACTORS, 1024, 1)
    deadlines = [point["deadline"] for point in points]
    assert all(abs(deadlines.count(days) - 1024 / 3) < 5 for days in (10, 11, 12))
    assert abs([point["mediator.style"] for point in points].count("full") - 512) < 3


def test_a_latin_hypercube_has_one_point_in_every_slice() -> None:
    shares = shares_of("latin_hypercube", FACTORS, 50, 3)
    for column in shares.T:
        assert sorted((column * 50).astype(int)) == list(range(50))


def test_saltelli_points_differ_from_the_first_of_their_block_in_one_factor() -> None:
    shares = shares_of("saltelli", FACTORS, 8, 1).reshape(8, 5, 3)
    for block in shares:
        for k in range(3):
            assert [bool(changed) for changed in block[0] != block[k + 1]] == [j == k for j in range(3)]


def test_morris_changes_one_factor_a_step_and_every_step_shows() -> None:
    points = sample("morris", FACTORS, 20, 1)
    for start in range(0, len(points), 4):
        trajectory = points[start : start + 4]
        for before, after in itertools.pairwise(trajectory):
            assert sum(before[path] != after[path] for path in before) == 1


def test_morris_reaches_both_ends_of_a_list_of_many() -> None:
    factor = Factor("x", tuple("abcdefg"))
    found = {point["x"] for point in sample("morris", (factor, QUALITY), 40, 1)}
    assert found == {"a", "c", "e", "g"}


def test_morris_takes_the_choice_nearest_to_its_level() -> None:
    factors = (Factor("x", ("a", "b", "c")), QUALITY)
    levels = shares_of("morris", factors, 20, 1)[:, 0]
    chosen = {0: "a", 1: "b", 2: "b", 3: "c"}
    expected = [chosen[round(level * 3)] for level in levels.tolist()]
    assert [point["x"] for point in sample("morris", factors, 20, 1)] == expected
    assert set(expected) == {"a", "b", "c"}


@pytest.mark.parametrize("module", ["SALib.sample.sobol", "SALib.sample.morris"])
def test_without_salib_the_extra_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SALib", "SALib.sample", module):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingLibrary, match=r"SALib .*negotiation-sim\[stats\]"):
        sample("saltelli" if "sobol" in module else "morris", FACTORS, 8, 1)


@given(st.floats(0, 1), st.integers(1, 9))
def test_every_share_of_the_way_is_a_choice(share: float, choices: int) -> None:
    listed = Factor("x", tuple(range(choices)))
    whole = Factor("x", None, 0, choices - 1, is_whole=True)
    assert listed.at(share) == whole.at(share) == min(int(share * choices), choices - 1)


def test_the_ends_of_a_range_are_reached() -> None:
    assert (QUALITY.at(0.0), QUALITY.at(1.0)) == (0.1, 0.9)
    assert QUALITY.choices is None
    assert np.isclose(QUALITY.at(0.5), 0.5)
