"""The language of a call, known before anything is read or said: for help, for mistakes, for click's own words."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from negotiation_sim.messages import DOMAIN, FOLDER, LANGUAGES

VARIABLE = "NEGOTIATION_SIM_LANG"
"""The environment variable that names the language where a call does not."""


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for with `--lang`, wherever it stands; else that of the environment, else English."""
    asked = [os.environ.get(VARIABLE, "")]
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        option, equals, value = argument.partition("=")
        if option == "--lang":
            asked.append(value if equals else following)
    return next((lang for lang in reversed(asked) if lang in LANGUAGES), "en")


@contextmanager
def speaking(arguments: Sequence[str]) -> Iterator[None]:
    """While this lasts, `gettext.gettext` (click's as well) answers in the language of the call."""
    before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language_of(arguments)  # where gettext looks for the language
    try:
        yield
    finally:
        gettext.textdomain(before[0])
        os.environ.pop("LANGUAGE")
        if before[1] is not None:
            os.environ["LANGUAGE"] = before[1]
