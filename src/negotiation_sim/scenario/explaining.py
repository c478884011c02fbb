"""Says in plain words, at the right place, what pydantic found wrong with a value."""

from collections.abc import Mapping
from typing import Any

from negotiation_sim.scenario.model import Scenario
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
_FORMS = frozenset(
    (
        "plain text",
        "translations",
        "one effect",
        "list of effects",
        "range of values",
        "list of values",
        "named quota",
        "share of votes",
    )
)
"""Tags that pydantic adds to a place where a value may take several forms."""

_LONGEST_SHOWN = 40


def explained(root: MappingNode, error: Mapping[str, Any]) -> Problem:
    """The problem for one entry of `ValidationError.errors()`."""
    path = path_of(root, error)
    name = ".".join(map(str, path))
    kind = str(error["type"])
    if kind == "extra_forbidden":
        model = Translations if "translations" in error["loc"] else model_at(path[:-1])
        known = fields_of(model) if model else {}
        elsewhere = _sections_with(str(path[-1])) if len(path) == 1 else ""
        near = suggestion(str(path[-1]), known) or elsewhere or f" (known keys: {', '.join(known)})"
        return key_place_of(root, path).problem(f"unknown key {str(path[-1])!r}{near}")
    if kind == "missing":
        return place_of(root, path).problem(f"the key {name!r} is missing{_allowed(path, is_number=False)}")
    if _KEY in error["loc"]:
        return key_place_of(root, path).problem(f"the name {_shown(path[-1])} {name_reason(kind)}")
    node = node_at(root, path)
    value = None if node is None else plain(node)
    what = f"{name!r} is {_shown(value)}"
    if kind in ("too_short", "too_long") and isinstance(value, dict | list):
        what = f"{name!r} has {_counted(value)}"
    allowed = "" if kind == "unknown_name" else _allowed(path, is_number=kind in NUMBER_KINDS)
    return place_of(root, path).problem(f"{what}{reason(kind, value, error)}{allowed}")


def is_misspelt(root: MappingNode, path: Path) -> bool:
    """Whether a missing key is there but misspelt, which is said at that key."""
    model, siblings = model_at(path[:-1]), node_at(root, path[:-1])
    known = fields_of(model) if model else {}
    written = siblings.entries if isinstance(siblings, MappingNode) else {}
    return any(key not in known and nearest(key, known) == path[-1] for key in written)


def path_of(root: Node, error: Mapping[str, Any]) -> Path:
    """The path in the file that an error of pydantic speaks of: without its own marks for forms and keys."""
    path: Path = ()
    for part in error["loc"]:
        is_there = node_at(root, (*path, part)) is not None
        if is_there or not (part == _KEY or part in _FORMS):
            path = (*path, part)
    return path


def _allowed(path: Path, *, is_number: bool) -> str:
    """What the field allows; inside a mapping or a list only where a number is looked for."""
    field = field_at(path)
    if field is field_at(path[:-1]) and not is_number:
        return ""
    extra = field.json_schema_extra if field else None
    return f" (allowed {extra['x-allowed']})" if isinstance(extra, dict) and "x-allowed" in extra else ""


def _sections_with(key: str) -> str:
    sections = [name for name in fields_of(Scenario) if key in fields_of(model_at((name,)) or StrictModel)]
    return f"; it belongs under {listed(sections)}" if sections else ""


def _counted(value: dict[str, object] | list[object]) -> str:
    return "1 entry" if len(value) == 1 else f"{len(value) or 'no'} entries"


def _shown(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
