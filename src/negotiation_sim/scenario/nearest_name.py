"""The right name nearest to a mistyped one, also when it was typed with Cyrillic letters that look Latin."""

import difflib
from collections.abc import Iterable

_LOOK_ALIKES = str.maketrans("аеорсухіԁһјѕӏԛԝАВЕКМНОРСТУХІЅЈ", "aeopcyxidhjslqwABEKMHOPCTYXISJ")
_LONGEST = 60
"""A longer word is no slip of the finger, and comparing it would take long."""


def nearest(wrong: str, right: Iterable[str]) -> str | None:
    """The right name nearest to a wrong one, None where no name is near."""
    if len(wrong) > _LONGEST:
        return None
    simplified = {_simple(name): name for name in right}
    near = difflib.get_close_matches(_simple(wrong), simplified, n=1, cutoff=0.6)
    return simplified[near[0]] if near else None


def suggestion(wrong: str, right: Iterable[str]) -> str:
    """Text to follow a message, such as "; did you mean 'skill'?", or "" where no name is near."""
    near = nearest(wrong, right)
    if near is None:
        return ""
    cyrillic = wrong != near and wrong.translate(_LOOK_ALIKES) == near
    return f"; did you mean {near!r}?{' (yours has a Cyrillic letter that looks Latin)' if cyrillic else ''}"


def listed(names: Iterable[str]) -> str:
    """The names in quotes with commas, "or" before the last: "'a', 'b' or 'c'"."""
    quoted = [repr(name) for name in names]
    return " or ".join(part for part in (", ".join(quoted[:-1]), quoted[-1]) if part)


def _simple(name: str) -> str:
    return name.translate(_LOOK_ALIKES).casefold().replace("-", "_").replace(" ", "_")
