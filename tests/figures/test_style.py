"""Pictures of all kinds can be read: large type, nothing cut off or on top of something else, also in grey print."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from negotiation_sim.figures.drawing import axes_of
from negotiation_sim.figures.style import LOOKS, SMALL, STRONG, WEAK, new_picture, wrapped
from negotiation_sim.messages.language import Language

QUALITY, SKILL = "communication.quality", "mediator.skill"
FIGURES: list[dict[str, Any]] = [
    {"kind": "curves", "x": QUALITY, "at": {SKILL: 0.5}},
    {"kind": "curves", "x": QUALITY, "panel": SKILL},
    {"kind": "map", "x": QUALITY, "y": SKILL, "difference": ["interests", "alone"]},
    {"kind": "multiples", "x": QUALITY, "panel": SKILL},
    {"kind": "zone", "point": 4, "run": 3},
    {"kind": "zone", "point": 4, "arm": "alone", "runs": 20},
    {"kind": "time_to_agreement", "point": 4},
    {"kind": "network", "point": 4, "arm": "with mediator"},
]


def lightness(colour: Any) -> float:
    """Luma of ITU-R BT.601, as most printers turn colours into grey."""
    return float(np.dot(to_rgb(colour), [0.299, 0.587, 0.114]))


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure["kind"])
def test_everything_can_be_read(
    results_of: Callable[..., Any], texts_of: Callable[[Axes], list[Text]], figure: dict[str, Any]
) -> None:
    results = results_of({QUALITY: [0.2, 0.5, 0.8], SKILL: [0.25, 0.5, 1]}, runs=5)
    axes = axes_of(results, figure, Language("ru"))
    texts = texts_of(axes)
    assert min(text.get_fontsize() for text in texts) >= SMALL
    whole = axes.get_figure(root=True).bbox
    boxes = [(text.get_window_extent(), text.get_text()) for text in texts]
    for box, words in boxes:
        assert whole.x0 - 1 <= box.x0 <= box.x1 <= whole.x1 + 1, words
        assert whole.y0 - 1 <= box.y0 <= box.y1 <= whole.y1 + 1, words
    for (one, words), (other, more_words) in combinations(boxes, 2):
        shared = Bbox.intersection(one, other)
        assert shared is None or shared.width * shared.height < 9.0, (words, more_words)


def test_neighbouring_looks_differ_in_mark_and_dashes_and_pairs_in_lightness() -> None:
    assert len({(look["marker"], look["linestyle"]) for look in LOOKS}) == len(LOOKS)
    first, second, third = (lightness(LOOKS[i]["color"]) for i in (0, 2, 4))
    assert abs(first - second) > 0.2
    assert abs(first - third) > 0.15
    assert lightness(WEAK["color"]) - lightness(STRONG["color"]) > 0.4
    assert WEAK["hatch"]


def test_a_dollar_is_a_dollar_and_a_path_stays_whole(texts_of: Callable[[Axes], list[Text]]) -> None:
    figure: Figure = new_picture("From $5 to $6", "A caption")
    axes = figure.add_subplot()
    title = next(text for text in texts_of(axes) if "From" in text.get_text())
    assert title._preprocess_math(title.get_text()) == ("From $5 to $6", False)  # what is drawn
    assert wrapped("a parties.unions.importance_spread", 12).split() == ["a", "parties.unions.importance_spread"]
