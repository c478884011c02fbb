"""The command `schema`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from negotiation_sim.cli import group
from negotiation_sim.scenario import json_schema
from negotiation_sim.sweeps.editor_schema import experiment_schema


def test_the_schema_is_one_json_document() -> None:
    result = CliRunner().invoke(group, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json_schema()
    assert "parties" in json.loads(result.stdout)["properties"]


def test_the_schema_of_experiments_is_another() -> None:
    result = CliRunner().invoke(group, ["schema", "--experiment"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == experiment_schema()
    assert "design" in json.loads(result.stdout)["properties"]
