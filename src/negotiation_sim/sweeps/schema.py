"""Rewrites the committed JSON Schema of experiment files: `python -m negotiation_sim.sweeps.schema`."""

from negotiation_sim.sweeps.editor_schema import EXPERIMENT_SCHEMA_FILE, experiment_schema_text

if __name__ == "__main__":
    EXPERIMENT_SCHEMA_FILE.write_text(experiment_schema_text(), encoding="utf-8")
