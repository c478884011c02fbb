"""A scenario text as a tree whose every key and value remembers its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from negotiation_sim.scenario.problems import Place


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """One value: text, a number, true, false or nothing."""

    value: object
    place: Place


@dataclass(frozen=True, slots=True)
class ListNode:
    """Values in a row."""

    items: tuple[Node, ...]
    place: Place


class Entry(NamedTuple):
    """A value under a key; `key_place` is where the key stands."""

    key_place: Place
    node: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Values under keys, in the order of the file."""

    entries: dict[str, Entry]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under the key, or None."""
        entry = self.entries.get(key)
        return entry.node if entry else None

    def with_entry(self, key: str, entry: Entry) -> MappingNode:
        """The same mapping with one entry replaced or added at the end."""
        return MappingNode({**self.entries, key: entry}, self.place)

    def without(self, *keys: str) -> MappingNode:
        """The same mapping without these keys."""
        return MappingNode({k: e for k, e in self.entries.items() if k not in keys}, self.place)


Node = ScalarNode | ListNode | MappingNode
Path = tuple[str | int, ...]


def plain(node: Node) -> object:
    """The tree as plain Python values (dict, list, str, int, float, bool, None)."""
    if isinstance(node, MappingNode):
        return {key: plain(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return node.value


def node_of(value: object, place: Place) -> Node:
    """A plain Python value as a tree whose every place is `place`."""
    if isinstance(value, Mapping):
        return MappingNode({str(k): Entry(place, node_of(v, place)) for k, v in value.items()}, place)
    if isinstance(value, list | tuple):
        return ListNode(tuple(node_of(item, place) for item in value), place)
    return ScalarNode(value, place)


def node_at(root: Node, path: Path) -> Node | None:
    """The node at the path, or None where there is none."""
    node: Node | None = root
    for part in path:
        if isinstance(node, MappingNode) and isinstance(part, str):
            node = node.get(part)
        elif isinstance(node, ListNode) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def place_of(root: Node, path: Path) -> Place:
    """Where the value at the path stands; where there is none, the nearest mapping or list above it."""
    for length in range(len(path), -1, -1):
        node = node_at(root, path[:length])
        if node is not None:
            return node.place
    return root.place


def key_place_of(root: Node, path: Path) -> Place:
    """Where the key of the path's last part stands; without such a key, the place of the value."""
    parent = node_at(root, path[:-1])
    if isinstance(parent, MappingNode) and path and path[-1] in parent.entries:
        return parent.entries[str(path[-1])].key_place
    return place_of(root, path)


def replaced(root: MappingNode, path: tuple[str, ...], entry: Entry) -> MappingNode:
    """The tree with the entry put at the path; what is no mapping on the way becomes one at its place."""
    key, *rest = path
    if not rest:
        return root.with_entry(key, entry)
    key_place, below = root.entries.get(key, Entry(entry.key_place, ScalarNode(None, entry.key_place)))
    inner = below if isinstance(below, MappingNode) else MappingNode({}, entry.key_place)
    return root.with_entry(key, Entry(key_place, replaced(inner, tuple(rest), entry)))
