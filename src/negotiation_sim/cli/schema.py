"""`negotiation-sim schema`."""

from __future__ import annotations

import json

import click

from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "schema",
    cls=TranslatedCommand,
    help=_("Print the JSON Schema of scenario files, for editors that complete and check while one types."),
)
@option("--experiment", is_flag=True, help=_("That of experiment files, which `sweep` plays, instead."))
def command(experiment: bool) -> None:
    """`negotiation-sim schema`."""
    from negotiation_sim.scenario import json_schema
    from negotiation_sim.sweeps.editor_schema import experiment_schema

    schema = experiment_schema() if experiment else json_schema()
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
