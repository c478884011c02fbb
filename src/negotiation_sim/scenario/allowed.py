"""What a field allows, in the reader's language: the sentence of the schema, whatever numbers it holds."""

import re
from gettext import gettext

_NUMBER = re.compile(r"(?<![\w.'-])-?[0-9]+(?:\.[0-9]+)?")
_NAMES = ("first", "second", "third", "fourth")


def allowed_in_words(sentence: str) -> str:
    """A sentence such as "2 to 500 rounds", translated with its numbers."""
    numbers = dict(zip(_NAMES, _NUMBER.findall(sentence), strict=False))
    return gettext(message_of(sentence)).format(**numbers)


def message_of(sentence: str) -> str:
    """The message of a sentence, "{first} to {second} rounds", so that other numbers need no translation."""
    names = iter(_NAMES)
    return _NUMBER.sub(lambda number: f"{{{next(names)}}}", sentence)
