"""The command `strategies`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from negotiation_sim.cli import group
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.built_in import CONCESSIONS, STRATEGIES


def call(*arguments: str) -> str:
    result = CliRunner().invoke(group, ["strategies", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_strategy_and_rule_has_a_sentence() -> None:
    listed = json.loads(call("--json"))
    assert set(listed["strategies"]) == set(STRATEGIES)
    assert set(listed["rules"]["concession"]) == set(CONCESSIONS)
    for entries in (listed["strategies"], *listed["rules"].values()):
        assert all(text.endswith((".", "):", ")")) or len(text) > 20 for text in entries.values())


def test_the_list_for_people_names_them_all() -> None:
    shown = call()
    for name in (*STRATEGIES, *CONCESSIONS):
        assert f"  {name}" in shown
    assert '"my_strategy.py:name"' in shown


@pytest.mark.parametrize("kind", ["concession", "packages", "talk", "acceptance"])
def test_every_rule_listed_can_be_named_in_a_scenario(kind: str) -> None:
    for name in json.loads(call("--json"))["rules"][kind]:
        scenario = load_scenario("two_party_textbook").with_settings({f"defaults.rules.{kind}": name})
        assert len(setting_of(scenario).selection._asdict()[kind]) == 1
