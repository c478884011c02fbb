"""Tables of a results folder as text files: plain CSV, or CSV as a spreadsheet of the reader's language opens it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from gettext import gettext
from pathlib import Path
from typing import Any, Literal, NamedTuple

from negotiation_sim.experiments.files import whole_file
from negotiation_sim.messages.language import Language
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.parts import database, quoted
from negotiation_sim.sweeps.results import Results
from negotiation_sim.sweeps.summary import DIFFERENCES, SUMMARY

MOST_SHEET_ROWS = 1_048_576
"""Rows of a sheet, the line of names included, in Excel and LibreOffice."""


class Dialect(NamedTuple):
    """How a CSV file is written: with what between cells, which decimal sign, encoding, end of line and quotes."""

    between: str
    decimal: str
    encoding: str
    line_end: str
    quoting: Literal[0, 1]


PLAIN = Dialect(",", ".", "utf-8", "\n", csv.QUOTE_MINIMAL)


def spreadsheet_dialect(language: Language) -> Dialect:
    """The CSV that a spreadsheet set to the language opens rightly by a double click.

    Every cell is quoted: LibreOffice takes commas as well as semicolons for ends of cells, unless told otherwise, and
    would cut 0,5 in two.
    """
    decimal = language.numbers.with_decimal_sign("0.5")[1]
    return Dialect(";" if decimal == "," else ",", decimal, "utf-8-sig", "\r\n", csv.QUOTE_ALL)


def export_table(results: Results, table: str, path: Path, dialect: Dialect) -> int:
    """Write the table `summary`, `differences` or `runs` to a file, whole or not at all; returns its number of rows.

    Raises ResultsError where rows of runs were not kept, or are more than a sheet can hold in a file for spreadsheets.
    """
    with whole_file(path) as temporary, temporary.open("w", encoding=dialect.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=dialect.between, quoting=dialect.quoting, lineterminator=dialect.line_end)
        written = 0
        for cells in _rows(results, table):
            if dialect != PLAIN and written == MOST_SHEET_ROWS:
                told = gettext("a sheet holds {most} rows and there are more; export them with --csv")
                raise ResultsError(told.format(most=MOST_SHEET_ROWS))
            writer.writerow([_cell(cell, dialect.decimal) for cell in cells])
            written += 1
    return written - 1


def _rows(results: Results, table: str) -> Iterator[Sequence[Any]]:
    """The names of the columns, then the rows in order."""
    if table == "runs":
        query = f"SELECT * FROM {results.runs_query} ORDER BY point, arm, run"
    else:
        file = results.folder / {"summary": SUMMARY, "differences": DIFFERENCES}[table]
        getattr(results, table)  # says so if the file is damaged
        query = f"SELECT * FROM read_csv({quoted(file)}, header = true, sample_size = -1)"
    with database(results.folder) as connection:
        found = connection.execute(query)
        yield [column[0] for column in found.description or ()]
        while some := found.fetchmany(10_000):
            yield from some


def _cell(value: object, decimal: str) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value).replace(".", decimal) if isinstance(value, float) else value
