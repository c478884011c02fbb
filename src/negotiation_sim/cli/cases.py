"""`negotiation-sim cases`."""

from __future__ import annotations

import json

import click

from negotiation_sim.cli.options import json_option
from negotiation_sim.scenario import load_scenario, shipped_cases


@click.command("cases")
@json_option
def command(as_json: bool) -> None:
    """List the shipped scenarios by the name that `run`, `watch`, `explain` and `new` take."""
    titles = {name: load_scenario(name).title() for name in shipped_cases()}
    if as_json:
        click.echo(json.dumps(titles, indent=2))
        return
    width = max(len(name) for name in titles)
    for name, title in titles.items():
        click.echo(f"{name:<{width}}  {title}")
