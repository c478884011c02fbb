"""Files are whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiation_sim.experiments.files import output_folder, whole_file, write_whole


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "summary.csv"
    with whole_file(path) as temporary:
        temporary.write_text("half", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "half"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "summary.csv"
    write_whole(path, "old")
    with pytest.raises(KeyboardInterrupt), whole_file(path) as temporary:
        temporary.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_line_ends_are_kept_as_given(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.csv", "a\nb\n")
    assert (tmp_path / "a.csv").read_bytes() == b"a\nb\n"


def test_a_folder_that_cannot_be_made_is_an_oserror(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OSError, match="file"), output_folder(tmp_path / "file" / "out"):
        pass


def test_the_probe_leaves_nothing_behind(tmp_path: Path) -> None:
    with output_folder(tmp_path / "out"):
        assert list((tmp_path / "out").iterdir()) == []


def test_new_folders_go_again_when_the_work_fails(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    for folder in ("old", "new/deep"):
        with pytest.raises(RuntimeError, match="stop"), output_folder(tmp_path / folder):
            raise RuntimeError("stop")
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_a_folder_with_something_in_it_stays(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="stop"), output_folder(tmp_path / "out"):
        (tmp_path / "out" / "kept.csv").write_text("x", encoding="utf-8")
        raise RuntimeError("stop")
    assert (tmp_path / "out" / "kept.csv").exists()
