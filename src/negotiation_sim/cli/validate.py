"""`negotiation-sim validate`."""

from __future__ import annotations

import json
import sys
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.options import json_option, language_option
from negotiation_sim.cli.translated import TranslatedCommand, option

if TYPE_CHECKING:
    from negotiation_sim.validation.check import AnyCheck

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "validate",
    cls=TranslatedCommand,
    help=_(
        "Check parts of the program against results of bargaining theory that are known exactly.\n\n"
        "NAME is one check; without it all are made. Prints what was expected and what was measured, and writes a page "
        "with a picture for each check. Exit code 1 where something does not hold."
    ),
)
@click.argument("name", required=False)
@option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("results") / "validation",
    show_default=True,
    help=_("Folder for the page and its pictures."),
)
@json_option
@language_option
def command(name: str | None, out: Path, as_json: bool, lang: str) -> int:
    """`negotiation-sim validate`."""
    from negotiation_sim.experiments.files import output_folder
    from negotiation_sim.messages.language import Language
    from negotiation_sim.validation.report import document, made, table, write_report

    checks = _chosen(name)
    language = Language(lang)
    all_checked = []
    with output_folder(out):
        for check in checks:
            click.echo(gettext("Checking: {name}").format(name=gettext(check.title)), err=True)
            all_checked.append(made(check, language))
            if not as_json:
                click.echo("\n".join([*table(all_checked[-1], language), ""]))
                sys.stdout.flush()
        files = write_report(all_checked, out, language)
    result = document(all_checked)
    if as_json:
        click.echo(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        for path in files:
            click.echo(gettext("Written: {path}").format(path=path))
    return 0 if result["holds"] else 1


def _chosen(name: str | None) -> list[AnyCheck]:
    """The check of that name, or all. Raises click.UsageError with the nearest name."""
    from negotiation_sim.validation.catalogue import CHECKS

    if name is None:
        return list(CHECKS.values())
    if name in CHECKS:
        return [CHECKS[name]]
    from difflib import get_close_matches

    near = get_close_matches(name, CHECKS, 1)
    message = gettext("There is no check '{name}' ({names}).").format(name=name, names=", ".join(CHECKS))
    hint = " " + gettext("Did you mean '{name}'?").format(name=near[0]) if near else ""
    raise click.UsageError(message + hint)
