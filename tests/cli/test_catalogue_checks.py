"""A file of translations is checked sentence by sentence; what is wrong is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from negotiation_sim.cli import group
from negotiation_sim.cli.catalogue_checks import catalogue_problems, mixed_words
from negotiation_sim.cli.catalogues import po_file


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = po_file("ru").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "ru.po"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"Записано: {path}"', '"Записано: {paht}"', "{path} is missing; {paht} is not in the English sentence"),
        ('"Записано: {path}"', '"Записано: {path"', "a brace is not closed"),
        ('"Записано: {path}"', '""', "not translated: 'Written: {path}'"),
        ('"Записано: {path}"', '"Зaписано: {path}"', "Latin and Cyrillic letters are mixed in 'Зaписано'"),
        ('msgstr[2] "ещё {n} изменений"', 'msgstr[2] ""', "not translated: '{n} more change'"),
        ('msgstr[1] "ещё {n} изменения"', 'msgstr[1] "ещё изменения"', "{n} is missing"),
        ('msgstr[2] "ещё {n} изменений"\n', "", "not translated: '{n} more change'"),
        ('msgid "Written: {path}"', '#, fuzzy\nmsgid "Written: {path}"', "marked as fuzzy"),
    ],
)
def test_each_mistake_is_told_at_its_line(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    path = changed(tmp_path, old, new)
    (problem,) = catalogue_problems(path)
    assert complaint in problem.message
    assert problem.source_line.startswith("msg")
    lines = path.read_text(encoding="utf-8").splitlines()
    after = [i for i, line in enumerate(lines, 1) if "{n} more changes" in line or "Written: {path}" in line]
    assert any(-1 <= problem.line - line <= 3 for line in after)


def test_a_sentence_left_out_is_told_at_the_end(tmp_path: Path) -> None:
    path = changed(tmp_path, 'msgid "Written: {path}"\nmsgstr "Записано: {path}"\n', "")
    (problem,) = catalogue_problems(path)
    assert problem.message == "the sentence is not in the file: 'Written: {path}'"


@pytest.mark.parametrize("content", [b"\xff\xfe", b'msgid "one\nmsgstr "two"\n', b"nothing of the kind\n"])
def test_what_is_no_file_of_translations_is_said_plainly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.po"
    path.write_bytes(content)
    assert str(catalogue_problems(path)[0]).startswith(f"{path}:1:1: ")


def test_the_command_check_takes_a_file_of_translations(tmp_path: Path) -> None:
    path = changed(tmp_path, '"Записано: {path}"', '"Записано"')
    result = CliRunner().invoke(group, ["check", str(path), str(po_file("kk"))])
    assert result.exit_code == 2
    assert "{path} is missing" in result.stderr
    assert result.stdout == f"{po_file('kk')}: fine\n"


def test_words_of_one_alphabet_may_stand_side_by_side() -> None:
    assert mixed_words("файл JSON, seed 1, {n}-раундта, 12%-ға") == []
    assert mixed_words("кәсiподақ") == ["кәсiподақ"]
