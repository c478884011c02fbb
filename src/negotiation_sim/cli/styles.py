"""`negotiation-sim styles`."""

from __future__ import annotations

import json
from gettext import gettext

import click

from negotiation_sim.cli.options import json_option, own_words_option
from negotiation_sim.cli.translated import TranslatedCommand

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "styles",
    cls=TranslatedCommand,
    help=_("List the mediator styles that a scenario can name, each with what the mediator does."),
)
@json_option
@own_words_option
def command(as_json: bool) -> None:
    """`negotiation-sim styles`."""
    from negotiation_sim.cli.descriptions import described_styles

    texts = described_styles()
    if as_json:
        click.echo(json.dumps(texts, indent=2))
        return
    width = max(len(name) for name in texts)
    for name, text in texts.items():
        click.echo(f"{name:<{width}}  {gettext(text)}")
    click.echo(gettext('One\'s own: "my_strategy.py:name"; `negotiation-sim new DIR` makes a file to start from.'))
