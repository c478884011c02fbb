"""Numbers and names as the reader sees them."""

from __future__ import annotations

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import load_scenario
from negotiation_sim.story.naming import Names

NAMES = Names(load_scenario("minimum_wage_2025"), gettext.NullTranslations(), "en")
worths = st.floats(0, 1)


def test_as_many_decimals_as_it_takes() -> None:
    assert NAMES.apart(0.5, 0.7) == ("0.50", "0.70")
    assert NAMES.apart(0.701, 0.699) == ("0.701", "0.699")
    assert NAMES.apart(0.5, 0.5) == ("0.50", "0.50")
    assert NAMES.apart(0.5, 0.500001) == ("0.5000", "0.5000")
    assert NAMES.distance(0.004) == "0.004"


@given(worths, worths)
def test_a_difference_is_that_of_the_numbers_shown(value: float, other: float) -> None:
    shown, other_shown, difference = NAMES.compared(value, other)
    assert float(difference) == pytest.approx(abs(float(shown) - float(other_shown)), abs=1e-9)


def test_options_with_their_units() -> None:
    assert NAMES.option("minimum_wage", 1) == "90 thousand KZT a month"
    assert NAMES.option("indexation", 2) == "40% of consumer price inflation"
    assert NAMES.option("small_firms", 0) == "none"
    assert NAMES.bare_option("minimum_wage", 1) == "90"
    assert NAMES.package({"minimum_wage": 0, "steps": 0}) == (
        "Minimum wage: 85 thousand KZT a month; How the rise comes: at once"
    )


@pytest.mark.parametrize(("lang", "share"), [("ru", "31\N{NO-BREAK SPACE}%"), ("kk", "31%")])
def test_numbers_are_those_of_the_language(lang: str, share: str) -> None:
    names = Names(load_scenario("kazakhstan_general_agreement"), gettext.NullTranslations(), lang)
    assert names.number(0.5) == "0,50"
    assert names.share(0.31) == share
    assert names.bare_option("safety_spending", 1) == "0,75"
