"""Values of factors and arms tried together in their places, so that hardly a mistake is left for the sweep."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from gettext import gettext
from itertools import combinations, islice, product

from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.settings import Setting
from negotiation_sim.scenario.trials import Trials, telling
from negotiation_sim.scenario.yaml_nodes import ScalarNode
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft

MOST_ALONE = 1000
"""Values of a factor that are tried alone, each; of more numbers than a few only the ends are."""

MOST_TOGETHER = 400
"""Trials of several settings together."""

_A_FEW = 100


def combination_problems(
    draft: ExperimentDraft, scenario: Draft, known: Iterable[Problem], unknown: Container[str]
) -> Iterator[Problem]:
    """What goes wrong at points and in arms.

    `known`: what is wrong with the scenario itself; `unknown`: paths that name nothing, which are left out.

    Every value is tried alone; then, with each arm, the telling values of each factor, of each pair of factors, and
    all smallest and all largest together; of a table its points.
    """
    trials = Trials(scenario, known)
    title = gettext("design") + ": "
    varied = {path: _single(_sound(values, unknown)) for path, values in draft.varied.items()}
    arms = [(arm_title, _sound(settings, unknown)) for arm_title, settings in draft.arms]
    for values in varied.values():
        for value in (values if len(values) <= _A_FEW else telling(values))[:MOST_ALONE]:
            yield from trials.problems([value], title)
    for arm_title, arm in arms:
        yield from trials.problems(arm, arm_title)
    told = {path: telling(values) for path, values in varied.items() if values}
    table = [_single(_sound(point, unknown)) for point in draft.table]
    together = _extreme_points(table, told) if draft.kind == "table" else _corners(told)
    tries = ((point, arm_title, arm) for point in together for arm_title, arm in arms)
    for point, arm_title, arm in islice(tries, MOST_TOGETHER):
        yield from trials.problems([*arm, *point], arm_title or title)


def _sound(settings: list[Setting], unknown: Container[str]) -> list[Setting]:
    """The settings whose paths name something."""
    return [setting for setting in settings if setting.path not in unknown]


def _single(settings: list[Setting]) -> list[Setting]:
    """The settings without lists and mappings, which are no values of a factor, as is said elsewhere."""
    return [setting for setting in settings if isinstance(setting.entry.node, ScalarNode)]


def _corners(told: dict[str, list[Setting]]) -> Iterator[Sequence[Setting]]:
    """Telling values together: all smallest, all largest, those of one factor, and of two."""
    if len(told) > 1:
        yield [values[0] for values in told.values()]
        yield [values[-1] for values in told.values()]
    for values in told.values():
        yield from ([value] for value in values)
    for one, other in combinations(told.values(), 2):
        yield from product(one, other)


def _extreme_points(table: list[list[Setting]], told: dict[str, list[Setting]]) -> Iterator[Sequence[Setting]]:
    """The points of a table, those with a telling value first."""
    nodes = {id(setting.entry.node) for settings in told.values() for setting in settings}
    is_telling = [any(id(setting.entry.node) in nodes for setting in point) for point in table]
    for wanted in (True, False):
        yield from (point for point, found in zip(table, is_telling, strict=True) if found is wanted)
