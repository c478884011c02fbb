"""Why a value is wrong, in plain words, for each kind of error that pydantic knows."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from negotiation_sim.scenario.nearest_name import suggestion
from negotiation_sim.scenario.yaml_scalars import scalar

OUT_OF_RANGE = frozenset(("greater_than_equal", "less_than_equal", "greater_than"))
NUMBER_KINDS = OUT_OF_RANGE | {"float_type", "int_type", "int_from_float", "finite_number"}

_YES_NO = frozenset(("yes", "no", "on", "off", "y", "n"))
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_PERCENT = re.compile(r"([-+]?[0-9]+(?:[.,][0-9]+)?)\s*%")


def reason(kind: str, value: object, error: Mapping[str, Any]) -> str:
    """What to say after the value; `error` is an entry of `ValidationError.errors()` of this kind."""
    context = error.get("ctx", {})
    if kind == "unknown_name":
        return f"{context['explanation']}"
    if kind in ("limit_without_unit", "limit_form"):
        return f"{context['reason']}"
    if kind in OUT_OF_RANGE:
        return ": out of range"
    if kind in NUMBER_KINDS:
        return f": {_number_reason(value, whole=kind.startswith('int'))}"
    if kind == "bool_type":
        return f": write true or false{_truth_hint(value)}"
    if kind == "literal_error":
        return _choice_reason(value, str(context["expected"]))
    if kind == "string_type":
        return f": a text is needed{_text_hint(value)}"
    told = _REASONS.get(kind)
    return told(context) if told else f": {error['msg']}"


def _number_reason(value: object, whole: bool) -> str:
    needed = "a whole number is needed" if whole else "a number is needed"
    if isinstance(value, bool):
        return f"{needed}, not true or false"
    if isinstance(value, float):
        return needed if value - value == 0 else f"{needed}; infinity and nan are no numbers here"
    if not isinstance(value, str):
        return needed
    word = value.strip()
    if _DECIMAL_COMMA.fullmatch(word):
        return f"write a point, not a comma: {word.replace(',', '.')}"
    percent = _PERCENT.fullmatch(word)
    if percent and not whole:
        return f"write the share, {float(percent[1].replace(',', '.')) / 100:g}"
    if isinstance(scalar(word), int | float) and not isinstance(scalar(word), bool):
        return f"{needed} (take the quotes away)"
    if word.casefold() in ("nan", "inf", "infinity", "-inf"):
        return f"{needed}; infinity and nan are no numbers here"
    return needed


def _choice_reason(value: object, expected: str) -> str:
    if not isinstance(value, str):
        return ": there is no such choice"
    number = _number_reason(value, whole=False)
    said = ": there is no such choice" if number == "a number is needed" else f": {number}"
    return suggestion(value, re.findall(r"'([^']*)'", expected)) or said


def _truth_hint(value: object) -> str:
    word = value.casefold() if isinstance(value, str) else ""
    if word in _YES_NO:
        return " (yes/no/on/off are plain words here)"
    return " without quotes" if word in ("true", "false") else ""


def _text_hint(value: object) -> str:
    if isinstance(value, bool):
        return f'; put it in quotes: "{"true" if value else "false"}"'
    return f'; put it in quotes: "{value}"' if isinstance(value, int | float) else ""


def name_reason(kind: str) -> str:
    """What to say after a name that has not the form that names must have."""
    if kind == "string_pattern_mismatch":
        return "may hold small Latin letters a-z, digits and _ only, a letter first, at most 40 characters"
    return "must have 1 to 60 characters"


_REASONS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "list_type": lambda _: ": a list is needed, such as [first, second]",
    "dict_type": lambda _: ": keys and values are needed here ({} for none)",
    "model_type": lambda _: ": keys and values are needed here",
    "model_attributes_type": lambda _: ": keys and values are needed here",
    "too_short": lambda context: f": at least {context['min_length']} needed",
    "too_long": lambda context: f": at most {context['max_length']} allowed",
    "string_too_short": lambda _: ": a text must not be empty",
    "name_too_long": lambda _: ": too long",
}
