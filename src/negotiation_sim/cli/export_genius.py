"""`negotiation-sim export-genius`."""

from __future__ import annotations

from gettext import gettext
from pathlib import Path

import click

from negotiation_sim.cli.options import own_words_option, set_option
from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "export-genius",
    cls=TranslatedCommand,
    help=_(
        "Write SCENARIO to FOLDER as files of Genius (XML), or of NegMAS (YAML): the domain, and what each party "
        "values.\n\n"
        "Only for parties whose values are the same in every negotiation: those that write `values`, or "
        "`importance_spread: 0`."
    ),
)
@click.argument("scenario", metavar="SCENARIO")
@option("-o", "--out", metavar="FOLDER", required=True, type=click.Path(file_okay=False, path_type=Path),
        help=_("The folder to write to."))  # fmt: skip
@option("--format", "form", type=click.Choice(["genius", "negmas"]), default="genius", show_default=True,
        help=_("Whose files."))  # fmt: skip
@option("--force", is_flag=True, help=_("Write over files that are there."))
@set_option
@own_words_option
def command(scenario: str, out: Path, form: str, force: bool, settings: tuple[str, ...]) -> None:
    """`negotiation-sim export-genius`."""
    from negotiation_sim.experiments.files import write_whole
    from negotiation_sim.interop.genius.xml_text import genius_files
    from negotiation_sim.interop.negmas_yaml import negmas_files
    from negotiation_sim.interop.value_tables import NotExportable, exported
    from negotiation_sim.scenario import load_scenario

    try:
        told = exported(load_scenario(scenario, settings))
        files = genius_files(told) if form == "genius" else negmas_files(told)
    except NotExportable as error:
        raise click.UsageError(str(error)) from None
    there = [str(out / name) for name in files if (out / name).exists()]
    if there and not force:
        message = gettext("{files} would be overwritten; name another folder, or add --force")
        raise click.UsageError(message.format(files=", ".join(there)))
    for name, text in files.items():
        write_whole(out / name, text)
    for remark in told.remarks:
        click.echo(remark, err=True)
    click.echo(gettext("Written to {folder}: {files}").format(folder=out, files=", ".join(files)))
