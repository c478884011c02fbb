"""Checks of `figures:`: which keys go with a kind of figure, and that they name factors, arms, points and parties."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.scenario.comparison import AS_WRITTEN
from negotiation_sim.scenario.explaining import missing
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.paths import fields_of
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import ListNode, MappingNode, plain
from negotiation_sim.sweeps.draft_figure import DraftFigure
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft
from negotiation_sim.sweeps.experiment_file import Figure
from negotiation_sim.sweeps.figure_factor_checks import factor_problems
from negotiation_sim.sweeps.figure_point_checks import point_problems, run_problems


def figure_problems(draft: ExperimentDraft, base: MappingNode | None) -> Iterator[Problem]:
    """Everything wrong with the figures beyond single values; `base` is the scenario that is played."""
    parties = base.get("parties") if base else None
    roles = tuple(parties.entries) if isinstance(parties, MappingNode) else ()
    for path in draft.each("figures"):
        kind = draft.value(*path, "kind") if draft.has(*path, "kind") else None
        if not isinstance(kind, str):
            continue
        figure = DraftFigure(draft, path, kind)
        yield from _key_problems(figure)
        yield from _name_problems(figure, roles)
        yield from run_problems(figure)
        if draft.kind is not None and draft.is_sound("design"):
            yield from _design_problems(figure, draft.kind)
            yield from factor_problems(figure)
            yield from point_problems(figure)


def _design_problems(figure: DraftFigure, design: str) -> Iterator[Problem]:
    if figure.keys.designs and design not in figure.keys.designs:
        told = gettext("a figure of kind {kind} needs a design of kind {designs}, not {design}")
        told = told.format(kind=repr(figure.kind), designs=" / ".join(figure.keys.designs), design=repr(design))
        yield figure.draft.place(*figure.path, "kind").problem(told)


def _key_problems(figure: DraftFigure) -> Iterator[Problem]:
    for key in figure.draft.keys(*figure.path):
        if key in fields_of(Figure) and key not in ("kind", "title", *figure.keys.all):
            told = gettext("a figure of kind {kind} has no key {key}; it has {keys}")
            keys = ", ".join(("title", *figure.keys.all))
            yield figure.key_place(key).problem(told.format(kind=repr(figure.kind), key=repr(key), keys=keys))
    for key in figure.keys.needed:
        if not figure.has(key) and figure.draft.is_sound(*figure.path, key):
            yield missing(figure.draft.root, (*figure.path, key), figure.draft.model)
    written = [key for key in figure.keys.either if figure.has(key)]
    if len(written) > 1:
        told = gettext("write either {one} or {other}, not both")
        yield figure.key_place(written[1]).problem(told.format(one=repr(written[0]), other=repr(written[1])))


def _name_problems(figure: DraftFigure, roles: tuple[str, ...]) -> Iterator[Problem]:
    arms = figure.draft.keys("arms") or (AS_WRITTEN,)
    for key in ("arm", "arms", "difference"):
        yield from _unknown(figure, key, arms, gettext("there is no arm {name}"))
    if roles:
        yield from _unknown(figure, "sides", roles, gettext("unknown party {name}"))


def _unknown(figure: DraftFigure, key: str, known: tuple[str, ...], told: str) -> Iterator[Problem]:
    """Names under a key, one or a list, that are unknown or stand there twice."""
    node = figure.node(key)
    seen: set[object] = set()
    for item in node.items if isinstance(node, ListNode) else [node] if node else []:
        name = str(plain(item))
        if name not in known:
            yield item.place.problem(told.format(name=repr(name)) + suggestion_or_all(name, known))
        elif name in seen:
            yield item.place.problem(gettext("{name} is named twice").format(name=repr(name)))
        seen.add(name)
