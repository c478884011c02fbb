r"""What the program says, in the reader's language: gettext catalogues in `locale/`, English in the source.

English sentences are the message ids, so English needs no catalogue. Another language is one file,
`locale/LANG/LC_MESSAGES/negotiation_sim.po`, begun with `pybabel init` from `locale/negotiation_sim.pot` and
made ready to use with `pybabel compile` (both take `-D negotiation_sim`). After a change of a sentence bring
the template up to date, from the root of the project:

    pybabel extract --no-location --omit-header --sort-output --add-comments=NOTE \
        -o src/negotiation_sim/locale/negotiation_sim.pot src/negotiation_sim
"""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
_DOMAIN = "negotiation_sim"
_FOLDER = Path(__file__).parent / "locale"


def translator(lang: str = "en", folder: Path = _FOLDER) -> gettext.NullTranslations:
    """The messages in a language of `LANGUAGES`; in English where there is no catalogue for it."""
    return gettext.translation(_DOMAIN, folder, languages=[lang], fallback=True)


def missing_catalogue(lang: str, folder: Path = _FOLDER) -> str | None:
    """One plain sentence where a language has no catalogue yet, otherwise None."""
    if lang == "en" or gettext.find(_DOMAIN, folder, languages=[lang]):
        return None
    return f"The sentences are not translated into {LANGUAGES[lang]} yet; they are shown in English."
