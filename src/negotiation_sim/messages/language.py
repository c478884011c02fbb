"""A language of the reader: its sentences and its way to write numbers, handed on together."""

from __future__ import annotations

from negotiation_sim.messages import translator
from negotiation_sim.messages.numbers import Numbers


class Language:
    """English, Russian or Kazakh, by its code (en, ru or kk)."""

    def __init__(self, code: str = "en") -> None:
        """Load the sentences."""
        self.code = code
        self.numbers = Numbers(code)
        messages = translator(code)
        self.gettext = messages.gettext
        self.ngettext = messages.ngettext


ENGLISH = Language()
