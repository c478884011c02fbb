"""Why a value is wrong, in plain words, for each kind of error that pydantic knows."""

import re
from collections.abc import Callable, Mapping
from gettext import gettext
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
    if kind == "literal_error":
        return _choice_reason(value, str(context["expected"]))
    return f": {_told(kind, value, error)}"


def _told(kind: str, value: object, error: Mapping[str, Any]) -> str:
    if kind in OUT_OF_RANGE:
        return gettext("out of range")
    if kind in NUMBER_KINDS:
        return _number_reason(value, whole=kind.startswith("int"))
    if kind == "bool_type":
        return _truth_reason(value)
    if kind == "string_type":
        return _text_reason(value)
    told = _REASONS.get(kind)
    return told(error.get("ctx", {})) if told else str(error["msg"])


def _number_reason(value: object, whole: bool) -> str:
    needed = gettext("a whole number is needed") if whole else gettext("a number is needed")
    if isinstance(value, bool):
        return gettext("{needed}, not true or false").format(needed=needed)
    if isinstance(value, float):
        return needed if value - value == 0 else _infinite(needed)
    if not isinstance(value, str):
        return needed
    word = value.strip()
    if _DECIMAL_COMMA.fullmatch(word):
        return gettext("write a point, not a comma: {number}").format(number=word.replace(",", "."))
    percent = _PERCENT.fullmatch(word)
    if percent and not whole:
        share = f"{float(percent[1].replace(',', '.')) / 100:g}"
        return gettext("write the share, {number}").format(number=share)
    if isinstance(scalar(word), int | float) and not isinstance(scalar(word), bool):
        return gettext("{needed} (take the quotes away)").format(needed=needed)
    return _infinite(needed) if word.casefold() in ("nan", "inf", "infinity", "-inf") else needed


def _infinite(needed: str) -> str:
    return gettext("{needed}; infinity and nan are no numbers here").format(needed=needed)


def _choice_reason(value: object, expected: str) -> str:
    near = suggestion(value, re.findall(r"'([^']*)'", expected)) if isinstance(value, str) else ""
    if near:
        return near
    number = _number_reason(value, whole=False) if isinstance(value, str) else ""
    is_like_a_number = number not in ("", gettext("a number is needed"))
    return ": " + (number if is_like_a_number else gettext("there is no such choice"))


def _truth_reason(value: object) -> str:
    word = value.casefold() if isinstance(value, str) else ""
    if word in _YES_NO:
        return gettext("write true or false (yes/no/on/off are plain words here)")
    return (
        gettext("write true or false without quotes") if word in ("true", "false") else gettext("write true or false")
    )


def _text_reason(value: object) -> str:
    if not isinstance(value, int | float):
        return gettext("a text is needed")
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return gettext('a text is needed; put it in quotes: "{value}"').format(value=written)


def name_reason(kind: str, name: str) -> str:
    """What to say of a name that has not the form that names must have."""
    told = gettext("the name {name} must have 1 to 60 characters")
    if kind == "string_pattern_mismatch":
        told = gettext(
            "the name {name} may hold small Latin letters a-z, digits and _ only, a letter first, at most 40 characters"
        )
    return told.format(name=name)


_REASONS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "list_type": lambda _: gettext("a list is needed, such as [first, second]"),
    "dict_type": lambda _: gettext("keys and values are needed here ({empty} for none)").format(empty="{}"),
    "model_type": lambda _: gettext("keys and values are needed here"),
    "model_attributes_type": lambda _: gettext("keys and values are needed here"),
    "too_short": lambda context: gettext("at least {number} needed").format(number=context["min_length"]),
    "too_long": lambda context: gettext("at most {number} allowed").format(number=context["max_length"]),
    "string_too_short": lambda _: gettext("a text must not be empty"),
    "name_too_long": lambda _: gettext("too long"),
}
