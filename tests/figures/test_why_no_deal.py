"""The picture: bars as long as the shares, all can be read, also in grey and where numbers are missing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from negotiation_sim.analysis.causes import CAUSES, MISPERCEPTIONS
from negotiation_sim.analysis.why_no_deal import OVERLAP, Removal, WhyNoDeal, explain
from negotiation_sim.figures.why_no_deal import why_no_deal_axes, why_no_deal_of
from negotiation_sim.messages import LANGUAGES
from negotiation_sim.messages.language import Language


def answer(failed: int = 1000, agreed: int = 500, is_there: bool = True) -> WhyNoDeal:
    settings = {"deadline": 60} if is_there else {}
    causes = (*CAUSES, MISPERCEPTIONS)
    n = len(causes)
    rows = [
        Removal(c.name, c.label, c.removal, settings, failed, agreed, failed * (n - i) // n, agreed * i // (3 * n))
        for i, c in enumerate(causes)
    ]
    return WhyNoDeal("A table", "0" * 64, 3, failed, agreed, tuple(rows[:-1]), 0, rows[-1], {})


def drawn(axes: Axes) -> Figure:
    figure = axes.get_figure(root=True)
    assert figure is not None
    FigureCanvasAgg(figure).draw()
    return figure


def test_bars_are_as_long_as_the_shares() -> None:
    why = answer()
    axes = why_no_deal_axes(why, "Why?")
    breaks, repairs = axes.containers[0], axes.containers[len(why.causes) + 2]
    assert [bar.get_width() for bar in repairs] == pytest.approx(
        [100 * row.repaired / 1000 for row in (*why.causes, why.misperceptions)]
    )
    assert [bar.get_width() for bar in breaks] == pytest.approx(
        [-100 * row.broken / 500 for row in (*why.causes, why.misperceptions)]
    )
    assert axes.yaxis_inverted()  # the first cause stands on top


def test_whiskers_are_the_intervals() -> None:
    why = answer()
    axes = why_no_deal_axes(why, "Why?")
    spans = [tuple(sorted(segment[:, 0])) for lines in axes.collections for segment in lines.get_segments()]
    expected = []
    for shares, direction in (
        ([row.breaks for row in why.causes], -1),
        ([row.repairs for row in why.causes], 1),
    ):
        for share in shares:
            assert share is not None
            expected.append(tuple(sorted(100 * direction * float(bound or 0) for bound in share[1:])))
    for span in expected:
        assert any(span == pytest.approx(drawn_span) for drawn_span in spans), span


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_can_be_read(lang: str, texts_of: Callable[[Axes], list[Text]]) -> None:
    heading = "Why no deal? " + "a table with $5 and a long name " * 6
    axes = why_no_deal_axes(answer(), heading, Language(lang))
    figure = drawn(axes)
    assert tuple(figure.get_size_inches()) == (10, 7.5)
    texts = texts_of(axes)
    assert min(text.get_fontsize() for text in texts) >= 12
    boxes = [text.get_window_extent() for text in texts]
    whole = figure.bbox
    for box in boxes:
        assert whole.x0 - 1 <= box.x0 <= box.x1 <= whole.x1 + 1
        assert whole.y0 - 1 <= box.y0 <= box.y1 <= whole.y1 + 1
    for one, other in combinations(boxes, 2):
        shared = Bbox.intersection(one, other)
        assert shared is None or shared.width * shared.height < 4.0


def test_the_caption_says_that_causes_overlap(texts_of: Callable[[Axes], list[Text]]) -> None:
    shown = " ".join(" ".join(text.get_text().split()) for text in texts_of(why_no_deal_axes(answer(), "Why?")))
    for words in (OVERLAP, "1,500 runs", "seed 3", "95%", "per cent of 1,000", "per cent of 500"):
        assert words in shown


def test_repairs_and_breaks_differ_in_grey() -> None:
    why = answer()
    axes = why_no_deal_axes(why, "Why?")
    breaks, repairs = axes.containers[0][0], axes.containers[len(why.causes) + 2][0]
    red, green, blue = 0.2126, 0.7152, 0.0722
    lightness = [
        red * colour[0] + green * colour[1] + blue * colour[2]
        for colour in (to_rgb(bar.get_facecolor()) for bar in (repairs, breaks))
    ]
    assert lightness[1] - lightness[0] > 0.4
    assert breaks.get_hatch()
    assert not repairs.get_hatch()


@pytest.mark.parametrize(("failed", "agreed"), [(0, 500), (1000, 0)])
def test_a_side_without_runs_has_no_whiskers(failed: int, agreed: int) -> None:
    axes = why_no_deal_axes(answer(failed, agreed), "Why?")
    drawn(axes)
    spans = [segment[:, 0] for lines in axes.collections for segment in lines.get_segments()]
    assert spans
    assert all((span.min() >= 0.0) if failed else (span.max() <= 0.0) for span in spans)


def test_a_scenario_without_any_cause_gets_a_plain_sentence(texts_of: Callable[[Axes], list[Text]]) -> None:
    axes = why_no_deal_axes(answer(is_there=False), "Why?")
    assert "None of the causes is in this scenario." in [text.get_text() for text in texts_of(axes)]


def test_a_point_of_a_sweep_is_explained_as_it_was_played(
    results_of: Callable[..., Any], caption_of: Callable[[Axes], str]
) -> None:
    results = results_of({"communication.quality": [0.4, 0.8]}, runs=20)
    axes = why_no_deal_of(results, 1, "with mediator")
    why = explain(results.experiment.cell(1, "with mediator"), 20, seed=3)
    widths = [bar.get_width() for found in axes.containers if isinstance(found, BarContainer) for bar in found]
    shares = [100 * row.repairs.value for row in (*why.applying, why.misperceptions) if row.repairs]
    assert widths[-len(shares) :] == pytest.approx(shares)
    figure = axes.get_figure(root=True)
    assert figure is not None
    assert figure.get_suptitle() == "Why no deal? An experiment: with mediator"
    assert "Point 1 (communication quality: 0.8). 20 runs (seed 3)" in caption_of(axes)
