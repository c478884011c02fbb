"""Template and catalogues are up to date: if not, give the command in the docstring of `negotiation_sim.messages`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from negotiation_sim.cli import catalogues
from negotiation_sim.messages import DOMAIN, FOLDER


def ids(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.id, message.context) for message in catalogue if message.id}


def said(catalogue: Catalog) -> dict[str, object]:
    """What each English sentence becomes; a list of forms counts as a tuple of them."""
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        if isinstance(message.string, str)
        else tuple(message.string or ())
        for message in catalogue
        if message.id
    }


def test_the_template_is_up_to_date() -> None:
    with (FOLDER / f"{DOMAIN}.pot").open("rb") as file:
        assert ids(read_po(file)) == ids(catalogues.template())


def test_the_template_holds_what_strategies_and_styles_say_of_themselves() -> None:
    assert ("No mediator.", None) in ids(catalogues.template())


def test_the_template_holds_what_fields_allow_in_scenarios_and_in_experiments() -> None:
    assert {("{first} to {second} rounds", None), ("path of a factor", None)} <= ids(catalogues.template())


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_compiled_file_says_what_the_readable_one_says(lang: str) -> None:
    readable = catalogues.catalogue(lang)
    with catalogues.po_file(lang).with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert said(compiled) == said(read_mo(BytesIO(catalogues.compiled(readable))))
    assert compiled.plural_forms == readable.plural_forms


def test_a_new_sentence_comes_empty_and_translations_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = Catalog()
    english.add("All must say yes.")
    english.add("Nobody ever said this.")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    monkeypatch.setattr(catalogues, "template", lambda: english)
    catalogues.main()
    path = catalogues.po_file("ru")
    path.write_text(path.read_text().replace('yes."\nmsgstr ""', 'yes."\nmsgstr "Все."'), encoding="utf-8")
    catalogues.main()
    assert said(catalogues.catalogue("ru")) == {"All must say yes.": "Все.", "Nobody ever said this.": ""}
    before = path.read_bytes()
    catalogues.main()
    assert path.read_bytes() == before
