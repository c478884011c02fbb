"""Checks of the factors that a figure shows along its axes and panels, and of those that it holds at one value."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import MappingNode, plain
from negotiation_sim.sweeps.draft_figure import DraftFigure
from negotiation_sim.sweeps.factor import is_number

_ALONG_AN_AXIS = ("x", "y")
_ONE_VALUE_EACH = ("map", "multiples")
"""Kinds that have room for the factors that they show only."""


def factor_problems(figure: DraftFigure) -> Iterator[Problem]:
    """Factors that are not there, shown twice, without numbers, or neither shown nor held."""
    shown: list[str] = []
    for key in ("x", "y", "panel"):
        node = figure.node(key)
        if node is not None:
            path = str(plain(node))
            yield from (node.place.problem(told) for told in _wrong_with(figure, path, key, shown))
            shown.append(path)
    held = figure.node("at")
    for path, (key_place, node) in held.entries.items() if isinstance(held, MappingNode) else ():
        if path in shown:
            told = gettext("the factor {path} is shown, so it cannot be held at one value")
            yield key_place.problem(told.format(path=repr(path)))
        else:
            yield from figure.factor_value_problems(path, key_place, node)
            shown.append(path)
    free = [path for path in figure.draft.varied if path not in shown]
    if figure.kind in _ONE_VALUE_EACH and free and all(map(figure.has, figure.keys.needed)):
        told = gettext("say under 'at' at which value of {paths} the figure is drawn")
        yield figure.key_place().problem(told.format(paths=", ".join(map(repr, free))))


def _wrong_with(figure: DraftFigure, path: str, key: str, shown: list[str]) -> Iterator[str]:
    if path not in figure.draft.varied:
        yield figure.no_factor(path)
    elif path in shown:
        yield gettext("the factor {path} is shown already").format(path=repr(path))
    elif key in _ALONG_AN_AXIS and not all(map(is_number, figure.draft.levels(path))):
        told = gettext("the values of {path} are not all numbers, which {key} needs")
        yield told.format(path=repr(path), key=repr(key))
