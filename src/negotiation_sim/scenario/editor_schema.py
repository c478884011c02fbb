"""The JSON Schema of scenario files, for editors, made from the model."""

import json
from pathlib import Path
from typing import Any

from negotiation_sim.scenario.model import Scenario

SCHEMA_FILE = Path(__file__).resolve().parents[1] / "schemas" / "scenario.schema.json"


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a scenario file, made from the model.

    A file with `extends` may leave out what its base has, so required keys count only without it.
    """
    schema = Scenario.model_json_schema(by_alias=True)
    required = schema.pop("required")
    party_required = schema["$defs"]["Party"].pop("required")
    schema["properties"] = {
        "extends": {
            "type": "string",
            "description": "One base file, or the name of a shipped scenario; own entries win, lists are "
            "replaced, null takes an entry away. Default: none.",
        },
        **schema["properties"],
    }
    # Null takes these away from the base of a file.
    schema["$defs"]["Compare"]["properties"]["arms"]["additionalProperties"]["type"] = ["object", "null"]
    schema["properties"]["deadline"]["type"] = ["integer", "null"]
    parties = {"parties": {"additionalProperties": {"required": party_required}}}
    without_base = {"required": required, "properties": parties}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **tidied(schema),
        "if": {"required": ["extends"]},
        "else": without_base,
    }


def schema_text() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def tidied(schema: Any) -> Any:
    """The schema without titles made of field names, and strict where names must have a form."""
    if isinstance(schema, list):
        return [tidied(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: tidied(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and value is None)
    }
    return {**kept, "additionalProperties": False} if "patternProperties" in kept else kept
