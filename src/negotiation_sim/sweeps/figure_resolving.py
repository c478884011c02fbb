"""The figures of an experiment with every key of their kind filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from negotiation_sim.scenario.text import Translations
from negotiation_sim.sweeps.experiment_file import ExperimentFile, Figure
from negotiation_sim.sweeps.figure_keys import FIGURE_KEYS

_SHOWN_RUNS = 500


def resolved_figures(content: ExperimentFile, points: Sequence[Mapping[str, object]]) -> dict[str, dict[str, Any]]:
    """The figures of a checked file as they stand in the manifest: `kind`, `title` and all keys of the kind."""
    return {name: _resolved(figure, content, points) for name, figure in content.figures.items()}


def _resolved(figure: Figure, content: ExperimentFile, points: Sequence[Mapping[str, object]]) -> dict[str, Any]:
    keys = FIGURE_KEYS[figure.kind]
    found = {"kind": figure.kind, "title": _title(figure), **{key: getattr(figure, key) for key in keys.all}}
    first = next(iter(content.arms))
    if "arms" in found and found["arms"] is None:
        found["arms"] = list(content.arms)
    if "arm" in found and found["arm"] is None and found.get("difference") is None and found.get("run") is None:
        found["arm"] = first
    if "runs" in found and found["runs"] is None and found["run"] is None:
        found["runs"] = min(_SHOWN_RUNS, content.stop.at_least if content.stop else content.runs)
    if "point" in found and not isinstance(found["point"], int):
        found["point"] = points.index(found["point"]) if found["point"] is not None else 0
    return found


def _title(figure: Figure) -> dict[str, str] | None:
    if isinstance(figure.title, Translations):
        return figure.title.model_dump(exclude_none=True)
    return None if figure.title is None else {"en": figure.title}
