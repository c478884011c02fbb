"""Brings template and catalogues up to date with the source: `python -m negotiation_sim.cli.catalogues`.

For developers; `negotiation_sim.messages` says when.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from negotiation_sim.classroom.server.browser_words import browser_sentences
from negotiation_sim.cli.descriptions import descriptions
from negotiation_sim.messages import DOMAIN, FOLDER, LANGUAGES
from negotiation_sim.scenario.allowed import message_of
from negotiation_sim.scenario.editor_schema import schema_text
from negotiation_sim.sweeps.editor_schema import experiment_schema_text

_MARK = "NOTE:"


def template() -> Catalog:
    """All sentences that the program and its pages can say, in English."""
    found = Catalog()
    for _, _, message, comments, context in extract_from_dir(FOLDER.parent, comment_tags=(_MARK,)):
        found.add(message, auto_comments=comments, context=context)
    for sentence in (*descriptions(), *_allowed_values()):
        found.add(sentence)
    for sentences, notes in browser_sentences().items():
        found.add(sentences, auto_comments=notes)
    return found


def _allowed_values() -> list[str]:
    """What the fields of scenarios and of experiments allow, as messages show it."""
    found = re.findall(r'"x-allowed": (".*")', schema_text() + experiment_schema_text())
    return list(dict.fromkeys(message_of(json.loads(sentence)) for sentence in found))


def po_file(lang: str) -> Path:
    """The file of a language that people edit."""
    return FOLDER / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue(lang: str) -> Catalog:
    """The translations of a language; none where there is no file yet."""
    path = po_file(lang)
    if not path.exists():
        return Catalog(locale=lang, domain=DOMAIN, project="negotiation_sim", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=lang, domain=DOMAIN)


def compiled(translations: Catalog) -> bytes:
    """The bytes of the .mo file."""
    file = io.BytesIO()
    write_mo(file, translations)
    return file.getvalue()


def _written(translations: Catalog, *, header: bool) -> bytes:
    file = io.BytesIO()
    write_po(
        file, translations, width=100, no_location=True, omit_header=not header, sort_output=True, ignore_obsolete=True
    )
    return file.getvalue()


def main() -> None:
    """Extract, update, compile. A sentence that changed is a new one, empty until somebody translates it."""
    english = template()
    (FOLDER / f"{DOMAIN}.pot").write_bytes(_written(english, header=False))
    for lang in LANGUAGES:
        if lang == "en":
            continue
        translations = catalogue(lang)
        english.creation_date = translations.creation_date  # the files change only where sentences do
        translations.update(english, no_fuzzy_matching=True)
        path = po_file(lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_written(translations, header=True))
        path.with_suffix(".mo").write_bytes(compiled(translations))


if __name__ == "__main__":
    main()
