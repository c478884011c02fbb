"""Unquoted words as YAML 1.2 reads them (core schema, chapter 10.3.2): `no` is text, 1e3 a number."""

import re

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_INT = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)")
_NAN = frozenset((".nan", ".NaN", ".NAN"))
_MOST_DIGITS = 19
"""Longer whole numbers are read as floats, so that no word takes long to read."""


def scalar(word: str) -> str | int | float | bool | None:
    """The value of an unquoted word."""
    if word in _NULL:
        return None
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    if word in _NAN or _INFINITE.fullmatch(word):
        return float(word.replace(".", "").lower())
    if _INT.fullmatch(word):
        return int(word) if len(word) <= _MOST_DIGITS else float(word)
    if len(word) <= _MOST_DIGITS:
        if _OCTAL.fullmatch(word):
            return int(word[2:], 8)
        if _HEX.fullmatch(word):
            return int(word[2:], 16)
    return float(word) if _FLOAT.fullmatch(word) else word
