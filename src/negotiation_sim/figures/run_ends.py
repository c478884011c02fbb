"""Where runs ended in a utility plane: a single run under several arms, or many runs under one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from negotiation_sim.concepts import AGREEMENT, ENDINGS
from negotiation_sim.figures.plane_drawing import LETTERS
from negotiation_sim.figures.style import LOOKS, wrapped
from negotiation_sim.messages.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

_ = str  # marks words for the message catalogues; they are translated where they are shown
_ENDED = {
    "agreement": _("agreement in round {rounds}"),
    "deadline": _("no agreement by the deadline"),
    "walk_away": _("a party walked away"),
    "award": _("award"),
    "partial": _("signed in part"),
    "protocol_only": _("protocol of disagreements only"),
}
_DEALS: dict[str, Any] = {"marker": "o", "color": "#1f4e79", "edgecolors": "white", "linewidths": 0.8}
_NO_DEALS: dict[str, Any] = {"marker": "x", "color": "#a63603", "linewidths": 1.7}


def draw_run(
    axes: Axes, results: Results, point: int, arms: Sequence[str], run: int, sides: Sequence[str], language: Language
) -> None:
    """How one run ended under each arm: rings of growing size, so that those at the same place are all seen."""
    for number, (arm, look) in enumerate(zip(arms, LOOKS, strict=False)):
        row = dict(zip(results.columns, results.rows(point, arm, range(run, run + 1))[0], strict=True))
        ended = language.gettext(_ENDED[ENDINGS[int(row["ending"])]]).format(rounds=int(row["rounds"]))
        # NOTE: in a legend: an arm, and how the run ended under it
        message = language.gettext("{arm}: {ending}")
        label = message.format(arm=results.experiment.arm_label(arm, language.code), ending=ended)
        axes.plot(
            *([row[f"{side}.utility"]] for side in sides),
            linestyle="none",
            marker=look["marker"],
            markersize=13 + 4 * number,
            markerfacecolor="none",
            markeredgecolor=look["color"],
            markeredgewidth=3,
            label=wrapped(label, LETTERS),
            zorder=7,
        )


def draw_runs(
    axes: Axes, results: Results, point: int, arm: str, runs: int, sides: Sequence[str], language: Language
) -> None:
    """How many runs ended: those with a deal, and those without, which lie at the reservation values of the run."""
    rows = results.rows(point, arm, range(runs))
    ending, x, y = (results.columns.index(name) for name in ("ending", *(f"{side}.utility" for side in sides)))
    agreed = rows[:, ending] == AGREEMENT
    for chosen, look, words in (
        (~agreed, _NO_DEALS, language.gettext("ended without agreement: {count}")),
        (agreed, _DEALS, language.gettext("ended in agreement: {count}")),
    ):
        if chosen.any():
            label = words.format(count=language.numbers.whole(int(chosen.sum())))
            axes.scatter(rows[chosen, x], rows[chosen, y], s=44, label=wrapped(label, LETTERS), zorder=4, **look)
