"""The figures that an experiment file asks for, as files in the folder of its results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotiation_sim.analysis.missing_library import MissingLibrary
from negotiation_sim.figures.curves import curves_axes
from negotiation_sim.figures.heat_map import map_axes
from negotiation_sim.figures.multiples import multiples_axes
from negotiation_sim.figures.network import network_axes
from negotiation_sim.figures.picture_files import save_picture
from negotiation_sim.figures.sensitivity import sensitivity_axes
from negotiation_sim.figures.time_to_agreement import time_to_agreement_axes
from negotiation_sim.figures.why_no_deal import why_no_deal_of
from negotiation_sim.figures.zone import zone_axes
from negotiation_sim.messages.language import ENGLISH, Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from negotiation_sim.sweeps.results import Results

KINDS: dict[str, Callable[..., Axes]] = {
    "curves": curves_axes,
    "map": map_axes,
    "multiples": multiples_axes,
    "zone": zone_axes,
    "time_to_agreement": time_to_agreement_axes,
    "sensitivity": sensitivity_axes,
    "why_no_deal": why_no_deal_of,
    "network": network_axes,
}
"""The function that draws each kind of figure; the other keys of a figure are its arguments."""


def axes_of(results: Results, figure: dict[str, Any], language: Language = ENGLISH) -> Axes:
    """Draw one figure as an experiment file describes it; `axes.figure` is the figure."""
    arguments = {key: value for key, value in figure.items() if key not in ("kind", "title")}
    title = figure.get("title")
    if isinstance(title, dict):
        title = title.get(language.code) or title["en"]
    return KINDS[str(figure["kind"])](results, **arguments, title=title, language=language)


def draw(results: Results, name: str, language: Language = ENGLISH, folder: Path | None = None) -> dict[str, Path]:
    """Draw the figure of that name into the folder of the results (or another one); returns the files by name.

    Raises KeyError where the experiment has no such figure.
    """
    figure = axes_of(results, results.experiment.figures[name], language).get_figure(root=True)
    assert figure is not None
    return save_picture(figure, folder or results.folder, name)


def draw_all(results: Results, language: Language = ENGLISH, folder: Path | None = None) -> dict[str, Path]:
    """Draw every figure of the experiment, in its order; returns the files by name.

    Where a library of an extra is missing, the figures that do not need it are drawn before MissingLibrary is raised.
    """
    files: dict[str, Path] = {}
    missing: MissingLibrary | None = None
    for name in results.experiment.figures:
        try:
            files |= draw(results, name, language, folder)
        except MissingLibrary as error:
            missing = missing or error
    if missing is not None:
        raise missing
    return files
