"""Every command speaks the language asked for: help, mistakes, tables; JSON stays as it is."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from negotiation_sim.cli import group
from negotiation_sim.cli.speaking import VARIABLE, language_of

COMMANDS = (
    *("run", "watch", "explain", "sweep", "merge", "sensitivity", "export"),
    *("check", "new", "strategies", "styles", "cases", "schema"),
)
# What stays English in a help text: names of options and formats, formulas, click's names of kinds of values.
_KEPT = re.compile(
    r"negotiation-sim|my_strategy|[a-z_]+\.(?:py|csv|json|yaml)|\[[^\]]*\]|--?[a-z-]+|[A-Z_]{2,}|`[^`]*`"
)


def call(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(group, list(arguments), env={"COLUMNS": "100", VARIABLE: None, **environment})


def test_the_language_of_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert language_of(["run", "x"]) == "en"
    assert language_of(["--lang", "ru", "run"]) == "ru"
    assert language_of(["--lang", "ru", "run", "--lang=kk"]) == "kk"
    monkeypatch.setenv(VARIABLE, "kk")
    assert language_of(["run", "--lang"]) == "kk"
    assert language_of(["run", "--lang", "en"]) == "en"


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_help_is_in_the_language_and_in_no_other(command: tuple[str, ...], lang: str) -> None:
    shown = call("--lang", lang, *command, "--help")
    assert shown.exit_code == 0
    assert shown.stdout == call(*command, "--help", **{VARIABLE: lang}).stdout
    english = set(
        re.findall(r"\b(?:the|of|and|with|to|is|Options|Usage|Commands|default)\b", _KEPT.sub("", shown.stdout))
    )
    assert english == set()
    assert "Show this message" in call(*command, "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("run",), "Не указан аргумент 'CONFIG'"),
        (("run", "x", "--runz", "5"), "Нет параметра '--runz'. Возможно, вы имели в виду '--runs'?"),
        (("rn",), "Нет команды «rn». Возможно, вы имели в виду «run»?"),
        (("run", "x", "--rows", "rows.xlsx"), "имя файла должно кончаться на .csv или .parquet"),
        (("explain", "tight_zone", "--arm", "interest"), "Варианта «interest» нет"),
        (("watch", "tight_zone", "--point", "1"), "--point указывают только с папкой серии прогонов"),
        (("sweep", "x.yaml", "--shard", "3/3"), "напишите номер части, с нуля, и число частей"),
        (("merge", "part"), "Не указан параметр '--out'"),
        (("sensitivity", "x.yaml", "--workers", "0"), "0 вне диапазона 1<=x<=1024"),
        (("export", "results", "--table", "run"), "'run' не подходит; возможно: 'summary', 'differences', 'runs'"),
    ],
)
def test_mistakes_are_told_in_the_language(arguments: tuple[str, ...], words: str) -> None:
    result = call(*arguments, "--lang", "ru")
    assert result.exit_code == 2
    assert "Ошибка: " in result.stderr
    assert words in result.stderr


def test_a_wrong_language_is_refused_wherever_it_stands() -> None:
    for result in (call("--lang", "de", "cases"), call("cases", "--lang", "de"), call("cases", **{VARIABLE: "de"})):
        assert result.exit_code == 2
        assert "'de' is not one of 'en', 'ru', 'kk'" in result.stderr


@pytest.mark.parametrize("command", ["strategies", "styles", "cases"])
def test_lists_are_in_the_language_and_their_json_is_not(command: str) -> None:
    assert call(command, "--lang", "ru").stdout != call(command).stdout
    assert call(command, "--json", "--lang", "ru").stdout == call(command, "--json").stdout


def test_run_prints_and_draws_in_the_language_and_its_files_for_machines_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The process that compiles beside this one would outlive the test.
    monkeypatch.setattr("negotiation_sim.cli.run.announce_compilation", lambda: None)
    for lang in ("en", "ru", "kk"):
        options = ("--runs", "10", "--space", "0", "--set", "communication.quality=0.5", "--out", str(tmp_path / lang))
        result = call("run", "two_party_textbook", *options, "--lang", lang)
        assert result.exit_code == 0, result.output
        head, last = {
            "en": ("agree %", "Under the same luck"),
            "ru": ("соглашений, %", "При одинаковых случайностях"),
            "kk": ("келісім, %", "Бірдей кездейсоқтықта"),
        }[lang]
        assert head in result.stdout
        assert last in result.stdout
        assert ("0.5 " in result.stdout) == (lang == "en")
        for name in ("summary.csv", "results.json"):
            assert (tmp_path / lang / name).read_bytes() == (tmp_path / "en" / name).read_bytes()
    assert len({(tmp_path / lang / "agreement.svg").read_bytes() for lang in ("en", "ru", "kk")}) == 3


def test_nothing_of_a_call_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    before = gettext.textdomain()
    call("cases", "--lang", "ru")
    assert gettext.textdomain() == before
    assert gettext.gettext("Options") == "Options"
