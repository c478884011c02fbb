"""`negotiation-sim export`. (That all numbers come back is shown in tests/sweeps/test_exporting.py.)"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

Call = Callable[..., Any]


@pytest.fixture
def results(swept_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(swept_folder, tmp_path / "out"))


@pytest.mark.parametrize(
    ("arguments", "name", "first_line", "rows"),
    [
        ((), "summary-for-csv.csv", "point,communication.quality,arm,", 4),
        (("--excel",), "summary-for-excel.csv", '\ufeff"point","communication.quality","arm",', 4),
        (("--excel", "--lang", "ru"), "summary-for-excel.csv", '\ufeff"point";"communication.quality";"arm";', 4),
        (("--excel", "--lang", "kk"), "summary-for-excel.csv", '\ufeff"point";"communication.quality";"arm";', 4),
        (("--csv", "--lang", "ru"), "summary-for-csv.csv", "point,communication.quality,arm,", 4),
        (("--table", "differences"), "differences-for-csv.csv", "point,communication.quality,first,second,", 2),
        (("--table", "runs"), "runs-for-csv.csv", "point,arm,run,ending,", 160),
        (("-o", "elsewhere.csv"), "../elsewhere.csv", "point,", 4),
    ],
)
def test_the_table_asked_for_in_the_form_asked_for(
    call: Call, results: Path, arguments: tuple[str, ...], name: str, first_line: str, rows: int
) -> None:
    said = call("export", "out", *arguments)
    assert said.code == 0, said.err
    lines = (results / name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(first_line)
    assert len(lines) == 1 + rows
    if "--lang" not in arguments:
        assert f"({rows} rows)" in said.out


def test_a_spreadsheet_in_russian_reads_the_same_numbers(call: Call, results: Path) -> None:
    assert call("export", "out", "--excel", "--lang", "ru").code == 0
    read = pd.read_csv(results / "summary-for-excel.csv", sep=";", decimal=",", encoding="utf-8-sig")
    pd.testing.assert_frame_equal(read, pd.read_csv(results / "summary.csv"), check_exact=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere",), "nowhere holds no results: there is no manifest.json"),
        (("out", "--table", "figures"), "'figures' is not one of"),
        (("out", "-o", "."), "--out"),
    ],
)
def test_wrong_calls(call: Call, results: Path, arguments: tuple[str, ...], words: str) -> None:
    before = sorted(results.rglob("*"))
    said = call("export", *arguments)
    assert said.code == 2
    assert words in said.err
    assert sorted(results.rglob("*")) == before
