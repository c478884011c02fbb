"""The files of a session: safe to open, whatever names people gave."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

HOSTILE = '=HYPERLINK("http://x")'
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def session(open_session, play_out):
    session = open_session(tables=2, title=f"{MARKUP}\"'&")
    session.tables[0].name = HOSTILE
    session.tables[1].name = f"  @{MARKUP}"
    play_out(session.tables[0])
    return session


def fetched(browser, session, kind: str, lang: str = "en"):
    reply = browser.get(f"/api/sessions/{session.id}/export.{kind}?lang={lang}", browser.trainer)
    assert reply.status_code == 200, reply.text
    return reply


def test_no_cell_of_the_csv_is_a_formula(browser, session) -> None:
    text = fetched(browser, session, "csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 2 * 3
    for row in rows:
        for cell in row.values():
            assert re.fullmatch(r"-?\d+(\.\d+)?", cell) or not re.match(r"\s*[=+\-@\t\r]", cell), cell
    assert rows[0]["table"] == f"'{HOSTILE}"
    assert float(rows[0]["worth"]) - float(rows[0]["reservation"]) == pytest.approx(float(rows[0]["surplus"]), abs=1e-4)
    assert rows[3]["worth"] == ""


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_the_handout_asks_for_nothing_and_runs_nothing(browser, session, lang) -> None:
    page = fetched(browser, session, "html", lang).text
    assert MARKUP not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert not re.search(
        r"<(script|link|img|iframe|object|embed|form|base)\b|url\(|@import|https?://", page.replace("http://x", "")
    )
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert f"<html lang='{lang}'>" in page


def test_the_log_folds_to_the_same_table(browser, session) -> None:
    from negotiation_sim.classroom.table import fold
    from negotiation_sim.scenario.loading import scenario_from

    whole = json.loads(fetched(browser, session, "json").content)
    log = whole["logs"][0]
    again = fold(scenario_from(whole["scenario"], None), whole["seed"], log["run"], log["events"])
    assert again.record.entries == session.tables[0].played.record.entries


def test_parquet_holds_the_same_numbers(browser, session, tmp_path) -> None:
    duckdb = pytest.importorskip("duckdb")
    file = tmp_path / "rows.parquet"
    file.write_bytes(fetched(browser, session, "parquet").content)
    found = duckdb.sql(f"SELECT role, worth FROM '{file}' WHERE worth IS NOT NULL ORDER BY role").fetchall()
    ended = session.tables[0].played.record.entries[-1]
    assert found == [(role, pytest.approx(worth, abs=1e-4)) for role, worth in sorted(ended["worth"].items())]


def test_an_unknown_kind_is_not_found(browser, session) -> None:
    assert browser.get(f"/api/sessions/{session.id}/export.exe", browser.trainer).status_code == 404
