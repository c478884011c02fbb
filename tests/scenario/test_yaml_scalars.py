import math

import pytest

from negotiation_sim.scenario.yaml_scalars import scalar


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None), ("~", None), ("null", None), ("NULL", None), ("nULL", "nULL"),
        ("true", True), ("False", False), ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"),
        ("y", "y"),
        ("12", 12), ("-3", -3), ("+3", 3), ("012", 12), ("0o17", 15),
        ("0x1F", 31), ("1_000", "1_000"), ("1:30", "1:30"),
        ("1e3", 1000.0), ("1.", 1.0), (".5", 0.5), ("-.5e-1", -0.05), ("1e", "1e"), (".", "."),
        ("1,5", "1,5"),
        (".inf", math.inf),
        ("-.INF", -math.inf), ("nan", "nan"),
        ("inf", "inf"), ("1e999", math.inf),
        ("9" * 18, 10**18 - 1), ("9" * 25, 1e25), ("9" * 5000, math.inf), ("0x" + "f" * 40, "0x" + "f" * 40),
        ("١٢", "١٢"), ("2025-01-01", "2025-01-01"),
    ],
)  # fmt: skip
def test_words_as_yaml_1_2_reads_them(word: str, value: object) -> None:
    assert scalar(word) == value
    assert type(scalar(word)) is type(value)


def test_nan_is_a_number_to_be_refused_later() -> None:
    value = scalar(".nan")
    assert isinstance(value, float)
    assert math.isnan(value)
