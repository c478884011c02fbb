"""Results as a sweep leaves them, without a sweep: rates are chosen; runs are played where a picture plays them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from negotiation_sim.analysis.intervals import paired_difference, rate
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.text import Translations
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.factor import Factor

LABELS: dict[str, str | Translations] = {
    "alone": Translations(en="alone", ru="без медиатора", kk="медиаторсыз"),
    "with mediator": Translations(en="with mediator", ru="с медиатором", kk="медиатормен"),
    "interests": Translations(en="interest-based", ru="на основе интересов", kk="мүдделер"),
}
ARMS: dict[str, dict[str, object]] = {
    "alone": {},
    "with mediator": {"mediator.style": "full"},
    "interests": {"mediator.style": "full", "parties.*.strategy": "interest_based"},
}
Share = Callable[[Mapping[str, Any], str], float]


def growing(settings: Mapping[str, Any], arm: str) -> float:
    """A share of agreements that grows with every number among the settings, and is different under each arm."""
    numbers = [float(value) for value in settings.values() if isinstance(value, int | float)]
    reach = sum(value / 40 if value > 1 else value for value in numbers) / max(1, len(numbers))
    start, slope = {"alone": (0.05, 0.6), "with mediator": (0.0, 0.9)}.get(arm, (0.3, 0.5))
    return start + slope * reach


class FakeResults:
    """A run agrees where its luck, the same at all points and under all arms, lies below the share chosen there."""

    def __init__(self, experiment: Experiment, share: Share, folder: Any = None) -> None:
        self.experiment, self.folder = experiment, folder
        luck = np.random.default_rng(5).random(experiment.runs)
        self._agreed = {
            (point, arm): luck < share(settings, arm)
            for point, settings in enumerate(experiment.points)
            for arm in experiment.arms
        }
        self.summary = pd.DataFrame([self._cell(*key) for key in self._agreed])
        pairs = product(range(len(experiment.points)), combinations(experiment.arms, 2))
        self.differences = pd.DataFrame([self._pair(point, *pair) for point, pair in pairs])
        scenario = experiment.scenario
        self.columns = column_names(scenario.roles, tuple(scenario.all_issues))

    def _cell(self, point: int, arm: str) -> dict[str, Any]:
        agreed = self._agreed[point, arm]
        value, low, high = rate(int(agreed.sum()), len(agreed))
        numbers = {"runs": len(agreed), "agreement_rate": value, "low": low, "high": high}
        return {"point": point, **self.experiment.points[point], "arm": arm, **numbers}

    def _pair(self, point: int, first: str, second: str) -> dict[str, Any]:
        one, other = self._agreed[point, first], self._agreed[point, second]
        counts = [int(both.sum()) for both in (one & other, one & ~other, ~one & other, ~one & ~other)]
        numbers = paired_difference(*counts)._asdict()
        numbers["difference"] = numbers.pop("value")
        return {"point": point, "first": first, "second": second, "runs": len(one), **numbers}

    def agreed_everywhere(self, arm: str) -> Any:
        return np.stack([self._agreed[point, arm] for point in range(len(self.experiment.points))])

    def setting(self, point: int, arm: str) -> Any:
        return setting_of(self.experiment.cell(point, arm))

    def rows(self, point: int, arm: str, runs: range) -> Any:
        return Player(self.setting(point, arm), 1).rows(self.experiment.seed, runs)


def made(
    grid: Mapping[str, list[object]] | None = None,
    share: Share = growing,
    folder: Any = None,
    case: str = "kazakhstan_general_agreement",
    **changes: Any,
) -> Any:
    """Results of a grid of these values; `changes` are made to the experiment."""
    grid = grid or {}
    experiment = Experiment(
        file="test.yaml",
        name=Translations(en="An experiment", ru="Один опыт"),
        description="A test.",
        scenario=load_scenario(case),
        kind="grid" if grid else "none",
        factors=tuple(Factor(path, tuple(values)) for path, values in grid.items()),
        samples=None,
        design_seed=None,
        points=[dict(zip(grid, values, strict=True)) for values in product(*grid.values())],
        arms=ARMS,
        labels=LABELS,
        runs=400,
        stop=None,
        seed=3,
        store="summary",
        figures={},
    )
    return FakeResults(replace(experiment, **changes), share, folder)


@pytest.fixture(scope="session")
def results_of() -> Callable[..., Any]:
    """Makes results of a grid whose rates are chosen."""
    return made


@pytest.fixture(scope="session")
def two_factors() -> Any:
    """Results over communication quality and skill of the mediator, under three arms."""
    return made({"communication.quality": [0.2, 0.4, 0.6, 0.8], "mediator.skill": [0, 0.5, 1]})


def _caption(axes: Axes) -> str:
    figure = axes.get_figure(root=True)
    assert figure is not None
    return " ".join(figure.get_supxlabel().split())


@pytest.fixture(scope="session")
def caption_of() -> Callable[[Axes], str]:
    """The caption of a picture on one line."""
    return _caption


def _texts(axes: Axes) -> Iterator[Text]:
    figure = axes.get_figure(root=True)
    assert figure is not None
    FigureCanvasAgg(figure).draw()
    for text in figure.findobj(Text):
        if isinstance(text, Text) and text.get_text() and text.get_visible() and _is_shown(text, figure.axes):
            yield text


def _is_shown(text: Text, all_axes: list[Axes]) -> bool:
    """Not of a tick beyond the ends of an axis, nor on axes that are switched off, which matplotlib keeps."""
    for axes in all_axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
                if text in (tick.label1, tick.label2):
                    return axes.axison and low <= tick.get_loc() <= high
    return True


@pytest.fixture(scope="session")
def texts_of() -> Callable[[Axes], list[Text]]:
    """All that can be read in a picture, once it is drawn."""
    return lambda axes: list(_texts(axes))
