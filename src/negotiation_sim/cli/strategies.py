"""`negotiation-sim strategies`."""

from __future__ import annotations

import json
from gettext import gettext

import click

from negotiation_sim.cli.options import json_option, own_words_option
from negotiation_sim.cli.translated import TranslatedCommand

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "strategies",
    cls=TranslatedCommand,
    help=_("List the strategies and the single rules that a scenario can name, each with what it does."),
)
@json_option
@own_words_option
def command(as_json: bool) -> None:
    """`negotiation-sim strategies`."""
    from negotiation_sim.cli.descriptions import described_rules, described_strategies

    strategies, rules = described_strategies(), described_rules()
    if as_json:
        click.echo(json.dumps({"strategies": strategies, "rules": rules}, indent=2))
        return
    _show("strategy:", strategies)
    for kind, texts in rules.items():
        _show(f"rules: {{{kind}: ...}}", texts)
    click.echo(gettext('One\'s own: "my_strategy.py:name"; `negotiation-sim new DIR` makes a file to start from.'))


def _show(title: str, entries: dict[str, str]) -> None:
    click.echo(title)
    width = max(len(name) for name in entries)
    for name, text in entries.items():
        click.echo(f"  {name:<{width}}  {gettext(text)}")
    click.echo("")
