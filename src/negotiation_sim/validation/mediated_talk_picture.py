"""The picture of talk and its mediator: what is lost by conflict, how well that is met, and how much to hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.validation.talk_theory import (
    MOST,
    NO_TALK,
    direct_loss,
    equilibrium_with,
    loss_of,
    mediated_loss,
    mediator_for,
    promised_loss,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from negotiation_sim.messages.language import Language
    from negotiation_sim.validation.mediated_talk import TalkEvidence

_EARLIEST = 0.125  # the conflict from which the mediator with two reports has something to do


def draw(evidence: TalkEvidence, language: Language) -> Figure:
    """The listener's loss by conflict, the distance of the averages from it, and the best share to pass on."""
    from negotiation_sim.figures.style import new_picture, tidy

    caption = language.gettext(
        "Left: what is lost because interests differ. The mediator wins back the shaded part; no mediator of any kind "
        "gets below its line (diamonds: least loss by linear programming), and only a listener who is bound by a "
        "promise does. Below: averages over many draws less the closed form, with intervals of three standard errors. "
        "Right: passing on every high report is not the best. When the listener cannot be sure that a low "
        "recommendation means a low report, the speaker has less to fear from the truth. Stars: the mediator of the "
        "closed form."
    )
    title = language.gettext("Why a mediator should not pass everything on")
    figure = new_picture(title, caption, width=14.0, height=9.5)
    places = figure.add_gridspec(4, 2, width_ratios=(3, 2))
    by_conflict = figure.add_subplot(places[:3, 0])
    distance = figure.add_subplot(places[3, 0], sharex=by_conflict)
    passed_on = figure.add_subplot(places[:, 1])
    _draw_by_conflict(by_conflict, evidence, language)
    _draw_distance(distance, evidence, language)
    _draw_passed_on(passed_on, tuple(evidence.best_noise), language)
    for axes in (by_conflict, distance, passed_on):
        tidy(axes)
        axes.yaxis.set_major_formatter(lambda y, at: language.numbers.with_decimal_sign(f"{y:g}"))
        axes.xaxis.set_major_formatter(lambda x, at: language.numbers.with_decimal_sign(f"{x:g}"))
    return figure


def _draw_by_conflict(axes: Axes, evidence: TalkEvidence, language: Language) -> None:
    from negotiation_sim.figures.style import LABEL, LOOKS, PALE, QUIET, SMALL

    _ = language.gettext
    talk, mediated, promised = LOOKS[0]["color"], LOOKS[2]["color"], LOOKS[6]["color"]
    conflicts = np.linspace(0.02, 0.6, 581)
    helped = conflicts[conflicts <= MOST]
    within = helped[helped >= _EARLIEST]
    axes.fill_between(within, [mediated_loss(b) for b in within], [direct_loss(b) for b in within], color=PALE)
    axes.axhline(NO_TALK, color=QUIET, linestyle=":", linewidth=2, label=_("no talk"))
    axes.plot(conflicts, [direct_loss(b) for b in conflicts], color=talk, linewidth=2.5, label=_("direct talk"))
    axes.plot(
        helped, [mediated_loss(b) for b in helped], color=mediated, linewidth=2.5, label=_("through the best mediator")
    )
    axes.plot(
        helped,
        [promised_loss(b) for b in helped],
        color=promised,
        linestyle="--",
        linewidth=2.5,
        label=_("bound by a promise (arbitration)"),
    )
    for look, measured in ((LOOKS[0], evidence.direct), (LOOKS[2], evidence.mediated)):
        values = [loss.value for loss in measured.values()]
        axes.plot(list(measured), values, look["marker"], color=look["color"], markersize=9, mec="black", clip_on=False)
    found = {mediated: evidence.least_loss, promised: evidence.least_loss_promised}
    for colour, least in found.items():
        axes.plot(list(least), list(least.values()), "D", markersize=15, mfc="none", mec=colour, mew=2)
    axes.plot([], [], "D", color=QUIET, markersize=11, mfc="none", mew=2, label=_("least loss by linear programming"))
    axes.set_ylabel(_("mean loss of the listener"), fontsize=LABEL)
    axes.legend(frameon=False, fontsize=SMALL, loc="lower right")


def _draw_distance(axes: Axes, evidence: TalkEvidence, language: Language) -> None:
    from negotiation_sim.figures.style import LABEL, LOOKS, QUIET, SMALL

    _ = language.gettext
    axes.axhline(0.0, color=QUIET, linewidth=1)
    pairs = ((LOOKS[0], evidence.direct, direct_loss, -0.004), (LOOKS[2], evidence.mediated, mediated_loss, 0.004))
    for look, measured, theory, aside in pairs:
        for conflict, loss in measured.items():
            assert loss.low is not None and loss.high is not None
            ends = 1000.0 * (np.array([loss.low, loss.value, loss.high]) - theory(conflict))
            axes.plot([conflict + aside] * 2, ends[[0, 2]], color=look["color"], linewidth=2.5)
            axes.plot(conflict + aside, ends[1], look["marker"], color=look["color"], mec="black")
    axes.set_xlabel(_("conflict of interest"), fontsize=LABEL)
    axes.set_ylabel(_("difference, thousandths"), fontsize=SMALL)


def _draw_passed_on(axes: Axes, searched: tuple[float, ...], language: Language) -> None:
    from negotiation_sim.figures.style import LABEL, LOOKS, PALE, QUIET, SMALL

    _ = language.gettext
    for look, conflict in zip(LOOKS[::2], searched, strict=False):
        passed = np.linspace(0.4, 1.0 - 1e-6, 241)
        losses = [loss_of(equilibrium_with(conflict, 1.0 - share)) for share in passed]
        label = _("conflict {conflict}").format(conflict=language.numbers.as_given(conflict))
        axes.plot(passed, losses, color=look["color"], linewidth=2.5, label=label)
        mediator = mediator_for(conflict)
        axes.plot(1.0 - mediator.noise, mediated_loss(conflict), "*", color=look["color"], markersize=18, mec="black")
    axes.axhline(NO_TALK, color=QUIET, linestyle=":", linewidth=2)
    axes.set_xlabel(_("share of high reports that the mediator passes on"), fontsize=LABEL)
    axes.set_ylabel(_("mean loss of the listener"), fontsize=LABEL)
    axes.legend(frameon=True, edgecolor=PALE, fontsize=SMALL)
