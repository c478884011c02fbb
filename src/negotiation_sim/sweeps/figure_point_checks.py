"""Checks of the one point, and of the one negotiation, that a figure shows."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import MappingNode, Node, plain
from negotiation_sim.sweeps.designs import SAMPLED
from negotiation_sim.sweeps.draft_figure import DraftFigure


def point_problems(figure: DraftFigure) -> Iterator[Problem]:
    """A point that is not named, or that is not there."""
    points = figure.draft.number_of_points()
    if points is None or "point" not in figure.keys.all or not figure.draft.is_sound(*figure.path, "point"):
        return
    node = figure.node("point")
    if node is None and points > 1:
        told = gettext("say under 'point' which of the {number} points is shown: its number, or its values")
        yield figure.key_place().problem(told.format(number=points))
    elif isinstance(node, MappingNode):
        yield from _value_problems(figure, node)
    elif node is not None:
        yield from _below(node, points, gettext("there is no point {number}; the last one is {last}"))


def run_problems(figure: DraftFigure) -> Iterator[Problem]:
    """A negotiation that is not played, or more of them than are played."""
    draft = figure.draft
    runs = draft.value("stop", "at_least") if draft.has("stop") else draft.value("runs")
    if not isinstance(runs, int | float):
        return
    run, several = figure.node("run"), figure.node("runs")
    if run is not None:
        yield from _below(run, int(runs), gettext("there is no run {number}; the last one is {last}"))
    if several is not None:
        yield from _below(several, int(runs) + 1, gettext("there are no {number} runs; there are {last}"))


def _below(node: Node, count: int, told: str) -> Iterator[Problem]:
    number = plain(node)
    if isinstance(number, int | float) and number >= count:
        yield node.place.problem(told.format(number=f"{number:g}", last=count - 1))


def _value_problems(figure: DraftFigure, point: MappingNode) -> Iterator[Problem]:
    draft = figure.draft
    if draft.kind in SAMPLED:
        yield point.place.problem(gettext("the points of a sample are named by their numbers, from 0"))
        return
    wrong = False
    for path, (key_place, node) in point.entries.items():
        problems = list(figure.factor_value_problems(path, key_place, node))
        wrong = wrong or bool(problems)
        yield from problems
    lacking = [path for path in draft.varied if path not in point.entries]
    if lacking:
        told = gettext("the value of {paths} is missing: all of them name one point")
        yield point.place.problem(told.format(paths=", ".join(map(repr, lacking))))
    elif draft.kind == "table" and not wrong and plain(point) not in draft.table_values:
        yield point.place.problem(gettext("the table has no such point"))
