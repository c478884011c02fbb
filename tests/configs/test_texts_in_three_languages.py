"""The shipped teaching cases can be read in English, Russian and Kazakh: every text has all three."""

import re
import unicodedata
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
import yaml

FILES = (resources.files("negotiation_sim") / "configs").iterdir()
CASES = {file.name: file for file in FILES if file.name.endswith(".yaml")}
LANGUAGES = ["en", "ru", "kk"]
TEXTS = ("name", "description", "label", "unit")
KAZAKH_LETTERS = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
WITHOUT_WORDS = re.compile(r"[\W\d]*(KZT)?[\W\d]*")
WORDS_OF_OLDER_LAW = ("қызметкер", "арбитраж", "бітімгер", "принцип")
"""The Labour Code of 2015 says жұмыскер, төрелік, татуластыру and қағидат."""


def content_of(case: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(CASES[case].read_text(encoding="utf-8"))
    return content


def texts_of(case: str) -> Iterator[tuple[str, Any]]:
    """Every text that the file itself writes for people to read, with the place where it stands."""
    content = content_of(case)
    yield from texts_below("", content)
    for place, texts in (("interests", content.get("interests", {})), ("compare.labels", labels_of(content))):
        yield from ((f"{place}.{key}", text) for key, text in texts.items())


def texts_below(place: str, value: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        return
    for key, entry in value.items():
        if key in TEXTS and isinstance(entry, str | dict):
            yield f"{place}{key}", entry
        elif key == "options" and place.startswith("issues."):
            yield from ((f"{place}options.{k}", option) for k, option in enumerate(entry))
        else:
            yield from texts_below(f"{place}{key}.", entry)


def labels_of(content: dict[str, Any]) -> dict[str, Any]:
    labels: dict[str, Any] = content.get("compare", {}).get("labels", {})
    return labels


def translations_of(case: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts that are in three languages; a text that is not is told of once."""
    return ((place, text) for place, text in texts_of(case) if isinstance(text, dict) and list(text) == LANGUAGES)


def scripts_of(word: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}


@pytest.mark.parametrize("case", CASES)
def test_every_text_is_in_three_languages(case: str) -> None:
    for place, text in texts_of(case):
        if isinstance(text, str) and WITHOUT_WORDS.fullmatch(text):
            continue  # "%" is the same in every language
        assert isinstance(text, dict), f"{place}: only in English"
        assert list(text) == LANGUAGES, place
        assert all(isinstance(words, str) and words.strip() for words in text.values()), place


@pytest.mark.parametrize("case", CASES)
def test_issues_sides_and_arms_have_labels(case: str) -> None:
    chain = [content_of(case)]
    while "extends" in chain[-1]:
        chain.append(content_of(f"{chain[-1]['extends']}.yaml"))
    for group in ("issues", "parties"):
        entries = [(key, entry) for content in chain for key, entry in content.get(group, {}).items()]
        assert {key for key, _ in entries} == {key for key, entry in entries if "label" in entry}, group
    arms = {arm for content in chain for arm in content.get("compare", {}).get("arms", {})}
    assert {arm for content in chain for arm in labels_of(content)} == arms


@pytest.mark.parametrize("case", CASES)
def test_no_word_mixes_latin_and_cyrillic_letters(case: str) -> None:
    for place, text in translations_of(case):
        for words in text.values():
            mixed = [word for word in re.findall(r"\w+", words) if len(scripts_of(word)) > 1]
            assert mixed == [], place


@pytest.mark.parametrize("case", CASES)
def test_russian_and_kazakh_are_written_in_their_letters(case: str) -> None:
    for place, text in translations_of(case):
        assert "CYRILLIC" not in scripts_of(text["en"]), f"{place}.en"
        assert not KAZAKH_LETTERS & set(text["ru"]), f"{place}.ru"
        for lang in ("ru", "kk"):
            assert "CYRILLIC" in scripts_of(text[lang]) or WITHOUT_WORDS.fullmatch(text[lang]), f"{place}.{lang}"
        if place == "description":
            assert KAZAKH_LETTERS & set(text["kk"]), f"{place}.kk"


@pytest.mark.parametrize("case", CASES)
def test_kazakh_uses_the_words_of_the_code_of_2015(case: str) -> None:
    for place, text in translations_of(case):
        assert [word for word in WORDS_OF_OLDER_LAW if word in text["kk"].lower()] == [], place


@pytest.mark.parametrize("case", CASES)
def test_options_and_arms_differ_in_every_language(case: str) -> None:
    rows: dict[str, list[dict[str, str]]] = {}
    for place, text in translations_of(case):
        if place.startswith("compare.labels.") or ".options." in place:
            rows.setdefault(place.rpartition(".")[0], []).append(text)
    for place, texts in rows.items():
        for lang in LANGUAGES:
            assert len({text[lang] for text in texts}) == len(texts), f"{place}, {lang}"


@pytest.mark.parametrize("case", CASES)
def test_labels_of_arms_are_no_longer_than_names_of_arms_may_be(case: str) -> None:
    for arm, label in labels_of(content_of(case)).items():
        assert max(map(len, label.values())) <= 60, arm
