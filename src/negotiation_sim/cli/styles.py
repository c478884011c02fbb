"""`negotiation-sim styles`."""

from __future__ import annotations

import inspect
import json
import sys

import click

from negotiation_sim.cli.options import json_option


@click.command("styles")
@json_option
def command(as_json: bool) -> None:
    """List the mediator styles that a scenario can name, each with what the mediator does."""
    from negotiation_sim.mediators.catalogue import styles

    texts = {
        name: (inspect.getdoc(sys.modules[style.__module__]) or "").partition("\n")[0]
        for name, style in styles().items()
    }
    if as_json:
        click.echo(json.dumps(texts, indent=2))
        return
    width = max(len(name) for name in texts)
    for name, text in texts.items():
        click.echo(f"{name:<{width}}  {text}")
    click.echo('One\'s own: "my_strategy.py:name"; `negotiation-sim new DIR` makes a file to start from.')
