"""Scenario or experiment: told by the keys."""

from pathlib import Path

import pytest

from negotiation_sim.scenario import case_path, shipped_cases
from negotiation_sim.sweeps.recognising import is_experiment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: a\nextends: tight_zone\n", False),
        ("name: a\nextends: tight_zone\nruns: 10\n", True),
        ("extends: tight_zone\ndesing: {kind: grid}\n", True),
        ("extends: tight_zone\ndeadline: 10\nmediator: {skill: 1}\nseed: 3\n", False),
        ("extends: tight_zone\ndeadline: 10\ndesign: {kind: grid}\nseed: 3\n", True),
        ("[1, 2", False),
        ("", False),
    ],
)
def test_the_keys_tell(tmp_path: Path, text: str, expected: bool) -> None:
    file = tmp_path / "some.yaml"
    file.write_text(text, encoding="utf-8")
    assert is_experiment(file) is expected


def test_no_shipped_scenario_is_an_experiment() -> None:
    assert not any(is_experiment(case) or is_experiment(case_path(case)) for case in shipped_cases())
    assert not is_experiment("no such file.yaml")
