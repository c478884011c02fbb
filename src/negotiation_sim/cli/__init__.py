"""The command line. Nothing heavy is imported before a command needs it, so that `--help` is instant."""

from __future__ import annotations

import importlib
import sys

import click

_COMMANDS = {
    "run": "Compare the arms of a scenario: table, picture, files.",
    "watch": "Follow one negotiation round by round: who said what, how it was heard, why.",
    "explain": "Why no deal: replay failed runs with one cause removed at a time.",
    "check": "Check scenario files and plug-ins; every mistake with file, line and column.",
    "new": "Make a folder with a commented scenario and a commented strategy to start from.",
    "strategies": "List the ways to bargain and the single rules.",
    "styles": "List the mediator styles.",
    "cases": "List the shipped scenarios.",
    "schema": "Print the JSON Schema of scenario files.",
}


class _LazyGroup(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"negotiation_sim.cli.{name}").command
        return command

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if arguments[0] not in _COMMANDS and not arguments[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(arguments[0], _COMMANDS, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"There is: {', '.join(_COMMANDS)}."
            context.fail(f"No such command '{arguments[0]}'. {hint}")
        return super().resolve_command(context, arguments)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="negotiation-sim")
def group() -> None:
    """Simulate tripartite bargaining: who agrees, how often, and why not.

    Start with: negotiation-sim run kazakhstan_general_agreement
    """


def main() -> None:
    """The outermost door: every mistake leaves as one line per error, never as a traceback.

    Exit codes: 0 done, 1 the work failed, 2 the input or the call is wrong, 130 interrupted.
    """
    try:
        status = group.main(prog_name="negotiation-sim", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo("Interrupted; nothing half-written was left behind.", err=True)
        sys.exit(130)
    except click.ClickException as mistake:
        mistake.show()
        sys.exit(mistake.exit_code)
    except Exception as error:
        from negotiation_sim.cli.mistakes import explain_error

        lines, status = explain_error(error)
        for line in lines:
            click.echo(line, err=True)
        sys.exit(status)
