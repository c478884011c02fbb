"""What names in addresses look like; an address with any other is not found."""

from __future__ import annotations

import re

from starlette.convertors import Convertor, register_url_convertor

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What codes are made of: nothing that is read wrongly from a projector (0 and O, 1 and I)."""


class _Identifier(Convertor[str]):
    regex = "[A-Za-z0-9_-]{8,43}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _Code(_Identifier):
    regex = f"[{LETTERS}{LETTERS.lower()}]{{5}}"

    def convert(self, value: str) -> str:
        return value.upper()


class _Scene(_Identifier):
    regex = "[a-z0-9_-]{1,40}"


register_url_convertor("identifier", _Identifier())
register_url_convertor("code", _Code())
register_url_convertor("scene", _Scene())

CODE = "{code:code}"
SCENE = "{scene:scene}"


def ID(name: str) -> str:  # noqa: N802 - stands beside CODE and SCENE in addresses
    """The part of an address that is the unguessable name of a session or a table."""
    return f"{{{name}:identifier}}"


def is_identifier(text: str) -> bool:
    """Whether a text can be the name of a session or a table."""
    return re.fullmatch(_Identifier.regex, text) is not None


def is_code(text: str) -> bool:
    """Whether a text can be the code of a session."""
    return re.fullmatch(_Code.regex, text) is not None
