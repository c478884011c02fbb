"""The tables of the pages in docs/experiments, each made from the results of its sweep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval, mean
from negotiation_sim.analysis.morris_effects import MorrisEffects
from negotiation_sim.analysis.sample_size import runs_for_paired_difference
from negotiation_sim.analysis.sobol_indices import SobolIndices
from negotiation_sim.analysis.unpaired import unpaired_difference
from negotiation_sim.concepts import Floats
from negotiation_sim.experiments.simulation import simulate
from negotiation_sim.figures.cells import Cells, points_where
from negotiation_sim.scenario import load_scenario
from negotiation_sim.sweeps.indices import indices_of
from negotiation_sim.sweeps.results import Results

QUALITY, SKILL, STYLES = "communication.quality", "mediator.skill", "parties.*.strategy"
SHOWN = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
BARGAIN = {"position_based": "positions", "interest_based": "interests"}


def table(heads: str, rows: Iterable[Sequence[str]]) -> list[str]:
    """A table in Markdown, and an empty line; `heads` has its columns between bars."""
    return [f"| {heads} |", "|" + "---|" * (heads.count("|") + 1), *(f"| {' | '.join(row)} |" for row in rows), ""]


def percent(interval: Interval | None) -> str:
    """A rate in per cent, or a size in points, with its interval."""
    assert interval is not None
    return f"{100 * interval.value:.1f} ({100 * interval.low:.1f} to {100 * interval.high:.1f})"


def apart(interval: Interval | None) -> str:
    """A difference of rates in points with its interval."""
    assert interval is not None
    return f"{100 * interval.value:+.1f} ({100 * interval.low:+.1f} to {100 * interval.high:+.1f})"


def mean_of(values: Floats) -> Interval:
    """Mean over runs with its interval."""
    return mean(float(values.sum()), float((values**2).sum()), len(values))


def worth(interval: Interval) -> str:
    """A mean difference of utilities with its interval."""
    return f"{interval.value:+.3f} ({interval.low:+.3f} to {interval.high:+.3f})"


def point_at(results: Results, **factors: object) -> int:
    """The point where the factors that end in these names have these values."""
    full = {factor.path.split(".")[-1]: factor.path for factor in results.experiment.factors}
    (point,) = points_where(results.experiment, {full[name]: value for name, value in factors.items()})
    return point


def column(results: Results, point: int, arm: str, name: str) -> Floats:
    """One column of the runs of a point and arm, played once more."""
    rows: Floats = results.rows(point, arm, range(results.experiment.runs))
    return rows[:, results.columns.index(name)]


def mediator(results: Results) -> list[str]:
    cells, lines = Cells(results), []
    for style, words in BARGAIN.items():
        rows = []
        for quality in SHOWN:
            at = {skill: point_at(results, quality=quality, skill=skill, strategy=style) for skill in (0.2, 0.4, 0.8)}
            gains = [apart(cells.difference(point, "with mediator", "alone")) for point in at.values()]
            rows.append([str(quality), percent(cells.rate(at[0.4], "alone")), *gains])
        lines += [f"Sides bargaining over {words}:", ""]
        lines += table("quality | alone, % | mediator of skill 0.2 adds, points | skill 0.4 | skill 0.8", rows)
    lines += ["Which actions make the gain where hardly anything is heard (interests, quality 0.1, 2,000 runs):", ""]
    return lines + table("style of the mediator | skill 0.4, % | skill 0.8, %", _styles_of_mediation())


def _styles_of_mediation() -> Iterable[Sequence[str]]:
    case = load_scenario("kazakhstan_general_agreement").with_settings({STYLES: "interest_based", QUALITY: 0.1})
    for style in ("full", "facilitative", "formulative", "evaluative", "transformative"):
        played = [simulate(case.with_settings({"mediator.style": style, SKILL: s}), 2000, seed=1) for s in (0.4, 0.8)]
        yield [style, *(percent(result.agreement_rate) for result in played)]


def training(results: Results) -> list[str]:
    cells, rows = Cells(results), []
    single = ["listening", "disclosure", "fixed pie"]
    for quality in SHOWN:
        point = point_at(results, quality=quality)
        agreed = {arm: results.agreed(point, arm).astype(float) for arm in results.experiment.arms}
        beyond = agreed["all three"] - sum(agreed[arm] for arm in single) + 2.0 * agreed["before"]
        gains = [apart(cells.difference(point, arm, "before")) for arm in (*single, "all three")]
        rows.append([str(quality), percent(cells.rate(point, "before")), *gains, apart(mean_of(beyond))])
    heads = (
        "quality | before, % | listening adds, points | disclosure | fixed pie | all three | all three beyond the sum"
    )
    return [*table(heads, rows), *_evaluation(results)]


def _evaluation(results: Results) -> list[str]:
    """What evaluations of several sizes see of the course, each table playing once before and once after."""
    tables_of = (5, 15, 30, 50, 100, 200)
    lines = []
    for arm, words in (("all three", "All three"), ("disclosure", "Disclosure alone")):
        point = point_at(results, quality=0.6)
        before, after = results.agreed(point, "before"), results.agreed(point, arm)
        rows = [[str(3 * n), str(n), *_seen(before, after, n)] for n in tables_of]
        p, q = float(before.mean()), float(after.mean())
        enough = runs_for_paired_difference(q - p, p * (1 - q) + q * (1 - p), q - p)
        lines += [
            f"**{words}** (quality 0.6; the true effect is {100 * (q - p):+.1f} points). Tables of three, each once "
            f"before and once after, with other luck. With {enough} tables, that is {3 * enough} participants, the "
            "interval reaches as far to either side as the effect is large: about every second evaluation tells it.",
            "",
        ]
        heads = "participants | tables | typical interval, points | evaluations that tell the effect from 0, %"
        lines += table(heads, rows)
    return lines


def _seen(before: NDArray[np.bool_], after: NDArray[np.bool_], tables: int) -> tuple[str, str]:
    """The interval of an evaluation with just the expected counts, and how many of 2,000 evaluations are above 0."""
    chance = np.random.default_rng(1)
    drawn = [(int(chance.choice(after, tables).sum()), int(chance.choice(before, tables).sum())) for _ in range(2000)]
    low = {counts: unpaired_difference(counts[0], tables, counts[1], tables).low for counts in set(drawn)}
    told = np.mean([bool((low[counts] or 0.0) > 0.0) for counts in drawn])
    typical = unpaired_difference(round(after.mean() * tables), tables, round(before.mean() * tables), tables)
    return apart(typical), f"{100 * told:.0f}"


def deadline(results: Results) -> list[str]:
    cells, lines = Cells(results), []
    for patience, words in ((3, "Sides that leave after three rounds without hope"), (0, "Sides that never leave")):
        rows = []
        for rounds in (6, 10, 15, 20, 30, 45, 60, 90):
            point = point_at(results, deadline=rounds, patience=patience)
            rows.append([str(rounds), *(percent(cells.rate(point, arm)) for arm in results.experiment.arms)])
        lines += [f"{words}, agreement in %:", "", *table("deadline | " + " | ".join(results.experiment.arms), rows)]
    return lines


def ladder(results: Results) -> list[str]:
    cells, lines = Cells(results), []
    summary = results.summary.set_index(["point", "arm"])
    for style, words in BARGAIN.items():
        rows = []
        for reluctance in (0.0, 0.2, 0.3, 0.4, 0.6):
            point = point_at(results, reluctance=reluctance, strategy=style)
            for arm in results.experiment.arms:
                counts = summary.loc[(point, arm)]
                shares = [100 * counts[name] / counts["runs"] for name in ("endings.award", "stoppages")]
                change = "" if arm == "as the law is" else apart(cells.difference(point, arm, "as the law is"))
                rows.append(
                    [str(reluctance), arm, percent(cells.rate(point, arm)), change]
                    + [f"{share:.1f}" for share in shares]
                    + [f"{counts['refusals']:.2f}"]
                )
        heads = (
            "reluctance | arm | agreement, % | against the law, points | award, % | stoppage, % | refusals a dispute"
        )
        lines += [f"Sides bargaining over {words}:", "", *table(heads, rows)]
    return lines


def government(results: Results) -> list[str]:
    cells, lines = Cells(results), []
    roles = ("government", "employers", "unions")
    for style, words in BARGAIN.items():
        first = point_at(results, quality=0.6, strategy=style)
        base = {role: column(results, first, "party, unanimity", f"{role}.utility") for role in roles}
        rows = []
        for arm in results.experiment.arms:
            at = [point_at(results, quality=quality, strategy=style) for quality in (0.3, 0.6, 0.9)]
            rates = [percent(cells.rate(point, arm)) for point in at]
            gains = [
                ""
                if arm == "party, unanimity"
                else worth(mean_of(column(results, first, arm, f"{role}.utility") - base[role]))
                for role in roles
            ]
            rows.append([arm, *rates, *gains])
        heads = "arm | agreement at quality 0.3, % | 0.6 | 0.9 | government, utility at 0.6 | employers | unions"
        lines += [f"Sides bargaining over {words}; utilities against the first arm:", "", *table(heads, rows)]
    return lines


def networks(results: Results) -> list[str]:
    cells, rows = Cells(results), []
    for arm in results.experiment.arms:
        at = [point_at(results, quality=0.9, quota=quota) for quota in (1.0, 0.75, 0.5)]
        changes = [apart(cells.difference(point, arm, "full")) if arm != "full" else "" for point in at]
        rows.append(
            [arm] + [text for p, c in zip(at, changes, strict=True) for text in (percent(cells.rate(p, arm)), c)]
        )
    heads = (
        "network | all four agree, % | against full | three of four, % | against full | two of four, % | against full"
    )
    lines = ["Agreement at quality 0.9:", "", *table(heads, rows)]
    lines += ["What each side gets as the hub, minus what it gets when another side is (utility, all runs):", ""]
    heads = "side | all four must agree | three of four | two of four"
    return lines + table(heads, _hub_gains(results))


def _hub_gains(results: Results) -> Iterable[Sequence[str]]:
    roles = results.experiment.scenario.roles
    for role in roles:
        gains = []
        for quota in (1.0, 0.75, 0.5):
            point = point_at(results, quality=0.9, quota=quota)
            gets = {hub: column(results, point, f"hub {hub}", f"{role}.utility") for hub in roles}
            gains.append(worth(mean_of(gets[role] - np.mean([gets[hub] for hub in roles if hub != role], axis=0))))
        yield [role, *gains]


def sensitivity(results: Results) -> list[str]:
    found = indices_of(results, next(iter(results.experiment.arms)))
    assert isinstance(found, SobolIndices) and found.half_first and found.half_total
    order = sorted(range(len(found.factors)), key=lambda i: -found.total[i].value)
    rows = [
        [
            f"`{found.factors[i]}`",
            *(f"{x.value:.3f} ({x.low:.3f} to {x.high:.3f})" for x in (found.first[i], found.total[i])),
            *(f"{half[i]:.3f}" for half in (found.half_first, found.half_total)),
        ]
        for i in order
    ]
    rates = 100 * results.summary["agreement_rate"]
    return [
        f"Agreement lies between {rates.min():.0f} and {rates.max():.0f} % at the points, {rates.mean():.1f} % on "
        f"average. Half-runs check: {found.verdict.reason}.",
        "",
        *table("factor | first index | total index | first, half of the runs | total, half of the runs", rows),
    ]


def screening(results: Results) -> list[str]:
    found = {arm: indices_of(results, arm) for arm in results.experiment.arms}
    alone = found["alone"]
    assert isinstance(alone, MorrisEffects)
    rows = []
    for i in sorted(range(len(alone.factors)), key=lambda i: -alone.strength[i].value):
        cells = [f"{percent(of.strength[i])}, spread {100 * of.spread[i]:.1f}" for of in found.values()]
        rows.append([f"`{alone.factors[i]}`", *cells])
    checks = "; ".join(f"{arm}: {of.verdict.reason}" for arm, of in found.items())
    heads = "factor | alone: mean size of the effect, points | with mediator"
    return [f"Half-runs check: {checks}.", "", *table(heads, rows)]


TABLES: dict[str, Callable[[Results], list[str]]] = {
    "mediator_communication_style": mediator,
    "training_course": training,
    "deadline": deadline,
    "strike_ladder": ladder,
    "government_party_or_conciliator": government,
    "who_talks_to_whom": networks,
    "global_sensitivity": sensitivity,
    "morris_screening": screening,
}
