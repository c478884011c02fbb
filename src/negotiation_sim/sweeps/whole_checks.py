"""Checks that factors which must be whole numbers get whole numbers."""

from __future__ import annotations

from collections.abc import Container, Iterator
from gettext import gettext

from negotiation_sim.scenario.paths import expanded, is_whole_number
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import MappingNode, node_at
from negotiation_sim.sweeps.experiment_draft import ExperimentDraft
from negotiation_sim.sweeps.experiment_file import FactorRange


def takes_whole_numbers(root: MappingNode, path: str) -> bool:
    """Whether a path of a scenario takes whole numbers only."""
    return any(is_whole_number(target) for target in expanded(root, path))


def fraction_problems(draft: ExperimentDraft, root: MappingNode, unknown: Container[str]) -> Iterator[Problem]:
    """Ranges of a grid with fractions between whole ends, for a factor that takes whole numbers.

    `unknown`: paths that name nothing.
    """
    for path in draft.factors if draft.kind == "grid" else ():
        where = ("design", "factors", path)
        if path in unknown:
            continue
        if isinstance(node_at(draft.root, where), MappingNode) and takes_whole_numbers(root, path):
            written = FactorRange.model_validate(draft.value(*where))
            if written.from_ % 1 == written.to % 1 == 0 and written.from_ < written.to:
                yield from _uneven(draft, path, written)


def _uneven(draft: ExperimentDraft, path: str, written: FactorRange) -> Iterator[Problem]:
    """The number of points of a range does not cut it at whole numbers."""
    points = len(written.values)
    fractions = [value for value in written.values if value % 1]
    if not fractions:
        return
    span = int(written.to - written.from_)
    fitting = [1 + steps for steps in range(1, min(span, 10_000) + 1) if span % steps == 0]
    near = sorted(sorted(fitting, key=lambda count: abs(count - points))[:2])
    told = gettext(
        "'points' is {points}: {path} takes whole numbers only, but one value would be {value}; {near} points would fit"
    )
    told = told.format(points=points, path=repr(path), value=f"{fractions[0]:g}", near=" / ".join(map(str, near)))
    yield draft.place("design", "factors", path, "points").problem(told)
