"""`negotiation-sim schema`."""

from __future__ import annotations

import json

import click

from negotiation_sim.scenario import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of scenario files, for editors that complete and check while one types."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
