"""Pictures of a calibration: what the kept draws look like, and the bands beside the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiation_sim.calibration.posterior import Predicted, predicted
from negotiation_sim.calibration.rejection import Draws

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from negotiation_sim.calibration.parameters import Parameter
    from negotiation_sim.messages.language import Language

_BINS = 12
_CLOUD = 700
"""So many of the draws that were not kept are shown behind the others."""


def posterior_picture(draws: Draws, language: Language) -> Figure:
    """Each number alone on the diagonal, each pair below it."""
    from negotiation_sim.figures.style import LABEL, LOOKS, new_picture, wrapped

    _ = language.gettext
    caption = _(
        "Diagonal: how often a value is among the {kept} draws kept (bars) and among all {all} (line). Below: pairs of "
        "values, kept ones dark. Crosses and dashed lines: the values that the scenario ships with. Firmness is on a "
        "logarithmic axis."
    ).format(kept=language.numbers.whole(int(draws.kept.sum())), all=language.numbers.whole(len(draws.shares)))
    figure = new_picture(_("What the observed shares say of the numbers"), caption, width=14.0, height=14.0)
    count = len(draws.parameters)
    panels = figure.subplots(count, count, sharex="col")
    kept, behind = draws.shares[draws.kept], draws.shares[:_CLOUD]
    for row, below in enumerate(draws.parameters):
        for column, parameter in enumerate(draws.parameters):
            axes = panels[row, column]
            if column > row:
                axes.set_axis_off()
                continue
            shipped = parameter.place(parameter.shipped)
            if column == row:
                axes.hist(
                    kept[:, row], _BINS, range=(0.0, 1.0), density=True, color=LOOKS[2]["color"], edgecolor="white"
                )
                axes.axhline(1.0, color="black", linewidth=1)
                axes.axvline(shipped, color="black", linestyle="--", linewidth=1.5)
                axes.set_yticks([])
            else:
                axes.scatter(behind[:, column], behind[:, row], s=1, color="#d9d9d9", rasterized=True)
                axes.scatter(kept[:, column], kept[:, row], s=8, color=LOOKS[0]["color"], rasterized=True)
                axes.plot(shipped, below.place(below.shipped), "x", color="black", markersize=10, markeredgewidth=2.5)
                axes.set_ylim(0.0, 1.0)
                _ticks(axes, "y", below if column == 0 else None, language)
            axes.set_xlim(0.0, 1.0)
            _ticks(axes, "x", parameter, language)
            if row == count - 1:
                axes.set_xlabel(wrapped(_(parameter.title), 16), fontsize=LABEL)
        panels[row, 0].set_ylabel(wrapped(_(below.title), 16), fontsize=LABEL)
    return figure


def _ticks(axes: Axes, side: str, parameter: Parameter | None, language: Language) -> None:
    """Both ends and the middle of a range, by their values; none of a number without a name on this side."""
    from negotiation_sim.figures.style import SMALL

    places = [0.0, 0.5, 1.0]
    names = [""] * 3 if parameter is None else [language.numbers.as_given(round(parameter.at(p), 2)) for p in places]
    if side == "x":
        axes.set_xticks(places, names)
    else:
        axes.set_yticks(places, names)
    axes.tick_params(labelsize=SMALL)


def bands_picture(draws: Draws, language: Language) -> Figure:
    """Each band with the model before and after, and as shipped."""
    from negotiation_sim.figures.style import FAINT, LABEL, LOOKS, PALE, SMALL, new_picture, tidy, wrapped

    _ = language.gettext
    caption = _(
        "Shaded: what was observed (95%). Grey: central 90% of what the model shows before the data; dark: of the "
        "draws kept; cross: the scenario as shipped. The draws were kept by the first {fitted} bands; the others were "
        "left out of that."
    ).format(fitted=sum(found.band.fitted for found in predicted(draws)))
    figure = new_picture(_("Bands that the model meets, and others"), caption, width=12.0, height=8.0)
    axes = figure.subplots()
    all_found = predicted(draws)
    for place, found in enumerate(all_found):
        _one_band(axes, place, found, PALE, FAINT, str(LOOKS[0]["color"]))
    axes.set_yticks(range(len(all_found)), [wrapped(_(found.band.title), 34) for found in all_found], fontsize=SMALL)
    axes.set_ylim(len(all_found) - 0.4, -0.6)
    axes.set_xlim(-0.02, 1.02)
    axes.set_xlabel(_("share of disputes"), fontsize=LABEL)
    tidy(axes, "x")
    return figure


def _one_band(axes: Axes, place: int, found: Predicted, shade: str, before: str, after: str) -> None:
    band = found.band
    axes.fill_between([band.low, band.high], place - 0.4, place + 0.4, color=shade)
    axes.plot(found.before, [place - 0.18] * 2, color=before, linewidth=5, solid_capstyle="butt")
    axes.plot(found.after, [place + 0.18] * 2, color=after, linewidth=5, solid_capstyle="butt")
    axes.plot(found.shipped, place, "x", color="black", markersize=10, markeredgewidth=2.5)
