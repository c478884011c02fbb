"""`negotiation-sim new`."""

from __future__ import annotations

from gettext import gettext
from pathlib import Path

import click

from negotiation_sim.cli.options import own_words_option
from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "new",
    cls=TranslatedCommand,
    help=_("Make DIR with a commented scenario and strategy file to start from; nothing is overwritten."),
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@option(
    "--case",
    metavar="NAME",
    default="kazakhstan_general_agreement",
    show_default=True,
    help=_("The shipped case to start from; `cases` lists them."),
)
@own_words_option
def command(folder: Path, case: str) -> None:
    """`negotiation-sim new`."""
    from negotiation_sim.experiments.starting import SCENARIO, STRATEGY, starter_files

    try:
        files = starter_files(case)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--case'") from None
    there = [str(folder / name) for name in files if (folder / name).exists()]
    if there:
        message = gettext("{files} would be overwritten; name another folder.")
        raise click.UsageError(message.format(files=", ".join(there)))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    scenario, strategy = (_typed(folder / name) for name in (SCENARIO, STRATEGY))
    message = gettext("Made {scenario} and {strategy}. Try next:")
    click.echo(message.format(scenario=scenario, strategy=strategy))
    click.echo(f"  negotiation-sim run {scenario}")
    click.echo(f"  negotiation-sim watch {scenario} --run 7")
    click.echo(f"  negotiation-sim check {scenario} {strategy}")


def _typed(path: Path) -> str:
    """The path as one types it on any system."""
    return f'"{path}"' if " " in str(path) else str(path)
