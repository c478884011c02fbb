"""Nash, Kalai-Smorodinsky and egalitarian: by definition, on cases known in closed form, and by optimisation."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.analysis.solutions import egalitarian, kalai_smorodinsky, nash
from negotiation_sim.concepts import Floats
from negotiation_sim.validation.check import Check, Row, count, same
from negotiation_sim.validation.large_space import LargeSpace, large_space

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language

_ = str  # marks texts for the message catalogues; they are translated where they are shown

SMALL_SPACES = 200
LARGE_SPACES = 6
WEIGHTS = 0.7
"""What the issue that matters more is worth to a side in the case of logrolling."""

SOLUTIONS = {"nash": nash, "kalai_smorodinsky": kalai_smorodinsky, "egalitarian": egalitarian}
_NAMES = {"nash": _("Nash"), "kalai_smorodinsky": _("Kalai-Smorodinsky"), "egalitarian": _("egalitarian")}
_FINE = 100_000  # steps of the curved frontier


class SolutionsEvidence(NamedTuple):
    """By solution: small spaces in which it differs from the definition, and the rest from theory and as found."""

    differing: dict[str, int]
    worst_gap: dict[str, float]
    on_the_curve: dict[str, float]
    by_logrolling: dict[str, float]
    logrolling_by_linprog: float
    split_all: float


def by_definition(name: str, utilities: Floats, disagreement: Floats) -> int | None:
    """Try every package; ties by product of gains, then by sum, then the first."""
    rows = [row for row, worth in enumerate(utilities) if (worth >= disagreement).all()]
    ideal = [max((utilities[row, p] for row in rows), default=0.0) - disagreement[p] for p in range(len(disagreement))]
    best: tuple[float, float, float, int] | None = None
    for row in rows:
        gains = (utilities[row] - disagreement).tolist()
        product = math.prod(gains)
        criterion = {
            "nash": product,
            "kalai_smorodinsky": min((g / i for g, i in zip(gains, ideal, strict=True) if i > 0.0), default=1.0),
            "egalitarian": min(gains),
        }[name]
        key = (criterion, product, sum(gains), -row)
        best = key if best is None or key > best else best
    return None if best is None else -best[3]


def measure() -> SolutionsEvidence:
    """Small spaces, large spaces, a curved frontier, and two issues that are worth trading."""
    random = np.random.default_rng(3)
    differing = dict.fromkeys(SOLUTIONS, 0)
    for _space in range(SMALL_SPACES):
        utilities = np.floor(random.random((1 + int(random.random() * 30), 3)) * 17) / 16
        disagreement = np.floor(random.random(3) * 9) / 16
        for name, solution in SOLUTIONS.items():
            differing[name] += solution(utilities, disagreement) != by_definition(name, utilities, disagreement)
    worst_gap = dict.fromkeys(SOLUTIONS, 0.0)
    for seed in range(LARGE_SPACES):
        space = large_space(sides=3, issues=6, options=6, seed=10 + seed)
        disagreement = random.random(3) * 0.6
        for name, gap in _gaps(space, disagreement).items():
            worst_gap[name] = max(worst_gap[name], gap)
    x = np.linspace(0.0, 1.0, _FINE + 1)
    curve = np.column_stack([x, 2.0 * (1.0 - x * x)])
    on_the_curve = {name: float(x[_row(solution(curve, np.zeros(2)))]) for name, solution in SOLUTIONS.items()}
    trade, split = _two_issues()
    by_logrolling = {
        name: float(trade[_row(solution(trade, np.zeros(2)))].min()) for name, solution in SOLUTIONS.items()
    }
    return SolutionsEvidence(differing, worst_gap, on_the_curve, by_logrolling, _by_linprog(), split)


def _row(answer: int | None) -> int:
    assert answer is not None
    return answer


def _gaps(space: LargeSpace, disagreement: Floats) -> dict[str, float]:
    """By how much the solver's package is better or worse, by what each solution makes as large as it can."""
    sides = len(disagreement)
    gains = space.utilities - disagreement
    most = np.array([gains[space.best(space.values[p], disagreement)][p] for p in range(sides)])
    criteria = {
        "nash": gains.prod(axis=1),
        "kalai_smorodinsky": (gains / most).min(axis=1),
        "egalitarian": gains.min(axis=1),
    }
    by_solver = {
        "nash": space.largest_product(disagreement),
        "kalai_smorodinsky": space.largest_smallest(most, disagreement),
        "egalitarian": space.largest_smallest(np.ones(sides), disagreement),
    }
    found = {name: _row(solution(space.utilities, disagreement)) for name, solution in SOLUTIONS.items()}
    return {name: abs(float(worth[by_solver[name]] - worth[found[name]])) for name, worth in criteria.items()}


def _two_issues() -> tuple[Floats, float]:
    """Two divisible issues, each of which matters more to another side; and what halving both is worth."""
    share = np.linspace(0.0, 1.0, 41)
    weights = np.array([[WEIGHTS, 1.0 - WEIGHTS], [1.0 - WEIGHTS, WEIGHTS]])
    values = np.stack([weights[0][:, None] * share, weights[1][:, None] * (1.0 - share)])
    utilities, _complete = package_utilities(values, [len(share)] * 2)
    halves = np.ravel_multi_index((20, 20), (len(share), len(share)))
    return utilities, float(utilities[halves].min())


def _by_linprog() -> float:
    """The largest smallest utility when both issues can be divided at will."""
    from scipy.optimize import linprog

    # Unknowns: the first side's part of each issue, and t, which both utilities must reach.
    a = WEIGHTS
    solved = linprog(
        [0, 0, -1], A_ub=[[-a, a - 1, 1], [1 - a, a, 1]], b_ub=[0, 1], bounds=[(0, 1)] * 2 + [(None, None)]
    )
    return float(-solved.fun)


CURVE = {
    # The frontier y = 2 (1 - x^2): largest x y; x = y / 2; x = y.
    "nash": 1.0 / math.sqrt(3.0),
    "kalai_smorodinsky": (math.sqrt(5.0) - 1.0) / 2.0,
    "egalitarian": (math.sqrt(17.0) - 1.0) / 4.0,
}


def rows(evidence: SolutionsEvidence, language: Language) -> list[Row]:
    """What was found, in words."""
    _ = language.gettext
    names = {name: _(text) for name, text in _NAMES.items()}
    small = _("{solution}: unlike the definition in {count} small spaces")
    large = _("{solution}: largest distance from integer programming in {count} large spaces")
    curve = _("{solution} on the frontier y = 2(1 - x²): x")
    trade = _("{solution}, issues worth {more} and {less}: the smaller utility")
    shares = {"more": language.numbers.decimal(WEIGHTS, 1), "less": language.numbers.decimal(1.0 - WEIGHTS, 1)}
    found = []
    for name, solution in names.items():
        found += [
            count(small.format(solution=solution, count=SMALL_SPACES), 0, evidence.differing[name]),
            same(large.format(solution=solution, count=LARGE_SPACES), 0, evidence.worst_gap[name], 1e-7),
            same(curve.format(solution=solution), CURVE[name], evidence.on_the_curve[name], 1.0 / _FINE),
            same(
                trade.format(solution=solution, **shares),
                evidence.logrolling_by_linprog,
                evidence.by_logrolling[name],
            ),
        ]
    halved = _("halving both issues instead: the smaller utility")
    return [*found, same(halved, 0.5, evidence.split_all)]


def draw(evidence: SolutionsEvidence, language: Language) -> Figure:
    """The curved frontier with the three solutions on it."""
    from negotiation_sim.figures.style import LABEL, LOOKS, QUIET, SMALL, new_picture, tidy

    _ = language.gettext
    caption = _(
        "The frontier y = 2(1 - x²) with disagreement at 0. Nash: the largest product. Kalai-Smorodinsky: on the line "
        "to everybody's ideal. Egalitarian: equal gains. Crosses: the closed form; marks: the package found."
    )
    figure = new_picture(_("Three solutions on one frontier"), caption)
    axes = figure.add_subplot()
    x = np.linspace(0.0, 1.0, 400)
    axes.plot(x, 2.0 * (1.0 - x * x), color="black", linewidth=2)
    axes.plot([0, 1], [0, 2], color=QUIET, linewidth=1, linestyle=":")
    axes.plot([0, 1], [0, 1], color=QUIET, linewidth=1, linestyle="--")
    for look, (name, text) in zip(LOOKS[::2], _NAMES.items(), strict=False):
        place = evidence.on_the_curve[name]
        axes.plot(
            place,
            2.0 * (1.0 - place * place),
            marker=look["marker"],
            color=look["color"],
            markersize=13,
            linestyle="none",
            label=_(text),
        )
        axes.plot(CURVE[name], 2.0 * (1.0 - CURVE[name] ** 2), marker="x", color="white", markersize=8, mew=2)
    axes.set_xlabel(_("utility of the first side"), fontsize=LABEL)
    axes.set_ylabel(_("utility of the second side"), fontsize=LABEL)
    axes.legend(frameon=False, fontsize=SMALL)
    tidy(axes)
    return figure


CHECK = Check(
    name="solutions",
    title=_("Nash, Kalai-Smorodinsky and egalitarian"),
    claim=_(
        "Each solution must be its definition on small spaces, the optimum that integer programming finds on large "
        "ones (for Nash by cutting planes under the logarithm of the product), the closed form on a curved frontier, "
        "and on two issues that matter differently the trade that linear programming finds."
    ),
    source=_(
        "Nash 1950, Econometrica 18; Kalai and Smorodinsky 1975, Econometrica 43; Kalai 1977, Econometrica 45; "
        "scipy.optimize.milp and linprog (HiGHS)."
    ),
    exercised=_("`nash`, `kalai_smorodinsky` and `egalitarian` of the analysis, as every comparison uses them."),
    measure=measure,
    rows=rows,
    draw=draw,
)
