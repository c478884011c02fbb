"""Messages: the template is up to date, a catalogue is used where there is one, English is the fallback."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from negotiation_sim.messages import missing_catalogue, translator

SOURCE = Path(__file__).parents[1] / "src" / "negotiation_sim"


def messages_in_the_source() -> Catalog:
    found = Catalog()
    for _, _, message, _, context in extract_from_dir(SOURCE):
        found.add(message, context=context)
    return found


def ids(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.id, message.context) for message in catalogue if message.id}


def test_the_template_is_up_to_date() -> None:
    """If not: run the command in the docstring of `negotiation_sim.messages`."""
    with (SOURCE / "locale" / "negotiation_sim.pot").open("rb") as file:
        template = read_po(file)
    assert ids(template) == ids(messages_in_the_source())


def test_singular_and_plural_have_the_same_places() -> None:
    for message in messages_in_the_source():
        if message.pluralizable:
            singular, plural = (sorted(re.findall(r"\{[^}]*\}", form)) for form in message.id)
            assert singular == plural, message.id


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
    assert missing_catalogue("kk", tmp_path) is None


def test_without_a_catalogue_english_and_one_note(tmp_path: Path) -> None:
    assert translator("ru", tmp_path).ngettext("{n} more change", "{n} more changes", 2) == "{n} more changes"
    assert missing_catalogue("ru", tmp_path) == (
        "The sentences are not translated into Russian yet; they are shown in English."
    )
    assert missing_catalogue("en", tmp_path) is None
