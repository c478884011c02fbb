"""`negotiation-sim strategies`."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable
from typing import Any

import click

from negotiation_sim.cli.options import json_option


@click.command("strategies")
@json_option
def command(as_json: bool) -> None:
    """List the strategies and the single rules that a scenario can name, each with what it does."""
    from negotiation_sim.scenario.built_in import ACCEPTANCES, CONCESSIONS, STRATEGIES
    from negotiation_sim.strategies.catalogue import presets, single_rules

    strategies = {name: _first_line(sys.modules[preset.packages.__module__]) for name, preset in presets().items()}
    names = {"concession": CONCESSIONS, "packages": STRATEGIES, "talk": STRATEGIES, "acceptance": ACCEPTANCES}
    functions = single_rules()
    rules = {kind: {name: _first_line(functions[kind][name]) for name in names[kind]} for kind in names}
    if as_json:
        click.echo(json.dumps({"strategies": strategies, "rules": rules}, indent=2))
        return
    _show("strategy:", strategies)
    for kind, texts in rules.items():
        _show(f"rules: {{{kind}: ...}}", texts)
    click.echo('One\'s own: "my_strategy.py:name"; `negotiation-sim new DIR` makes a file to start from.')


def _first_line(described: Callable[..., Any] | object) -> str:
    return (inspect.getdoc(described) or "").partition("\n")[0]


def _show(title: str, entries: dict[str, str]) -> None:
    click.echo(title)
    width = max(len(name) for name in entries)
    for name, text in entries.items():
        click.echo(f"  {name:<{width}}  {text}")
    click.echo("")
