"""Checks of the paths that `set`, factors and arms name: that they exist, and that none gets in another's way."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext
from itertools import combinations

from negotiation_sim.scenario.paths import overlap
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.settings import Setting, path_problems
from negotiation_sim.scenario.yaml_nodes import MappingNode
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft


def unknown_paths(draft: ExperimentDraft, root: MappingNode) -> dict[str, list[Problem]]:
    """Paths of factors and arms that name nothing in the scenario, with what to say of them."""
    arms = [setting for _, settings in draft.arms for setting in settings]
    unknown: dict[str, list[Problem]] = {}
    for setting in [*_factors(draft), *arms]:
        for problem in path_problems(root, [setting]):
            unknown.setdefault(setting.path, []).append(problem)
    return unknown


def overlap_problems(draft: ExperimentDraft) -> Iterator[Problem]:
    """Paths that two factors, a factor and an arm, or a factor and `set` would both set."""
    factors = _factors(draft)
    for one, other in combinations(factors, 2):
        if overlap(one.path, other.path):
            told = gettext("the factor {path} varies this path already")
            yield other.entry.key_place.problem(told.format(path=repr(one.path)))
    for title, settings in draft.arms:
        for setting in settings:
            for factor in factors:
                if overlap(setting.path, factor.path):
                    told = gettext("the factor {path} varies this path already").format(path=repr(factor.path))
                    yield setting.entry.key_place.problem(f"{title}{told}")
    varied = {factor.path for factor in factors}
    for setting in draft.base_settings:
        if setting.path in varied:
            told = gettext("the factor {path} varies this path already, so that it has no effect to set it")
            yield setting.entry.key_place.problem(told.format(path=repr(setting.path)))


def _factors(draft: ExperimentDraft) -> list[Setting]:
    """One setting of each factor, for its path and the place of that."""
    return [settings[0] for settings in draft.varied.values() if settings]
