"""Builds the tree of a scenario text from the flat stream of YAML events, and refuses what does harm."""

from collections.abc import Iterator
from gettext import gettext

import yaml

from negotiation_sim.scenario.problems import Place, Problem, ScenarioError, Source
from negotiation_sim.scenario.yaml_mistakes import Quote
from negotiation_sim.scenario.yaml_nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from negotiation_sim.scenario.yaml_scalars import scalar

DEEPEST = 20
MOST_NODES = 50_000
"""More values than any scenario within the limits of its fields can hold."""


class Tree:
    """Builds the tree event by event; open mappings and lists wait on a stack, so nothing recurses."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.nodes = 0
        self.open: list[_Open] = []
        self.last_quote: Quote | None = None

    @property
    def open_bracket(self) -> Place | None:
        """Where the innermost bracket that is still open stands."""
        return self.open[-1].place if self.open and self.open[-1].in_brackets else None

    def take(self, event: yaml.Event) -> None:
        """Adds what the event says; raises ScenarioError for what is refused."""
        mark = event.start_mark
        place = Place(self.source, mark.line + 1, mark.column + 1) if mark else Place(self.source, 1, 1)
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(place, gettext("a second document ('---') begins; a scenario is one document"))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            told = gettext("anchors (&) and aliases (*) are not used here; write it out, or put it in quotes")
            self._refuse(place, told)
        if getattr(event, "tag", None) is not None:
            told = gettext("tags (!) are not used here; write the plain value, or put it in quotes")
            self._refuse(place, told)
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("'", '"') and event.end_mark:
                self.last_quote = Quote(place, event.end_mark.line + 1)
            self._add(ScalarNode(scalar(event.value) if event.implicit[0] else event.value, place), event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            is_mapping, in_brackets = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
            self.open.append(_Open(is_mapping, in_brackets, place))
            if len(self.open) > DEEPEST:
                self._refuse(place, gettext("nested deeper than {number} levels").format(number=DEEPEST))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self.open.pop().closed(), None)

    def _add(self, node: Node, key: str | None) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._refuse(node.place, gettext("more than {number} values").format(number=MOST_NODES))
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            if key is None:
                self._refuse(node.place, gettext("a key must be a plain word, not a mapping or a list"))
            parent.key, parent.key_place = key, node.place
        else:
            self.problems.extend(parent.put(node))

    def _refuse(self, place: Place, message: str) -> None:
        raise ScenarioError([*self.problems, place.problem(message)])


class _Open:
    """A mapping or list whose end has not been read yet."""

    def __init__(self, is_mapping: bool, in_brackets: bool, place: Place) -> None:
        self.is_mapping = is_mapping
        self.in_brackets = in_brackets
        self.place = place
        self.items: list[Node] = []
        self.entries: dict[str, Entry] = {}
        self.key: str | None = None
        self.key_place = place

    def put(self, node: Node) -> Iterator[Problem]:
        """Puts the value under the key read last; a key given before is a problem."""
        key, self.key = str(self.key), None
        if key in self.entries:
            first = self.entries[key].key_place.line
            told = gettext("the key {key} is given twice (first on line {line})")
            yield self.key_place.problem(told.format(key=repr(key), line=first))
        else:
            self.entries[key] = Entry(self.key_place, node)

    def closed(self) -> Node:
        """The mapping or list, now complete."""
        if self.is_mapping:
            return MappingNode(self.entries, self.place)
        return ListNode(tuple(self.items), self.place)
