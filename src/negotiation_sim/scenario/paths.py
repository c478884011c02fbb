"""Dotted paths such as parties.*.strategy: which fields of the model they name."""

import types
import typing
from collections.abc import Iterable
from functools import cache
from gettext import gettext
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Translations
from negotiation_sim.scenario.yaml_nodes import MappingNode, Path, node_at

_KEYED_BY_INTEREST = ("importance", "effects")
_FREE_KEYS = ("links", "organisation_links", "authority", "sources")
_NOT_SETTABLE = ("compare", "extends")
_UNIONS = (typing.Union, typing.Annotated, types.UnionType)


class PathError(ValueError):
    """A path names nothing; the text says why."""


@cache
def fields_of(model: type[StrictModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names used in files."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def field_at(path: Path, whole: type[StrictModel] = Scenario) -> FieldInfo | None:
    """The field that holds the value at the path (inside a mapping or a list: the field of that).

    `whole` is the model of the whole file.
    """
    return _spot(path, whole)[1]


def model_at(path: Path, whole: type[StrictModel] = Scenario) -> type[StrictModel] | None:
    """The model whose fields are the keys at the path, None where keys are free or there are none."""
    return _model(_spot(path, whole)[0])


def is_whole_number(path: Path) -> bool:
    """Whether the number at the path of a scenario has to be whole."""
    return int in _kinds(_spot(path, Scenario)[0])


def expanded(root: MappingNode, pattern: str) -> list[tuple[str, ...]]:
    """The paths that a pattern names in this scenario; `*` stands for every party, issue or interest.

    Raises PathError where it names nothing.
    """
    parts = pattern.split(".")
    if parts[0] in _NOT_SETTABLE:
        raise PathError(gettext("{path} cannot be set by a path").format(path=repr(pattern)))
    paths: list[tuple[str, ...]] = [()]
    for part in parts:
        paths = [(*path, key) for path in paths for key in _keys(root, path, part)]
    return paths


def overlap(one: str, other: str) -> bool:
    """Whether two patterns can set the same value: one lies within the other, `*` meets every name.

    A field of `defaults` is a field of every party.
    """
    pairs = zip(_for_every_party(one), _for_every_party(other), strict=False)
    return all(left == right or "*" in (left, right) for left, right in pairs)


def _for_every_party(pattern: str) -> list[str]:
    parts = pattern.split(".")
    return ["parties", "*", *parts[1:]] if parts[0] == "defaults" else parts


def generality(pattern: str) -> tuple[int, int, str]:
    """Sort key that puts the general before the special, so that a special setting wins."""
    parts = pattern.split(".")
    return (-parts.count("*"), len(parts), pattern)


def _keys(root: MappingNode, path: tuple[str, ...], part: str) -> Iterable[str]:
    shown = ".".join((*path, part))
    known = _known_keys(root, path)
    if known is None:
        told = gettext("there is no {path}: {whole} is set as a whole")
        raise PathError(told.format(path=repr(shown), whole=repr(".".join(path))))
    if part == "*" and known and model_at(path) is None:
        return known
    if part in known or (path and path[-1] in _FREE_KEYS and part not in ("", "*")):
        return (part,)
    hint = suggestion_or_all(part, known) if known else ""
    raise PathError(gettext("there is no {path}").format(path=repr(shown)) + hint)


def _known_keys(root: MappingNode, path: tuple[str, ...]) -> list[str] | None:
    """The keys that may follow the path, None where none can."""
    kind, _ = _spot(path, Scenario)
    model = _model(kind)
    if model:
        return [name for name in fields_of(model) if path or name not in _NOT_SETTABLE]
    if _mapping_value(kind) is None:
        return None
    node = node_at(root, ("interests",) if path[-1] in _KEYED_BY_INTEREST else path)
    return list(node.entries) if isinstance(node, MappingNode) else []


def _spot(path: Path, whole: type[StrictModel]) -> tuple[Any, FieldInfo | None]:
    """The type of what stands at the path, and its field."""
    kind: Any = whole
    field: FieldInfo | None = None
    for part in path:
        model = _model(kind)
        if model:
            field = fields_of(model).get(str(part))
            kind = field.annotation if field else None
        else:
            kind = _mapping_value(kind)
    return kind, field


def _model(kind: Any) -> type[StrictModel] | None:
    """The model among the forms that a value may take; a text in several languages is one value."""
    if isinstance(kind, type) and issubclass(kind, StrictModel):
        return None if kind is Translations else kind
    forms = get_args(kind) if get_origin(kind) in _UNIONS else ()
    return next(filter(None, map(_model, forms)), None)


def _mapping_value(kind: Any) -> Any:
    """What the values of a mapping are, None where there is no mapping."""
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    forms = get_args(kind) if get_origin(kind) in _UNIONS else ()
    return next(filter(None, map(_mapping_value, forms)), None)


def _kinds(kind: Any) -> set[Any]:
    """The types that a value may have."""
    if get_origin(kind) is typing.Annotated:
        return _kinds(get_args(kind)[0])
    return set().union(*map(_kinds, get_args(kind))) if get_origin(kind) in _UNIONS else {kind}
