"""The command `cases`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from negotiation_sim.cli import group
from negotiation_sim.scenario import load_scenario, shipped_cases


def test_every_case_is_listed_with_its_title() -> None:
    shown = CliRunner().invoke(group, ["cases"])
    assert shown.exit_code == 0
    listed = json.loads(CliRunner().invoke(group, ["cases", "--json"]).stdout)
    assert listed == {name: load_scenario(name).title() for name in shipped_cases()}
    lines = shown.stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(shipped_cases())
    assert all(line.endswith(listed[line.split()[0]]) for line in lines)
