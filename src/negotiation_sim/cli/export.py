"""`negotiation-sim export`."""

from __future__ import annotations

from gettext import ngettext
from pathlib import Path

import click

from negotiation_sim.cli.options import language_option
from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "export",
    cls=TranslatedCommand,
    help=_(
        "Write a table of RESULTS, a folder that `sweep` left, to a text file.\n\n"
        "--csv: commas and decimal points, for programs. --excel: as a spreadsheet opens it by a double click; with "
        "--lang ru or kk that is with semicolons and decimal commas."
    ),
)
@click.argument("results", type=click.Path(path_type=Path))
@option("--csv", "form", flag_value="csv", help=_("Plain CSV."), default=True)
@option("--excel", "form", flag_value="excel", help=_("CSV for spreadsheets."))
@option(
    "--table",
    type=click.Choice(["summary", "differences", "runs"]),
    default="summary",
    show_default=True,
    help=_("Which table; runs only where the experiment says `store: runs`."),
)
@option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("The file to write.  [default: TABLE-for-FORM.csv in RESULTS]"),
)
@language_option
def command(results: Path, form: str, table: str, out: Path | None, lang: str) -> None:
    """`negotiation-sim export`."""
    from negotiation_sim.messages.language import Language
    from negotiation_sim.sweeps.exporting import PLAIN, export_table, spreadsheet_dialect
    from negotiation_sim.sweeps.results import load_results

    dialect = PLAIN if form == "csv" else spreadsheet_dialect(Language(lang))
    path = out if out is not None else results / f"{table}-for-{form}.csv"
    rows = export_table(load_results(results), table, path, dialect)
    message = ngettext("Written: {path} ({rows} row)", "Written: {path} ({rows} rows)", rows)
    click.echo(message.format(path=path, rows=rows))
