"""Names of a scenario file for whatever others call their issues and parties."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 40
"""Letters of a name in a scenario file."""


def identifiers(names: Iterable[str], kind: str) -> list[str]:
    """A name of small Latin letters, digits and _ for each text, all different; `kind` begins what would be no name."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
        own = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
        if not own:
            own = f"{kind}_{number}"
        elif not own[0].isalpha():
            own = f"{kind}_{own}"
        found.append(_unlike(own, found))
    return found


def _unlike(name: str, taken: list[str]) -> str:
    """The name, with a number behind it if it is taken."""
    short, number = name[:LONGEST].rstrip("_"), 2
    while short in taken:
        ending = f"_{number}"
        short, number = name[: LONGEST - len(ending)].rstrip("_") + ending, number + 1
    return short
