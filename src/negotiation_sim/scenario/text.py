"""Texts that may be written in several languages: a string, or {en: , ru: , kk: }."""

from typing import Annotated

from pydantic import Discriminator, Field, StringConstraints, Tag

from negotiation_sim.scenario.strict_model import StrictModel

WrittenText = Annotated[str, StringConstraints(min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class Translations(StrictModel):
    """One text in several languages; English is always there."""

    en: WrittenText = Field(description="The text in English. Needed: shown where a language is missing.")
    ru: WrittenText | None = Field(None, description="The text in Russian. Default: the English text.")
    kk: WrittenText | None = Field(None, description="The text in Kazakh. Default: the English text.")


def _form(value: object) -> str:
    return "translations" if isinstance(value, dict | Translations) else "plain text"


Text = Annotated[
    Annotated[WrittenText, Tag("plain text")] | Annotated[Translations, Tag("translations")],
    Discriminator(_form),
]


def text_in(value: str | Translations, lang: str) -> str:
    """The text in a language (en, ru or kk), in English where that language is missing."""
    if isinstance(value, str):
        return value
    return getattr(value, lang, None) or value.en
