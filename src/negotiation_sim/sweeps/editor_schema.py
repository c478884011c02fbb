"""The JSON Schema of experiment files, for editors, made from the model and from which keys go with which kind."""

import json
from pathlib import Path
from typing import Any

from negotiation_sim.scenario.editor_schema import tidied
from negotiation_sim.sweeps.experiment_file import ExperimentFile, Figure
from negotiation_sim.sweeps.figure_keys import FIGURE_KEYS
from negotiation_sim.sweeps.kind_keys import KINDS_OF_KEYS, NEEDED_KEYS

EXPERIMENT_SCHEMA_FILE = Path(__file__).resolve().parents[1] / "schemas" / "experiment.schema.json"


def experiment_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of an experiment file."""
    schema = ExperimentFile.model_json_schema(by_alias=True)
    schema["$defs"]["Design"]["allOf"] = [_condition_of_key(key) for key in KINDS_OF_KEYS]
    schema["$defs"]["Figure"]["allOf"] = [_condition_of_figure(kind) for kind in FIGURE_KEYS]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **tidied(schema)}


def experiment_schema_text() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(experiment_schema(), indent=1, ensure_ascii=False) + "\n"


def _condition_of_key(key: str) -> dict[str, Any]:
    """A key of a design goes with some kinds only."""
    needed = {"required": [key]} if key in NEEDED_KEYS else {}
    return {
        "if": {"properties": {"kind": {"enum": list(KINDS_OF_KEYS[key])}}},
        "then": needed,
        "else": {"properties": {key: False}},
    }


def _condition_of_figure(kind: str) -> dict[str, Any]:
    """A kind of figure has some keys only."""
    keys = FIGURE_KEYS[kind]
    others = [key for key in Figure.model_fields if key not in ("kind", "title", *keys.all)]
    one_of = {"not": {"required": list(keys.either)}} if len(keys.either) > 1 else {}
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {"required": list(keys.needed), "properties": dict.fromkeys(others, False), **one_of},
    }
