"""Numbers as each language writes them; all languages show the same digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.messages.numbers import Numbers

SPACE = "\N{NO-BREAK SPACE}"
FORMS = [
    ("en", "1,234,567", "1,234.50", "+4.0", "12.5%", "95%", "0.75"),
    ("ru", f"1{SPACE}234{SPACE}567", f"1{SPACE}234,50", "+4,0", f"12,5{SPACE}%", f"95{SPACE}%", "0,75"),
    ("kk", f"1{SPACE}234{SPACE}567", f"1{SPACE}234,50", "+4,0", "12,5%", "95%", "0,75"),
]


@pytest.mark.parametrize(("lang", "whole", "decimal", "signed", "percent", "level", "written"), FORMS)
def test_each_language_writes_numbers_its_own_way(
    lang: str, whole: str, decimal: str, signed: str, percent: str, level: str, written: str
) -> None:
    numbers = Numbers(lang)
    assert numbers.whole(1234567) == whole
    assert numbers.decimal(1234.5, 2) == decimal
    assert numbers.signed(4.0, 1) == signed
    assert numbers.percent(0.125, 1) == percent
    assert numbers.percent(0.95) == level
    assert numbers.with_decimal_sign("0.75") == written


def test_values_of_a_scenario_keep_their_decimals_and_words_stay_words() -> None:
    assert [Numbers("ru").as_given(value) for value in (0.1, 1.0, 2025, "two_thirds", True)] == [
        "0,1",
        "1,0",
        "2025",
        "two_thirds",
        "True",
    ]


def test_zero_has_no_minus() -> None:
    assert Numbers("en").decimal(-0.001, 2) == "0.00"
    assert Numbers("en").signed(-0.0, 1) == "+0.0"


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_every_language_rounds_as_python_does(value: float, digits: int) -> None:
    expected = f"{value:,.{digits}f}"
    if float(expected.replace(",", "")) == 0:
        expected = expected.removeprefix("-")
    assert Numbers("en").decimal(value, digits) == expected
    russian = Numbers("ru").decimal(value, digits)
    assert russian.replace(SPACE, "").replace(",", ".") == expected.replace(",", "")
