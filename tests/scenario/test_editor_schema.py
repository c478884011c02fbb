import json
from typing import Any

import pytest

from negotiation_sim.scenario import ScenarioError, json_schema, load_scenario
from negotiation_sim.scenario.editor_schema import SCHEMA_FILE

from .conftest import Write

SCHEMA = json_schema()
FIELDS = [
    (owner, name, field)
    for owner, part in [("Scenario", SCHEMA), *SCHEMA["$defs"].items()]
    for name, field in part["properties"].items()
]
SETTINGS = [
    (name, field) for owner, name, field in FIELDS if owner == "PartySettings" and "minimum" in field
]  # fmt: skip


def test_the_committed_schema_is_that_of_the_model() -> None:
    committed = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert committed == SCHEMA, "run python -m negotiation_sim.scenario.schema and commit the file"


@pytest.mark.parametrize(("owner", "name", "field"), FIELDS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_field_says_meaning_and_default(owner: str, name: str, field: dict[str, Any]) -> None:
    assert len(field["description"]) > 20
    is_section = "$ref" in json.dumps(field) and "x-allowed" not in field
    assert "Default: " in field["description"] or "Needed" in field["description"] or is_section


@pytest.mark.parametrize(("owner", "name", "field"), FIELDS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_number_says_its_range_and_default(owner: str, name: str, field: dict[str, Any]) -> None:
    if "minimum" in field and "maximum" in field:
        assert f"Allowed: {field['minimum']:g} to {field['maximum']:g}" in field["description"]
        assert "x-unit" in field or owner == "AxisRange"
        if "default" in field:
            assert f"Default: {field['default']:g}." in field["description"]
            assert field["minimum"] <= field["default"] <= field["maximum"]


@pytest.mark.parametrize(("name", "field"), SETTINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_settings_take_the_ends_of_their_range_and_nothing_beyond(
    write: Write, name: str, field: dict[str, Any]
) -> None:
    scenario = load_scenario(write())
    for end in (field["minimum"], field["maximum"]):
        for path in (f"defaults.{name}", f"parties.union.{name}"):
            assert getattr(scenario.with_settings({path: end}).party("union"), name) == end or path == "defaults.trust"
    for beyond in (field["minimum"] - 1, field["maximum"] + 1):
        for path in (f"defaults.{name}", f"parties.union.{name}"):
            with pytest.raises(ScenarioError, match=f"{path}' is .*: out of range"):
                scenario.with_settings({path: beyond})


def test_required_keys_count_only_without_a_base() -> None:
    assert "required" not in SCHEMA
    assert SCHEMA["else"]["required"] == ["name", "description", "interests", "issues", "parties"]
    assert SCHEMA["if"] == {"required": ["extends"]}
