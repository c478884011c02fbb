"""Loads experiment files: the file, the scenario it plays, and all checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext
from pathlib import Path

from negotiation_sim.analysis.missing_library import MissingLibrary
from negotiation_sim.scenario.checks import problems_of
from negotiation_sim.scenario.comparison_checks import labels_without_arm
from negotiation_sim.scenario.loading import scenario_of
from negotiation_sim.scenario.plug_in_checks import plug_in_references, reference_problems, references_in
from negotiation_sim.scenario.problems import Place, Problem, ScenarioError, Source, in_order
from negotiation_sim.scenario.reading import file_named, resolved_tree, tree_of_file
from negotiation_sim.scenario.settings import applied, path_problems
from negotiation_sim.scenario.yaml_nodes import MappingNode
from negotiation_sim.sweeps.design_checks import design_problems
from negotiation_sim.sweeps.designs import NO_DESIGN, SAMPLED, Grid, Point, sample
from negotiation_sim.sweeps.experiment import Experiment, Stop
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft
from negotiation_sim.sweeps.experiment_file import ONLY_IN_EXPERIMENTS, Design, ExperimentFile, FactorRange
from negotiation_sim.sweeps.factor import Factor
from negotiation_sim.sweeps.figure_checks import figure_problems
from negotiation_sim.sweeps.figure_resolving import resolved_figures
from negotiation_sim.sweeps.path_checks import overlap_problems, unknown_paths
from negotiation_sim.sweeps.run_checks import run_problems
from negotiation_sim.sweeps.trying import combination_problems
from negotiation_sim.sweeps.whole_checks import fraction_problems, takes_whole_numbers


def load_experiment(file: str | Path) -> Experiment:
    """Loads an experiment file and checks everything. Raises ScenarioError with all mistakes."""
    named_at = Place(Source(str(file), ()), 1, 1)
    path = file_named(str(file), Path(), named_at)
    tree, problems = tree_of_file(path, named_at)
    draft = ExperimentDraft(tree)
    problems += [*draft.problems, *labels_without_arm(draft), *design_problems(draft), *run_problems(draft)]
    base, of_the_base = _base(draft, path.parent)
    problems += [*of_the_base, *overlap_problems(draft), *figure_problems(draft, base)]
    if base is not None:
        problems += _problems_with(draft, base)
    if problems or base is None or draft.content is None:
        raise ScenarioError(in_order(problems, tree.place.source.name))
    experiment = _experiment(draft, draft.content, base, path)
    problems += _plug_in_problems(draft, experiment)
    if problems:
        raise ScenarioError(in_order(problems, tree.place.source.name))
    return experiment


def _base(draft: ExperimentDraft, folder: Path) -> tuple[MappingNode | None, list[Problem]]:
    """The tree of the scenario that is extended, with `set` made; None where there is no such tree."""
    name = draft.value("extends")
    if not isinstance(name, str):
        return None, []
    named_at = draft.place("extends")
    try:
        tree, problems = resolved_tree(file_named(name, folder, named_at), named_at)
    except ScenarioError as error:
        return None, list(error.problems)
    if ONLY_IN_EXPERIMENTS & tree.entries.keys():
        told = gettext("{name} is no scenario but an experiment; name the scenario that it plays")
        return None, [named_at.problem(told.format(name=repr(name)))]
    tree = tree.without("compare")
    unknown = path_problems(tree, draft.base_settings)
    if unknown:
        return None, [*problems, *unknown]
    return applied(tree, draft.base_settings), problems


def _problems_with(draft: ExperimentDraft, base: MappingNode) -> Iterator[Problem]:
    """What is wrong with the scenario, and with what the experiment does to it."""
    scenario, known = problems_of(base)
    yield from known
    unknown = unknown_paths(draft, base)
    yield from (problem for problems in unknown.values() for problem in problems)
    if scenario.content is not None:
        yield from fraction_problems(draft, base, unknown)
        yield from combination_problems(draft, scenario, known, unknown)


def _plug_in_problems(draft: ExperimentDraft, experiment: Experiment) -> Iterator[Problem]:
    settings = [setting for _, arm in draft.arms for setting in arm]
    settings += [setting for values in draft.varied.values() for setting in values]
    references = [*plug_in_references(experiment.scenario), *references_in(settings)]
    return reference_problems(references, experiment.scenario.folder)


def _experiment(draft: ExperimentDraft, content: ExperimentFile, base: MappingNode, path: Path) -> Experiment:
    factors = _factors(draft, content.design, base)
    design = content.design
    is_sampled = design is not None and design.kind in SAMPLED
    stop = content.stop
    points = _points(draft, design, factors)
    return Experiment(
        file=str(path),
        name=content.name,
        description=content.description,
        scenario=scenario_of(base, path.parent),
        kind=design.kind if design else NO_DESIGN,
        factors=factors,
        samples=design.samples if design and is_sampled else None,
        design_seed=design.seed if design and is_sampled else None,
        points=points,
        arms=content.arms,
        labels=content.labels,
        runs=content.runs,
        stop=Stop(stop.half_width, stop.of, stop.at_least, stop.at_most) if stop else None,
        seed=content.seed,
        store=content.store,
        figures=resolved_figures(content, points),
    )


def _points(draft: ExperimentDraft, design: Design | None, factors: tuple[Factor, ...]) -> Sequence[Point]:
    """The points of the design. Raises ScenarioError where they need a library that is not installed."""
    if design is None or design.kind == "grid":
        return Grid(factors)
    if design.kind == "table":
        return tuple(design.points)
    assert design.samples is not None
    try:
        return sample(design.kind, factors, design.samples, design.seed)
    except MissingLibrary as error:
        raise ScenarioError([draft.place("design", "kind").problem(str(error))]) from None


def _factors(draft: ExperimentDraft, design: Design | None, base: MappingNode) -> tuple[Factor, ...]:
    if design is None:
        return ()
    if design.kind == "table":
        return tuple(
            Factor(path, tuple(setting.entry.node.value for setting in settings))  # type: ignore[union-attr]
            for path, settings in draft.varied.items()
        )
    return tuple(
        _factor(path, values, takes_whole_numbers(base, path), is_sampled=design.kind in SAMPLED)
        for path, values in design.factors.items()
    )


def _factor(path: str, written: FactorRange | list[object], is_whole: bool, *, is_sampled: bool) -> Factor:
    if isinstance(written, list):
        return Factor(path, tuple(map(_as_whole, written) if is_whole else written), is_whole=is_whole)
    if is_sampled:
        return Factor(path, None, written.from_, written.to, is_whole)
    return Factor(path, tuple(map(_as_whole, written.values) if is_whole else written.values), is_whole=is_whole)


def _as_whole(value: object) -> object:
    return int(value) if isinstance(value, float) else value
