import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario.effects import issue_effects
from negotiation_sim.scenario.issue import Issue

SHAPES = ("natural", "linear", "satiating", "accelerating")


def issue(effect: object, shape: str = "natural", curvature: float = 0.35) -> Issue:
    """An issue of five ordered options with one effect on jobs."""
    return Issue.model_validate(
        {
            "options": list("abcde"),
            "ordered": True,
            "effects": {"jobs": effect},
            "shape": shape,
            "curvature": curvature,
        }
    )


def column(made: Issue) -> list[float]:
    return [row[0] for row in issue_effects(made, ["jobs"])]


def test_a_list_is_taken_as_it_stands() -> None:
    assert column(issue([0.5, -1, 0, 1, 0.25])) == [0.5, -1.0, 0.0, 1.0, 0.25]


def test_interests_not_named_get_nothing() -> None:
    table = issue_effects(issue(1.0, "linear"), ["peace", "jobs"])
    assert table == [[0.0, -1.0], [0.0, -0.5], [0.0, 0.0], [0.0, 0.5], [0.0, 1.0]]


def test_known_values_by_hand() -> None:
    # l = 1/4, c = 1 - 0.5: f = 0.25 / (0.25 + 0.5 * 0.75) = 0.4, effect 0.8 * (0.8 - 1) = -0.16
    assert column(issue(0.8, "satiating", 0.5))[1] == pytest.approx(-0.16)
    # c = 1 + 1.5 * 0.5 = 1.75: f = 0.25 / (0.25 + 1.75 * 0.75) = 0.16, effect 0.8 * (0.32 - 1) = -0.544
    assert column(issue(0.8, "accelerating", 0.5))[1] == pytest.approx(-0.544)


def test_natural_benefits_satiate_and_costs_accelerate() -> None:
    assert column(issue(0.6)) == column(issue(0.6, "satiating"))
    assert column(issue(-0.6)) == column(issue(-0.6, "accelerating"))
    assert column(issue(0.6)) != column(issue(0.6, "accelerating"))


@given(st.floats(-1, 1), st.sampled_from(SHAPES), st.floats(0, 0.9))
def test_effects_run_evenly_upwards_between_opposite_ends(high: float, shape: str, curvature: float) -> None:
    values = column(issue(high, shape, curvature))
    assert values[0] == -high
    assert values[-1] == high
    assert all(abs(value) <= abs(high) for value in values)
    assert values == sorted(values, reverse=high < 0)


@given(st.floats(0.01, 1), st.floats(0.01, 0.9))
def test_satiating_effects_lie_above_the_line_and_accelerating_below(high: float, curvature: float) -> None:
    line = column(issue(high, "linear", curvature))[1:-1]
    above = column(issue(high, "satiating", curvature))[1:-1]
    below = column(issue(high, "accelerating", curvature))[1:-1]
    assert all(one > two > three for one, two, three in zip(above, line, below, strict=True))
