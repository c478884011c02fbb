"""`negotiation-sim schema`."""

from __future__ import annotations

import json

import click

from negotiation_sim.cli.translated import TranslatedCommand
from negotiation_sim.scenario import json_schema

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "schema",
    cls=TranslatedCommand,
    help=_("Print the JSON Schema of scenario files, for editors that complete and check while one types."),
)
def command() -> None:
    """`negotiation-sim schema`."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
