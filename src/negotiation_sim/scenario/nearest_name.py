"""The right name nearest to a mistyped one, also when it was typed with Cyrillic letters that look Latin."""

import difflib
from collections.abc import Collection, Iterable
from gettext import gettext

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
    told = gettext("did you mean {name}?")
    if wrong != near and wrong.translate(_LOOK_ALIKES) == near:
        told = gettext("did you mean {name}? (yours has a Cyrillic letter that looks Latin)")
    return f"; {told.format(name=repr(near))}"


def suggestion_or_all(wrong: str, right: Collection[str]) -> str:
    """The same, and where no name is near all of them, such as " (there is: wages, hours)"."""
    told = gettext("there is: {names}").format(names=", ".join(right))
    return suggestion(wrong, right) or f" ({told})"


def listed(names: Iterable[str], last: str = "or") -> str:
    """The names in quotes with commas, the word "or" (in whatever language) before the last: "'a', 'b' or 'c'"."""
    quoted = [repr(name) for name in names]
    return f" {last} ".join(part for part in (", ".join(quoted[:-1]), quoted[-1]) if part)


def _simple(name: str) -> str:
    return name.translate(_LOOK_ALIKES).casefold().replace("-", "_").replace(" ", "_")
