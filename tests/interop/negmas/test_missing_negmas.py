import sys

import pytest

import negotiation_sim.interop.negmas as bridge


def test_without_negmas_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "negmas", None)
    with pytest.raises(ImportError, match=r"^NegMAS is not installed.*an environment of its own.*$") as caught:
        _ = bridge.TimeBasedNegotiator
    assert "\n" not in str(caught.value)


def test_other_names_are_simply_unknown() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Negotiators'"):
        _ = bridge.Negotiators
