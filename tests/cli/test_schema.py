"""The command `schema`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from negotiation_sim.cli import group
from negotiation_sim.scenario import json_schema


def test_the_schema_is_one_json_document() -> None:
    result = CliRunner().invoke(group, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json_schema()
    assert "parties" in json.loads(result.stdout)["properties"]
