"""Fields that carry their meaning, unit, range and default in one sentence, shown by editors and messages."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

_PHRASES = {"share": "as a share", "utility": "of utility", "pure number": ""}


def described(meaning: str, allowed: str, default: str, unit: str = "") -> dict[str, Any]:
    """Arguments for `Field`: the description, and `x-allowed` and `x-unit` for messages and tables."""
    sentences = (meaning, f"Allowed: {allowed}", f"Unit: {unit}" if unit else "", f"Default: {default}")
    extra = {"x-allowed": allowed} | ({"x-unit": unit} if unit else {})
    return {"description": ". ".join(filter(None, sentences)) + ".", "json_schema_extra": extra}


def number(default: float, low: float, high: float, unit: str, meaning: str) -> Any:
    """A field for a number from `low` to `high`, both allowed, in a unit such as "share" or "rounds"."""
    phrase = _PHRASES.get(unit, unit)
    allowed = f"{_written(low)} to {_written(high)} {phrase}".strip()
    return Field(default, ge=low, le=high, **described(meaning, allowed, _written(default), unit))


def _written(value: float) -> str:
    """A number as people write it, large ones too."""
    return f"{value:d}" if isinstance(value, int) else f"{value:g}"


def word(default: object, allowed: str, meaning: str) -> Any:
    """A field whose allowed values a sentence describes; a default of None reads "none"."""
    shown = "none" if default is None else str(default).lower() if isinstance(default, bool) else str(default)
    return Field(default, **described(meaning, allowed, shown))


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


WholeNumber = Annotated[int, BeforeValidator(_whole)]
"""A whole number; 20.0 counts as 20, as in JSON, so that an axis of evenly spaced floats can run over it."""
