"""The sentences of the pages, found in their files, and handed to the browser in its language."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

PYTHON = Path(__file__).resolve().parents[1]
STATIC = PYTHON / "static"
_LITERAL = r'"(?:[^"\\\n]|\\.)*"'
_CALL = re.compile(
    rf"(?<![\w.$])(?:t\(\s*(?P<one>{_LITERAL})|nt\(\s*(?P<singular>{_LITERAL})\s*,\s*(?P<plural>{_LITERAL}))"
)
_NOTE = "NOTE:"

Sentence = str | tuple[str, str]


@cache
def browser_sentences() -> dict[Sentence, tuple[str, ...]]:
    """The sentences of all pages, with the notes for translators that stand in the line before them.

    They stand in `t("…")`, or in `nt("…", "…")` as singular and plural, always as literals in double quotes; so no
    parser of JavaScript is needed, and what stands within templates is found as well.
    """
    found: dict[Sentence, tuple[str, ...]] = {}
    for path in sorted((STATIC / "js").rglob("*.js")):
        source = path.read_text(encoding="utf-8")
        for call in _CALL.finditer(source):
            texts = [json.loads(text) for text in call.group("one", "singular", "plural") if text]
            sentence = texts[0] if len(texts) == 1 else (texts[0], texts[1])
            found[sentence] = found.get(sentence, ()) + _notes_before(source, call.start())
    return found


def _notes_before(source: str, place: int) -> tuple[str, ...]:
    """What the comment in the lines before a place notes for translators."""
    lines: list[str] = []
    for line in reversed(source[:place].split("\n")[:-1]):
        if not line.lstrip().startswith("//"):
            break
        lines.insert(0, line)
    _before, marked, note = "\n".join(lines).partition(_NOTE)
    return (_NOTE + note.rstrip(),) if marked else ()


@cache
def catalogue_of(lang: str) -> dict[str, Any]:
    """What a page needs to speak a language; English needs no sentences."""
    from babel.messages.plurals import get_plural
    from babel.numbers import get_decimal_symbol, get_group_symbol

    from negotiation_sim.messages.numbers import Numbers

    return {
        "lang": lang,
        "plural": get_plural(lang).num_plurals,
        "numbers": {
            "decimal": get_decimal_symbol(lang),
            "group": get_group_symbol(lang),
            "percent": Numbers(lang).percent(0.12).replace("12", "{n}"),
        },
        "messages": {} if lang == "en" else _messages(lang),
    }


def _messages(lang: str) -> dict[str, str | list[str]]:
    """The sentences that are translated; for those with a number, all forms."""
    from babel.messages.pofile import read_po

    from negotiation_sim.messages import DOMAIN, FOLDER

    with (FOLDER / lang / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        translated = {_key(message.id): message.string for message in read_po(file, locale=lang) if message.id}
    found: dict[str, str | list[str]] = {}
    for sentence in (*browser_sentences(), *_answers()):
        string = translated.get(_key(sentence))
        if string and all(string):
            found[_key(sentence)] = string if isinstance(string, str) else list(string)
    return found


@cache
def _answers() -> list[str | tuple[str, ...]]:
    """What the server answers in English for the page to translate, above all why something was refused."""
    from babel.messages.extract import extract_from_dir

    return [message for _, _, message, _, _ in extract_from_dir(PYTHON)]


def _key(sentence: str | tuple[str, ...] | list[str]) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]
