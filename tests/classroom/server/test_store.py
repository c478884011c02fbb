"""The file: whose it is, who may read it, what it keeps."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from negotiation_sim.classroom.server.store import Store, StoreError

SESSION = {
    "id": "s", "code": "ABCDE", "title": "A class", "lang": "en", "noise": 1, "debrief": 0, "seed": 1,
    "scenario": "{}", "created": "2026-01-01",
}  # fmt: skip
TABLE = {"id": "t", "session": "s", "number": 1, "name": "Table 1"}


def with_table(file: str) -> Store:
    store = Store(file)
    store.add_session(SESSION, [TABLE])
    return store


def test_only_the_owner_may_read_the_file(file):
    Store(file).close()
    assert Path(file).stat().st_mode & 0o777 == 0o600


def test_what_was_written_is_there_after_a_restart(file):
    with closing(with_table(file)) as store:
        store.append("t", 1, "token", 7, {"do": "say", "text": "Қазақша"}, "12:00", "playing")
    with closing(Store(file)) as store:
        assert store.events("t") == [{"n": 1, "do": "say", "text": "Қазақша", "at": "12:00"}]
        assert store.is_done("t", "token", 7)
        assert not store.is_done("t", "token", 8)


@pytest.mark.parametrize("second", [(1, "other", 8), (2, "token", 7)], ids=["number", "sender's number"])
def test_nothing_is_written_twice(file, second):
    number, token, seq = second
    with closing(with_table(file)) as store:
        store.append("t", 1, "token", 7, {"do": "done"}, "12:00", "playing")
        with pytest.raises(sqlite3.IntegrityError):
            store.append("t", number, token, seq, {"do": "done"}, "12:01", "ended")
        assert len(store.events("t")) == 1
        assert store.rows("SELECT state FROM tables") == [{"state": "playing"}]


def test_a_session_and_its_tables_come_together_or_not_at_all(file):
    with closing(Store(file)) as store:
        with pytest.raises(sqlite3.IntegrityError):
            store.add_session(SESSION, [TABLE, TABLE])
        assert store.rows("SELECT * FROM sessions") == []


def test_a_deleted_session_takes_all_along(file):
    with closing(with_table(file)) as store:
        store.append("t", 1, None, None, {"do": "start"}, "12:00", "playing")
        store.delete_session("s")
        assert store.events("t") == []
        assert store.rows("SELECT * FROM tables") == []
    assert b"ABCDE" not in Path(file).read_bytes()


def test_a_file_in_use_is_refused(file):
    with closing(Store(file)), pytest.raises(StoreError, match="another classroom uses this file"):
        Store(file)


def test_a_file_of_another_program_is_refused_and_left_as_it_is(file):
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE mine (x)")
    before = Path(file).read_bytes()
    with pytest.raises(StoreError, match="not a file of the classroom"):
        Store(file)
    assert Path(file).read_bytes() == before


def test_a_text_is_no_file_of_the_classroom(file):
    Path(file).write_text("minutes of a meeting " * 100)
    with pytest.raises(StoreError, match="not a file of the classroom"):
        Store(file)


def test_a_file_of_another_version_is_refused(file):
    with closing(Store(file)) as store:
        store.write("UPDATE about SET version = '0.0.1'")
    with pytest.raises(StoreError, match=r"written by version 0\.0\.1"):
        Store(file)


def test_a_file_of_a_later_format_is_refused(file):
    Store(file).close()
    with closing(sqlite3.connect(file)) as later:
        later.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError, match="written by version"):
        Store(file)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StoreError, match=r"nowhere.x: cannot be opened"):
        Store(str(tmp_path / "nowhere" / "x"))
