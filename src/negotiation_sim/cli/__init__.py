"""The command line. Nothing heavy is imported before a command needs it, so that `--help` is instant."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from gettext import gettext
from typing import Any

import click

from negotiation_sim.cli.speaking import VARIABLE, speaking
from negotiation_sim.cli.translated import TranslatedCommand, TranslatedOption, option
from negotiation_sim.messages import LANGUAGES

_ = str  # marks help for the message catalogues; it is translated where it is shown
_COMMANDS = {
    "run": _("Compare the arms of a scenario: table, picture, files."),
    "watch": _("Follow one negotiation round by round: who said what, how it was heard, why."),
    "explain": _("Why no deal: replay failed runs with one cause removed at a time."),
    "sweep": _("Play an experiment file: many points and arms, resumable, on all processors or a cluster."),
    "merge": _("Bring the shards of a sweep into one folder."),
    "sensitivity": _("Which factors matter: Sobol or Morris indices with intervals."),
    "export": _("Write a table of a sweep as CSV, also for spreadsheets."),
    "import-genius": _("Make a scenario of a domain and profiles in the XML format of Genius."),
    "export-genius": _("Write a scenario as files of Genius or NegMAS."),
    "classroom": _("Serve the classroom to browsers: demonstrations, role-play by phone, debrief."),
    "validate": _("Check the program against results of bargaining theory that are known exactly."),
    "calibrate": _("Ask which assumed numbers would fit how disputes were observed to end."),
    "check": _("Check scenario files, experiment files and plug-ins; every mistake with file, line and column."),
    "new": _("Make a folder with a commented scenario and a commented strategy to start from."),
    "strategies": _("List the ways to bargain and the single rules."),
    "styles": _("List the mediator styles."),
    "cases": _("List the shipped scenarios."),
    "schema": _("Print the JSON Schema of scenario files."),
}


class _LazyGroup(TranslatedCommand, click.Group):
    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        arguments = sys.argv[1:] if args is None else args
        with speaking(arguments):
            return super().main(arguments, *rest, **settings)

    def list_commands(self, context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"negotiation_sim.cli.{name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if arguments[0] not in _COMMANDS and not arguments[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(arguments[0], _COMMANDS, 1)
            message = gettext("No such command '{name}'.").format(name=arguments[0])
            hint = gettext("There is: {names}.").format(names=", ".join(_COMMANDS))
            if near:
                hint = gettext("Did you mean '{name}'?").format(name=near[0])
            context.fail(f"{message} {hint}")
        return super().resolve_command(context, arguments)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, gettext(text)) for name, text in _COMMANDS.items()])


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help=_(
        "Simulate tripartite bargaining: who agrees, how often, and why not.\n\n"
        "Start with: negotiation-sim run kazakhstan_general_agreement"
    ),
)
@option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    envvar=VARIABLE,
    help=_("Language of help and texts.  [default: NEGOTIATION_SIM_LANG, else en]"),
)
@click.version_option(package_name="negotiation-sim", cls=TranslatedOption)
def group(lang: str) -> None:
    """`negotiation-sim`; the commands look up `lang` themselves."""


def main() -> None:
    """The outermost door: every mistake leaves as one line per error, never as a traceback.

    Exit codes: 0 done, 1 the work failed, 2 the input or the call is wrong, 130 interrupted.
    """
    with speaking(sys.argv[1:]):
        _main()


def _main() -> None:
    try:
        status = group.main(prog_name="negotiation-sim", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo(gettext("Interrupted; nothing half-written was left behind."), err=True)
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
