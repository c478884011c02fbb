"""`negotiation-sim cases`."""

from __future__ import annotations

import json

import click

from negotiation_sim.cli.options import json_option, language_option
from negotiation_sim.cli.translated import TranslatedCommand
from negotiation_sim.scenario import load_scenario, shipped_cases

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "cases",
    cls=TranslatedCommand,
    help=_("List the shipped scenarios by the name that `run`, `watch`, `explain` and `new` take."),
)
@json_option
@language_option
def command(as_json: bool, lang: str) -> None:
    """`negotiation-sim cases`."""
    titles = {name: load_scenario(name).title("en" if as_json else lang) for name in shipped_cases()}
    if as_json:
        click.echo(json.dumps(titles, indent=2))
        return
    width = max(len(name) for name in titles)
    for name, title in titles.items():
        click.echo(f"{name:<{width}}  {title}")
