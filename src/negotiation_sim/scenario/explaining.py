"""Says in plain words, at the right place, what pydantic found wrong with a value."""

from collections.abc import Mapping
from gettext import gettext, ngettext
from typing import Any

from negotiation_sim.scenario.allowed import allowed_in_words
from negotiation_sim.scenario.nearest_name import listed, nearest, suggestion
from negotiation_sim.scenario.paths import field_at, fields_of, model_at
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.reasons import NUMBER_KINDS, name_reason, reason
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Translations
from negotiation_sim.scenario.yaml_nodes import (
    MappingNode,
    Node,
    Path,
    key_place_of,
    node_at,
    place_of,
    plain,
)

_KEY = "[key]"
_LONGEST_SHOWN = 40


def explained(root: MappingNode, error: Mapping[str, Any], whole: type[StrictModel]) -> Problem:
    """The problem for one entry of `ValidationError.errors()`; `whole` is the model of the whole file."""
    path = path_of(root, error)
    name = ".".join(map(str, path))
    kind = str(error["type"])
    if kind == "extra_forbidden":
        model = Translations if "translations" in error["loc"] else model_at(path[:-1], whole)
        known = fields_of(model) if model else {}
        elsewhere = _sections_with(str(path[-1]), whole) if len(path) == 1 else ""
        all_known = gettext("known keys: {names}").format(names=", ".join(known))
        near = suggestion(str(path[-1]), known) or elsewhere or f" ({all_known})"
        told = gettext("unknown key {name}").format(name=repr(str(path[-1])))
        return key_place_of(root, path).problem(f"{told}{near}")
    if kind == "missing":
        return missing(root, path, whole)
    if _KEY in error["loc"]:
        return key_place_of(root, path).problem(name_reason(kind, _shown(path[-1])))
    node = node_at(root, path)
    value = None if node is None else plain(node)
    is_counted = kind in ("too_short", "too_long") and isinstance(value, dict | list)
    what = _counted(repr(name), value) if is_counted else _told(repr(name), value)
    allowed = "" if kind == "unknown_name" else _allowed(path, whole, is_number=kind in NUMBER_KINDS)
    return place_of(root, path).problem(f"{what}{reason(kind, value, error)}{allowed}")


def missing(root: MappingNode, path: Path, whole: type[StrictModel]) -> Problem:
    """The problem that a key is not written."""
    told = gettext("the key {name} is missing").format(name=repr(".".join(map(str, path))))
    return place_of(root, path).problem(f"{told}{_allowed(path, whole, is_number=False)}")


def is_misspelt(root: MappingNode, path: Path, whole: type[StrictModel]) -> bool:
    """Whether a missing key is there but misspelt, which is said at that key."""
    model, siblings = model_at(path[:-1], whole), node_at(root, path[:-1])
    known = fields_of(model) if model else {}
    written = siblings.entries if isinstance(siblings, MappingNode) else {}
    return any(key not in known and nearest(key, known) == path[-1] for key in written)


def path_of(root: Node, error: Mapping[str, Any]) -> Path:
    """The path in the file that an error of pydantic speaks of: without its own marks for forms and keys."""
    path: Path = ()
    last = len(error["loc"]) - 1
    for number, part in enumerate(error["loc"]):
        is_missing = error["type"] == "missing" and number == last
        if is_missing or node_at(root, (*path, part)) is not None:
            path = (*path, part)
    return path


def _allowed(path: Path, whole: type[StrictModel], *, is_number: bool) -> str:
    """What the field allows; inside a mapping or a list only where a number is looked for."""
    field = field_at(path, whole)
    if field is field_at(path[:-1], whole) and not is_number:
        return ""
    extra = field.json_schema_extra if field else None
    if not isinstance(extra, dict) or "x-allowed" not in extra:
        return ""
    told = gettext("allowed {what}").format(what=allowed_in_words(str(extra["x-allowed"])))
    return f" ({told})"


def _sections_with(key: str, whole: type[StrictModel]) -> str:
    sections = [name for name in fields_of(whole) if key in fields_of(model_at((name,), whole) or StrictModel)]
    if not sections:
        return ""
    told = gettext("it belongs under {names}").format(names=listed(sections, gettext("or")))
    return f"; {told}"


def _counted(name: str, value: Any) -> str:
    number = len(value)
    if number == 0:
        return gettext("{name} has no entries").format(name=name)
    told = ngettext("{name} has {number} entry", "{name} has {number} entries", number)
    return told.format(name=name, number=number)


def _told(name: str, value: object) -> str:
    """That the field has this value."""
    if value is None:
        return gettext("{name} is empty").format(name=name)
    if isinstance(value, dict):
        return gettext("{name} is a mapping").format(name=name)
    if isinstance(value, list):
        return gettext("{name} is a list").format(name=name)
    return gettext("{name} is {value}").format(name=name, value=_shown(value))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
