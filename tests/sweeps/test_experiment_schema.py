"""The JSON Schema of experiment files."""

import json
from typing import Any

import pytest

from negotiation_sim.sweeps.editor_schema import EXPERIMENT_SCHEMA_FILE, experiment_schema
from negotiation_sim.sweeps.figure_keys import FIGURE_KEYS

SCHEMA = experiment_schema()
FIELDS = [
    (owner, name, field)
    for owner, part in [("ExperimentFile", SCHEMA), *SCHEMA["$defs"].items()]
    for name, field in part["properties"].items()
]


def test_the_committed_schema_is_that_of_the_model() -> None:
    committed = json.loads(EXPERIMENT_SCHEMA_FILE.read_text(encoding="utf-8"))
    assert committed == SCHEMA, "run python -m negotiation_sim.sweeps.schema and commit the file"


@pytest.mark.parametrize(("owner", "name", "field"), FIELDS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_field_says_meaning_and_default(owner: str, name: str, field: dict[str, Any]) -> None:
    assert len(field["description"]) > 20
    assert "Default: " in field["description"] or "Needed" in field["description"]


@pytest.mark.parametrize(("owner", "name", "field"), FIELDS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_range_and_default_is_in_words(owner: str, name: str, field: dict[str, Any]) -> None:
    if "minimum" in field and "maximum" in field:
        assert f"Allowed: {field['minimum']} to {field['maximum']}" in field["description"]
        if "default" in field:
            assert f"Default: {field['default']}." in field["description"]


def test_each_kind_of_figure_takes_its_own_keys_only() -> None:
    conditions = {
        condition["if"]["properties"]["kind"]["const"]: condition["then"]
        for condition in SCHEMA["$defs"]["Figure"]["allOf"]
    }
    assert conditions.keys() == FIGURE_KEYS.keys()
    assert conditions["map"]["required"] == ["x", "y"]
    assert conditions["map"]["properties"].keys() == {"panel", "arms", "point", "run", "runs", "sides"}
    assert conditions["zone"]["not"] == {"required": ["run", "runs"]}
    kinds = next(field for owner, name, field in FIELDS if (owner, name) == ("Figure", "kind"))["enum"]
    assert set(kinds) == FIGURE_KEYS.keys()


def test_samples_belong_to_sampled_designs() -> None:
    by_key = {next(iter(one["else"]["properties"])): one for one in SCHEMA["$defs"]["Design"]["allOf"]}
    assert by_key["samples"]["if"]["properties"]["kind"]["enum"] == ["latin_hypercube", "sobol", "saltelli", "morris"]
    assert by_key["samples"]["then"] == {"required": ["samples"]}
    assert by_key["seed"]["then"] == {}
