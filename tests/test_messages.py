"""Messages: a catalogue is used where there is one, English is the fallback, every language is complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from negotiation_sim.cli import catalogues
from negotiation_sim.cli.catalogue_checks import catalogue_problems, mixed_words
from negotiation_sim.cli.click_words import WORDS
from negotiation_sim.messages import LANGUAGES, translator
from negotiation_sim.scenario import case_path, shipped_cases

OTHER_LANGUAGES = [lang for lang in LANGUAGES if lang != "en"]


def write_catalogue(folder: Path, lang: str) -> None:
    catalogue = Catalog(locale=lang, domain="negotiation_sim")
    catalogue.add("All must say yes.", "Бәрі келісуі керек.")
    catalogue.add((("{n} more change"), ("{n} more changes")), ("тағы {n}", "тағы {n}!"))
    path = folder / lang / "LC_MESSAGES" / "negotiation_sim.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def test_a_catalogue_is_used_and_its_gaps_are_english(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "kk")
    kazakh = translator("kk", tmp_path)
    assert kazakh.gettext("All must say yes.") == "Бәрі келісуі керек."
    assert kazakh.ngettext("{n} more change", "{n} more changes", 2) == "тағы {n}!"
    assert kazakh.gettext("No mediator takes part.") == "No mediator takes part."


def test_without_a_catalogue_english(tmp_path: Path) -> None:
    assert translator("ru", tmp_path).ngettext("{n} more change", "{n} more changes", 2) == "{n} more changes"


def test_singular_and_plural_have_the_same_places() -> None:
    for message in catalogues.template():
        if message.pluralizable and message.id not in WORDS:
            singular, plural = (sorted(re.findall(r"\{[^}]*\}", form)) for form in message.id)
            assert singular == plural, message.id


@pytest.mark.parametrize("lang", OTHER_LANGUAGES)
def test_everything_is_translated_with_its_places_and_in_one_alphabet(lang: str) -> None:
    assert [str(problem) for problem in catalogue_problems(catalogues.po_file(lang))] == []


@pytest.mark.parametrize(
    ("n", "russian", "kazakh"),
    [(1, "ещё 1 изменение", "тағы 1 өзгеріс"), (3, "ещё 3 изменения", "тағы 3 өзгеріс")]
    + [(n, f"ещё {n} изменений", f"тағы {n} өзгеріс") for n in (0, 5, 11, 12, 14, 25, 111)]
    + [(21, "ещё 21 изменение", "тағы 21 өзгеріс"), (22, "ещё 22 изменения", "тағы 22 өзгеріс")],
)
def test_plural_forms(n: int, russian: str, kazakh: str) -> None:
    said = [translator(lang).ngettext("{n} more change", "{n} more changes", n).format(n=n) for lang in ("ru", "kk")]
    assert said == [russian, kazakh]


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for below in value.values() for text in texts(below)]
    if isinstance(value, list):
        return [text for below in value for text in texts(below)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("case", shipped_cases())
def test_no_word_of_a_shipped_scenario_mixes_alphabets(case: str) -> None:
    found = texts(yaml.safe_load(case_path(case).read_text(encoding="utf-8")))
    assert [word for text in found for word in mixed_words(text)] == []
