"""The Pareto frontier against the definition on small spaces and against integer programming on a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.frontier import pareto_frontier
from negotiation_sim.concepts import Floats, Ints
from negotiation_sim.validation.check import Check, Row, count
from negotiation_sim.validation.large_space import LargeSpace, large_space

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

SMALL_SPACES = 200
ASKED = 25
"""Packages of the large space from which integer programming looks for a better one."""

_SAME = 1e-7  # sums of utilities that the solver may tell apart


class FrontierEvidence(NamedTuple):
    """Counts of disagreement, and a space of two sides for the picture."""

    differing_spaces: int
    packages: int
    size: int
    beaten: int
    missed: int
    pictured: Floats
    pictured_frontier: Ints


def by_definition(utilities: Floats) -> list[int]:
    """The frontier by comparing each package with each other one."""
    rows = []
    for row, own in enumerate(utilities):
        dominated = ((utilities >= own).all(axis=1) & (utilities > own).any(axis=1)).any()
        double = (utilities[:row] == own).all(axis=1).any()
        if not dominated and not double:
            rows.append(row)
    return rows


def measure() -> FrontierEvidence:
    """Compare on many small spaces, and ask the solver about single packages of the large one."""
    random = np.random.default_rng(1)
    differing = 0
    for _space in range(SMALL_SPACES):
        packages, sides = 1 + int(random.random() * 120), 2 + int(random.random() * 3)
        utilities = np.floor(random.random((packages, sides)) * 9) / 8  # few levels, so that there are ties
        differing += by_definition(utilities) != pareto_frontier(utilities).tolist()
    space = large_space(sides=3, issues=6, options=6)
    frontier = pareto_frontier(space.utilities)
    beaten = sum(_total_beyond(space, frontier[i]) > _SAME for i in _some(random, len(frontier)))
    missed = sum(_found_by_the_solver(space, row) not in set(frontier.tolist()) for row in _some(random, len(space)))
    pictured = large_space(sides=2, issues=5, options=5).utilities
    return FrontierEvidence(differing, len(space), len(frontier), beaten, missed, pictured, pareto_frontier(pictured))


def _some(random: np.random.Generator, of: int) -> list[int]:
    return [int(share * of) for share in random.random(ASKED)]


def _total_beyond(space: LargeSpace, row: int) -> float:
    """By how much the total can still rise when nobody may lose."""
    own = space.utilities[row]
    return float(space.utilities[_found_by_the_solver(space, row)].sum() - own.sum())


def _found_by_the_solver(space: LargeSpace, row: int) -> int:
    """The package of the largest total among those that are worth at least as much to everybody: it is efficient."""
    return space.best(space.values.sum(axis=0), at_least=space.utilities[row])


def rows(evidence: FrontierEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    asked = _(
        "{count} packages of the frontier (of {size}): the solver finds one better for somebody, worse for nobody"
    )
    found = _("{count} efficient packages found by the solver that the frontier lacks")
    small = _("{count} small spaces: frontier unlike the definition")
    return [
        count(small.format(count=SMALL_SPACES), 0, evidence.differing_spaces),
        count(asked.format(count=ASKED, size=evidence.size), 0, evidence.beaten),
        count(found.format(count=ASKED), 0, evidence.missed),
    ]


def draw(evidence: FrontierEvidence, language: Language) -> Figure:
    """All packages of a space of two sides, and the frontier on their edge."""
    from negotiation_sim.figures.style import FAINT, LABEL, LOOKS, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "Every package of five issues with five options each. No package lies above and to the right of a package "
        "of the frontier."
    )
    figure = new_picture(_("The Pareto frontier of a small space"), caption)
    axes = figure.add_subplot()
    edge = evidence.pictured[evidence.pictured_frontier]
    edge = edge[np.argsort(edge[:, 0])]
    cloud = evidence.pictured
    axes.scatter(cloud[:, 0], cloud[:, 1], s=8, color=FAINT, label=_("packages"), rasterized=True)
    axes.step(*edge.T, where="pre", color=LOOKS[0]["color"], linewidth=1.5)
    axes.scatter(edge[:, 0], edge[:, 1], s=45, color=LOOKS[0]["color"], label=_("Pareto frontier"))
    axes.set_xlabel(_("utility of the first side"), fontsize=LABEL)
    axes.set_ylabel(_("utility of the second side"), fontsize=LABEL)
    axes.legend(frameon=False, fontsize=SMALL, loc="lower left")
    tidy(axes)
    return figure


CHECK = Check(
    name="frontier",
    title=_("The Pareto frontier"),
    claim=_(
        "The frontier holds every package that no other one dominates, and only those. On small spaces it must be what "
        "comparing all pairs gives. On a large space of additive issues, integer programming must find nothing better "
        "than its packages, and no efficient package that it lacks."
    ),
    source=_("The definition; scipy.optimize.milp (HiGHS) as the second opinion."),
    exercised=_("`pareto_frontier` and `package_utilities` of the analysis, as every comparison uses them."),
    measure=measure,
    rows=rows,
    draw=draw,
)
