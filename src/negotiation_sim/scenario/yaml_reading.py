"""Reads a scenario text safely: a flat pass over YAML events builds the tree, nothing is ever executed.

Anchors, aliases, tags, deep nesting, second documents and unprintable characters are refused, so that
neither an alias bomb nor thousands of brackets do harm (PyYAML's C composer crashes on the latter).
"""

import re
from gettext import gettext

import yaml

from negotiation_sim.scenario.problems import Place, Problem, ScenarioError, Source
from negotiation_sim.scenario.yaml_mistakes import syntax_problem
from negotiation_sim.scenario.yaml_nodes import MappingNode, Node, ScalarNode
from negotiation_sim.scenario.yaml_tree import Tree

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def source_of(name: str, text: str) -> Source:
    """The text under the name shown to the reader, cut into lines as YAML cuts them."""
    return Source(name, tuple(_LINE_BREAK.split(text)))


def read_tree(name: str, text: str) -> tuple[MappingNode, list[Problem]]:
    """The tree of a whole scenario text, and the keys given twice.

    Raises ScenarioError where the text cannot be read as a mapping.
    """
    source = source_of(name, text)
    node, problems = read_node(source, text)
    if isinstance(node, MappingNode):
        return node, problems
    empty = isinstance(node, ScalarNode) and node.value is None
    told = gettext("the file must hold keys and values, such as 'name: The national table'")
    if empty:
        told = gettext("the file is empty, such as 'name: The national table'")
    raise ScenarioError([*problems, Place(source, 1, 1).problem(told)])


def read_node(source: Source, text: str) -> tuple[Node, list[Problem]]:
    """The tree of a YAML text, and the keys given twice (the first one counts).

    Raises ScenarioError where the text is no YAML or holds what is refused.
    """
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        before = _LINE_BREAK.split(text[: unreadable.start()])
        place = Place(source, len(before), len(before[-1]) + 1)
        told = gettext("the character {character} is no text; delete it")
        raise ScenarioError([place.problem(told.format(character=f"U+{ord(unreadable[0]):04X}"))])
    tree = Tree(source)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            tree.take(event)
    except yaml.YAMLError as error:
        raise ScenarioError(
            [*tree.problems, syntax_problem(source, error, tree.last_quote, tree.open_bracket)]
        ) from None
    return tree.root or ScalarNode(None, Place(source, 1, 1)), tree.problems
