"""CSV for programs and for the spreadsheets of three languages: the same numbers come back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from negotiation_sim.messages.language import Language
from negotiation_sim.sweeps import exporting
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.exporting import PLAIN, Dialect, export_table, spreadsheet_dialect
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.results import Results, load_results
from negotiation_sim.sweeps.runner import Crew, play

Loader = Callable[..., Experiment]
DIALECTS = {"plain": PLAIN} | {lang: spreadsheet_dialect(Language(lang)) for lang in ("en", "ru", "kk")}


def test_spreadsheets_of_russian_and_kazakh_take_semicolons_and_decimal_commas() -> None:
    assert DIALECTS["en"] == Dialect(",", ".", "utf-8-sig", "\r\n", csv.QUOTE_ALL)
    assert DIALECTS["ru"] == DIALECTS["kk"] == Dialect(";", ",", "utf-8-sig", "\r\n", csv.QUOTE_ALL)


@pytest.mark.parametrize("table", ["summary", "differences", "runs"])
@pytest.mark.parametrize("name", list(DIALECTS))
def test_the_same_numbers_come_back(swept: Results, tmp_path: Path, table: str, name: str) -> None:
    dialect = DIALECTS[name]
    path = tmp_path / "table.csv"
    rows = export_table(swept, table, path, dialect)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") == (name != "plain")
    assert content.count(b"\r\n") == (rows + 1 if name != "plain" else 0)
    read = pd.read_csv(path, sep=dialect.between, decimal=dialect.decimal, encoding="utf-8-sig")
    expected = getattr(swept, table)
    assert len(read) == rows == len(expected)
    assert set(read.columns) == set(expected.columns)
    pd.testing.assert_frame_equal(read[expected.columns], expected, check_dtype=False, check_exact=True)


def test_whole_numbers_stay_whole_and_the_decimal_sign_is_in_no_word(swept: Results, tmp_path: Path) -> None:
    export_table(swept, "summary", tmp_path / "ru.csv", DIALECTS["ru"])
    names, first, *_ = (tmp_path / "ru.csv").read_text(encoding="utf-8-sig").splitlines()
    assert '"0,6"' in first  # in quotes: a spreadsheet that takes commas for ends of cells as well does not cut it
    cells = dict(zip(*csv.reader([names, first], delimiter=";"), strict=True))
    assert cells["communication.quality"] == "0,6"
    assert (cells["point"], cells["mediator.style"], cells["runs"]) == ("0", "absent", "1050")
    assert cells["agreements"].isdecimal()


def test_without_rows_the_runs_cannot_be_exported_and_no_file_is_left(experiment: Loader, tmp_path: Path) -> None:
    play(experiment(), tmp_path / "out", Crew(1))
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(ResultsError, match="keeps no rows of single runs"):
        export_table(load_results(tmp_path / "out"), "runs", tmp_path / "runs.csv", PLAIN)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_more_rows_than_a_sheet_holds_are_refused_for_spreadsheets_only(
    swept: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_SHEET_ROWS", 9)  # as many as the summary has lines
    assert export_table(swept, "summary", tmp_path / "sheet.csv", DIALECTS["ru"]) == 8
    with pytest.raises(ResultsError, match="a sheet holds 9 rows and there are more; export them with --csv"):
        export_table(swept, "runs", tmp_path / "runs.csv", DIALECTS["ru"])
    assert not (tmp_path / "runs.csv").exists()
    assert export_table(swept, "runs", tmp_path / "runs.csv", PLAIN) == 8 * 1050


def test_a_table_that_is_gone_is_told(experiment: Loader, tmp_path: Path) -> None:
    play(experiment(), tmp_path / "out", Crew(1))
    for content in (b"", None):
        (tmp_path / "out" / "summary.csv").unlink() if content is None else (
            tmp_path / "out" / "summary.csv"
        ).write_bytes(content)
        with pytest.raises(ResultsError, match=r"summary\.csv is missing or damaged"):
            export_table(load_results(tmp_path / "out"), "summary", tmp_path / "table.csv", PLAIN)
