"""Checks of `design:` that need no scenario: which keys go with its kind, and how large it is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.scenario.explaining import missing
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.settings import Setting
from negotiation_sim.scenario.yaml_nodes import MappingNode, ScalarNode, node_at
from negotiation_sim.sweeps.designs import NO_DESIGN, POWERS_OF_TWO
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft
from negotiation_sim.sweeps.kind_keys import KINDS_OF_KEYS, NEEDED_KEYS


def design_problems(draft: ExperimentDraft) -> Iterator[Problem]:
    """Everything wrong with the design that shows without the scenario."""
    kind = draft.kind
    if kind is None or kind == NO_DESIGN:
        return
    for key, kinds in KINDS_OF_KEYS.items():
        path = ("design", key)
        if kind not in kinds and draft.has(*path):
            yield draft.key_place(*path).problem(_has_no_place(key, kind, kinds))
        elif kind in kinds and key in NEEDED_KEYS and not draft.value(*path) and draft.is_sound(*path):
            yield missing(draft.root, path, draft.model)
    if kind == "table":
        yield from _table_problems(draft)
        return
    for factor in draft.each("design", "factors"):
        if draft.is_sound(*factor):
            yield from _range_problems(draft, factor, kind)
            yield from _list_problems(draft.factors.get(str(factor[-1]), []))
    samples = draft.value("design", "samples")
    if kind in POWERS_OF_TWO and isinstance(samples, int | float) and math.log2(samples) % 1:
        below = 2 ** math.floor(math.log2(samples))
        told = gettext("'design.samples' is {value}: a power of two is needed, such as {below} or {above}")
        place = draft.place("design", "samples")
        yield place.problem(told.format(value=f"{samples:g}", below=below, above=2 * below))


def _has_no_place(key: str, kind: str, kinds: tuple[str, ...]) -> str:
    told = gettext("'design.{key}' has no place in a design of kind {kind}; it goes with {kinds}")
    return told.format(key=key, kind=repr(kind), kinds=", ".join(kinds))


def _range_problems(draft: ExperimentDraft, factor: tuple[str | int, ...], kind: str) -> Iterator[Problem]:
    if not isinstance(node_at(draft.root, factor), MappingNode):
        return
    low, high = draft.value(*factor, "from"), draft.value(*factor, "to")
    if isinstance(low, int | float) and isinstance(high, int | float) and low >= high:
        told = gettext("'from' is {low}: it must be below 'to', which is {high}")
        yield draft.place(*factor, "from").problem(told.format(low=f"{low:g}", high=f"{high:g}"))
    points = (*factor, "points")
    if kind == "grid" and not draft.has(*points):
        yield missing(draft.root, points, draft.model)
    elif kind != "grid" and draft.has(*points):
        told = gettext("'points' has no place here: a design of kind {kind} draws its own values from the range")
        yield draft.key_place(*points).problem(told.format(kind=repr(kind)))


def _list_problems(settings: list[Setting]) -> Iterator[Problem]:
    """Values that are no single values, and values that stand twice in the list of a factor."""
    seen = set()
    for setting in settings:
        node = setting.entry.node
        if not isinstance(node, ScalarNode):
            yield node.place.problem(_no_single_value(setting.path))
        elif (isinstance(node.value, bool), node.value) in seen:
            told = gettext("the value {value} of {path} is given twice")
            yield node.place.problem(told.format(value=repr(node.value), path=repr(setting.path)))
        else:
            seen.add((isinstance(node.value, bool), node.value))


def _no_single_value(path: str) -> str:
    told = gettext("a value of {path} must be one number, one word, true, false or null; set it in an arm instead")
    return told.format(path=repr(path))


def _table_problems(draft: ExperimentDraft) -> Iterator[Problem]:
    """Points of a table that set something else than the first one, or no single values."""
    if not draft.table:
        return
    first = [setting.path for setting in draft.table[0]]
    if not first:
        yield draft.place("design", "points", 0).problem(gettext("a point of a table must set something"))
    for number, point in enumerate(draft.table):
        paths = [setting.path for setting in point]
        place = draft.place("design", "points", number)
        lacking = [path for path in first if path not in paths]
        if lacking:
            told = gettext("this point does not set {paths}; every point of a table sets the same paths")
            yield place.problem(told.format(paths=", ".join(map(repr, lacking))))
        for setting in point:
            node = setting.entry.node
            if setting.path not in first:
                told = gettext("the first point does not set {path}; every point of a table sets the same paths")
                yield setting.entry.key_place.problem(told.format(path=repr(setting.path)))
            elif not isinstance(node, ScalarNode):
                yield node.place.problem(_no_single_value(setting.path))
