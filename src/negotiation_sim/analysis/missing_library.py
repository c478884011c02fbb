"""Libraries that only some statistics need: found, or asked for in plain words."""

from __future__ import annotations

from gettext import gettext
from importlib import import_module
from typing import Any


class MissingLibrary(Exception):  # noqa: N818 - it is what it says
    """A library of one of the extras is not installed; the text says how to install it."""

    def __init__(self, library: str, extra: str) -> None:
        """Name the library and the extra that brings it."""
        self.library = library
        self.extra = extra
        told = gettext("{library} is not installed: pip install 'negotiation-sim[{extra}]'")
        super().__init__(told.format(library=library, extra=extra))


def needed(module: str, library: str, extra: str) -> Any:
    """The module of a library that an extra brings. Raises MissingLibrary where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != module.split(".")[0]:
            raise  # the library is there, and something that it needs is not
        raise MissingLibrary(library, extra) from None
