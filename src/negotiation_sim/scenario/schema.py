"""Rewrites the committed JSON Schema of scenario files: `python -m negotiation_sim.scenario.schema`."""

from negotiation_sim.scenario.editor_schema import SCHEMA_FILE, json_schema, schema_text

__all__ = ["SCHEMA_FILE", "json_schema", "schema_text"]

if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
