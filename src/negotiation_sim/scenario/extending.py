"""One file laid over another: own entries win, and null takes away what the base has."""

from types import NoneType
from typing import get_args

from negotiation_sim.scenario.paths import field_at
from negotiation_sim.scenario.yaml_nodes import Entry, MappingNode, Node, ScalarNode, node_at, replaced

_ARMS, _LABELS = ("compare", "arms"), ("compare", "labels")


def laid_over(base: MappingNode, own: MappingNode) -> MappingNode:
    """`own` over `base`: mappings are merged key by key, null takes an entry away, anything else replaces it.

    An arm that is taken away takes its label along.
    """
    arms, labels = node_at(own, _ARMS), node_at(base, _LABELS)
    if isinstance(arms, MappingNode) and isinstance(labels, MappingNode):
        gone = [name for name, entry in arms.entries.items() if _is_null(entry.node)]
        base = replaced(base, _LABELS, Entry(labels.place, labels.without(*gone)))
    return _merged(base, own, ())


def _merged(base: MappingNode, own: MappingNode, path: tuple[str, ...]) -> MappingNode:
    """The axis of a comparison is one key: an axis over another path replaces the base's axis whole."""
    if path == ("compare", "axis") and base.entries.keys() != own.entries.keys():
        return own
    result = dict(base.entries)
    for key, entry in own.entries.items():
        below = result.get(key)
        if below and _is_null(entry.node) and not _may_be_null((*path, key)):
            del result[key]
            continue
        if below and isinstance(below.node, MappingNode) and isinstance(entry.node, MappingNode):
            entry = Entry(entry.key_place, _merged(below.node, entry.node, (*path, key)))
        result[key] = entry
    return MappingNode(result, own.place)


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value is None


def _may_be_null(path: tuple[str, ...]) -> bool:
    """Whether null is a value of the field itself, such as a rule that keeps the strategy's own."""
    field = field_at(path)
    return field is not None and field is not field_at(path[:-1]) and NoneType in get_args(field.annotation)
