"""What the program says, in the reader's language: gettext catalogues in `locale/`, English in the source.

English sentences are the message ids, so English needs no catalogue. Another language is one pair of files in
`locale/LANG/LC_MESSAGES/`: `negotiation_sim.po`, which people edit, and `negotiation_sim.mo`, made from it,
which the program reads. After a change of a sentence, from the root of the project:

    python -m negotiation_sim.cli.catalogues          # extract: template; update: every .po; compile: every .mo
    negotiation-sim check src/negotiation_sim/locale/*/LC_MESSAGES/*.po    # what is missing or wrong, line by line

Fill the empty `msgstr` lines that the second command names, then give the first command again. The sentences that
strategies, rules and styles of mediators are described with are the first lines of their docstrings.
"""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("en", "ru", "kk")
DOMAIN = "negotiation_sim"
FOLDER = Path(__file__).resolve().parents[1] / "locale"


def translator(lang: str = "en", folder: Path = FOLDER) -> gettext.NullTranslations:
    """The messages in a language of `LANGUAGES`; in English where there is no catalogue for it."""
    return gettext.translation(DOMAIN, folder, languages=[lang], fallback=True)
