"""Every file in wrong_files/ ends with comments "# line:column: message" that name all its mistakes."""

import re
from pathlib import Path

import pytest

from negotiation_sim.cli.speaking import speaking
from negotiation_sim.scenario import ScenarioError, load_scenario

FILES = sorted((Path(__file__).parent / "wrong_files").glob("*.yaml"))
EXPECTED = re.compile(r"^# (\d+):(\d+): (.*)$", re.MULTILINE)
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|'x{9,}|'long long")
ENGLISH = re.compile(r"\b(?:the|is|are|of|and|not|must|needed|allowed|to|or|an|there|has)\b")


def test_there_are_many_wrong_files() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mistake_is_named_at_its_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    text = path.read_text(encoding="utf-8")
    expected = [(int(line), int(column), message) for line, column, message in EXPECTED.findall(text)]
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path.name)
    assert [(p.line, p.column, p.message) for p in caught.value.problems] == expected
    assert {p.file for p in caught.value.problems} == {path.name}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_report_shows_the_source_line_with_a_caret(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path)
    for problem in caught.value.problems:
        first, shown, caret = problem.report().split("\n")
        assert first == f"{path}:{problem.line}:{problem.column}: {problem.message}"
        assert shown[4:] in lines[problem.line - 1]
        source = lines[problem.line - 1]
        at_caret = (shown + " ")[caret.index("^")]
        assert at_caret == (source + " ")[problem.column - 1]


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mistake_is_told_in_the_language_at_the_same_place(path: Path, lang: str) -> None:
    text = path.read_text(encoding="utf-8")
    with speaking(["--lang", lang]), pytest.raises(ScenarioError) as caught:
        load_scenario(path)
    places = [(int(line), int(column)) for line, column, _ in EXPECTED.findall(text)]
    assert [(p.line, p.column) for p in caught.value.problems] == places
    for problem in caught.value.problems:
        own_words = QUOTED.sub("", problem.message)
        assert re.search("[а-яәғқңөұүһі]{3}", own_words)
        assert not ENGLISH.search(own_words), problem.message
        assert not re.search("{[a-z]", problem.message), "a place was not filled"
