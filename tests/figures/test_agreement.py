"""The main picture shows the numbers of the comparison."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb

from negotiation_sim.experiments.comparison import Comparison, compare_arms
from negotiation_sim.figures.agreement import agreement_axes
from negotiation_sim.messages.language import Language
from negotiation_sim.scenario import load_scenario


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare_arms(load_scenario("two_party_textbook"), 10, seed=1)


def test_each_arm_is_a_curve_of_its_rates(comparison: Comparison) -> None:
    axes = agreement_axes(comparison)
    labels = [comparison.scenario.arm_label(arm) for arm in comparison.arms]
    assert [line.get_label().replace("\n", " ") for line in axes.lines] == labels
    for line, points in zip(axes.lines, comparison.arms.values(), strict=True):
        np.testing.assert_allclose(line.get_ydata(), [100 * p.tally.agreement_rate.value for p in points])
        np.testing.assert_allclose(line.get_xdata(), comparison.axis[1])


def test_curves_differ_in_dashes_and_marks_not_only_in_colour(comparison: Comparison) -> None:
    lines = agreement_axes(comparison).lines
    assert len({(line.get_linestyle(), line.get_marker()) for line in lines}) == len(lines)


def test_the_two_pairs_of_curves_differ_in_grey_print(comparison: Comparison) -> None:
    """Luma of ITU-R BT.601, as most printers turn colours into grey."""
    greys = [
        float(np.dot(to_rgb(line.get_color()), [0.299, 0.587, 0.114])) for line in agreement_axes(comparison).lines
    ]
    assert greys[0] == greys[1]
    assert greys[2] == greys[3]
    assert abs(greys[0] - greys[2]) > 0.2


def test_the_names_stand_inside_the_picture_beside_the_curves(comparison: Comparison) -> None:
    axes = agreement_axes(comparison)
    figure = axes.figure
    FigureCanvasAgg(figure).draw()
    names, curves = axes.get_legend().get_window_extent(), axes.get_window_extent()
    assert curves.x1 <= names.x0
    assert names.x1 <= figure.bbox.x1
    ends = {line.get_label(): line.get_ydata()[-1] for line in axes.lines}
    shown = [text.get_text() for text in axes.get_legend().get_texts()]
    assert [ends[name] for name in shown] == sorted(ends.values(), reverse=True)


def test_the_caption_says_n_seed_and_interval(comparison: Comparison) -> None:
    caption = agreement_axes(comparison).figure.get_supxlabel()
    for words in ("10 negotiations", "seed 1", "95%"):
        assert words in caption


def test_one_point_becomes_bars() -> None:
    found = compare_arms(load_scenario("two_party_textbook", ["communication.quality=0.5"]), 10, seed=1)
    axes = agreement_axes(found)
    assert [bar.get_height() for bar in axes.patches] == pytest.approx(
        [100 * points[0].tally.agreement_rate.value for points in found.arms.values()]
    )


@pytest.mark.parametrize(
    ("lang", "caption", "label"), [("ru", "интервалы Уилсона", "Качество"), ("kk", "Уилсон", "Байланыс")]
)
def test_everything_is_in_the_language_of_the_reader(
    comparison: Comparison, lang: str, caption: str, label: str
) -> None:
    axes = agreement_axes(comparison, Language(lang))
    figure = axes.figure
    FigureCanvasAgg(figure).draw()
    assert caption in figure.get_supxlabel().replace("\n", " ")
    assert axes.get_xlabel().startswith(label)
    assert figure.get_suptitle() == comparison.scenario.title(lang)
    assert [line.get_label().replace("\n", " ") for line in axes.lines] == [
        comparison.scenario.arm_label(arm, lang) for arm in comparison.arms
    ]
    assert "0,2" in [tick.get_text() for tick in axes.get_xticklabels()]
    for text in (figure._supxlabel, *axes.get_legend().get_texts()):
        assert text.get_window_extent().x1 <= figure.bbox.x1
