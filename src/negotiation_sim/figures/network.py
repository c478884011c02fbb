"""Who talks to whom: how much of what is said arrives, and how far the listener trusts the speaker at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation_sim.concepts import Floats
from negotiation_sim.engine.setting import Setting
from negotiation_sim.figures.captions import joined, not_calibrated, of_arm, point_shown
from negotiation_sim.figures.style import LABEL, SMALL, new_picture, wrapped
from negotiation_sim.messages.language import ENGLISH, Language
from negotiation_sim.scenario.text import text_in

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

RUNS = 100
"""Runs watched to their end: the rows of a sweep keep only the mean trust of all sides."""
_MOST_WITH_NUMBERS = 5
"""Parties, the mediator among them, up to which the trust stands beside each arrow."""
_WIDEST = 12.0
"""Points of an arrow along which everything arrives."""
_NODE = 12_500
"""Square points of the disc of a party: room for its name."""


def network_axes(
    results: Results,
    point: int = 0,
    arm: str | None = None,
    title: str | None = None,
    language: Language = ENGLISH,
) -> Axes:
    """Draw the network on a figure of its own; `axes.figure` is the figure.

    An arrow runs from who speaks to who hears. The parties stand on a circle, in the order of the scenario; a mediator
    who works stands in the middle.
    """
    import networkx as nx
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    experiment = results.experiment
    arm = arm or next(iter(experiment.arms))
    setting = results.setting(point, arm)
    runs = min(RUNS, experiment.stop.at_most if experiment.stop else experiment.runs)
    trust = mean_trust(setting, experiment.seed, runs)
    message = language.gettext(
        "Arrows run from speaker to listener; the wider, the more of what is said arrives; the darker, the more the "
        "listener trusts the speaker at the end (mean of {runs} runs, seed {seed})."
    )
    caption = joined(
        message.format(runs=language.numbers.whole(runs), seed=experiment.seed),
        point_shown(experiment, point, language),
        not_calibrated(language),
    )
    heading = title or of_arm(experiment.title(language.code), experiment.arm_label(arm, language.code), language)
    figure = new_picture(heading, caption)
    axes = figure.add_subplot()
    colours = ScalarMappable(Normalize(0, 1), LinearSegmentedColormap.from_list("trust", ["#cfdff0", "#06214a"]))
    graph = network_of(setting, trust)
    places = {node: np.array([1.4, 1.0]) * place for node, place in nx.circular_layout(graph).items()}
    _draw_arrows(axes, graph, places, colours, language)
    _draw_parties(axes, graph, places, results, language)
    axes.margins(0.18)
    axes.set_aspect("equal")
    axes.set_axis_off()
    bar = figure.colorbar(colours, ax=axes, shrink=0.8, pad=0.02)
    bar.set_label(language.gettext("Trust at the end (0 to 1)"), fontsize=LABEL)
    bar.ax.tick_params(labelsize=SMALL)
    bar.ax.yaxis.set_major_formatter(lambda y, at: language.numbers.with_decimal_sign(f"{y:.1f}"))
    return axes


def mean_trust(setting: Setting, seed: int, runs: int) -> Floats:
    """Mean trust at the end of the first runs, [listener, speaker]; the last speaker is the mediator."""
    from negotiation_sim.engine.mesa_model import BargainingModel

    total = np.zeros((len(setting.roles), len(setting.roles) + 1))
    for run in range(runs):
        model = BargainingModel(setting, seed, run)
        model.run_model()
        total += model.table.trust
    return total / runs


def network_of(setting: Setting, trust: Floats) -> Any:
    """A directed graph of seats: each edge has `quality`, what arrives, and `trust`, of the listener in the speaker.

    The node n is the mediator; it is there where it has skill and works in some stage.
    """
    import networkx as nx

    case, n = setting.case, len(setting.roles)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    speakers = n + 1 if case.skill > 0.0 and bool(case.stage_mediator.any()) else n
    for speaker in range(speakers):
        for listener in range(n):
            quality = float(case.quality[speaker, listener])
            if speaker != listener and quality > 0.0:
                graph.add_edge(speaker, listener, quality=quality, trust=float(trust[listener, speaker]))
    return graph


def _draw_arrows(axes: Axes, graph: Any, places: dict[int, Any], colours: Any, language: Language) -> None:
    import networkx as nx

    edges = list(graph.edges(data=True))
    widths = [1.0 + _WIDEST * link["quality"] for *_, link in edges]
    bend = "arc3,rad=0.16"
    nx.draw_networkx_edges(
        graph,
        places,
        ax=axes,
        width=widths,
        arrowsize=[14 + 2 * width for width in widths],
        edge_color=[colours.to_rgba(link["trust"]) for *_, link in edges],
        node_size=_NODE,
        connectionstyle=bend,
        arrowstyle="-|>",
    )
    if len(graph) <= _MOST_WITH_NUMBERS:
        shown = {(a, b): language.numbers.decimal(link["trust"], 2) for a, b, link in edges}
        nx.draw_networkx_edge_labels(
            graph, places, shown, ax=axes, label_pos=0.36, font_size=SMALL, rotate=False, connectionstyle=bend
        )


def _draw_parties(axes: Axes, graph: Any, places: dict[int, Any], results: Results, language: Language) -> None:
    import networkx as nx

    scenario = results.experiment.scenario
    mediator = len(scenario.roles)
    label = scenario.mediator.label
    names = {seat: scenario.party_label(role, language.code) for seat, role in enumerate(scenario.roles)}
    names[mediator] = text_in(label, language.code) if label else language.gettext("mediator")
    for nodes, shape in (
        ([seat for seat in graph if seat != mediator], "o"),
        ([mediator] if mediator in graph else [], "s"),
    ):
        drawn = nx.draw_networkx_nodes(
            graph, places, nodes, _NODE, "white", shape, ax=axes, edgecolors="black", linewidths=1.5
        )
        drawn.set_zorder(4)
    for seat in graph:
        x, y = places[seat]
        axes.text(x, y, wrapped(names[seat], 13), ha="center", va="center", fontsize=SMALL, zorder=5)
