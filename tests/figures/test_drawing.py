"""Every figure of an experiment becomes two files, the same from the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from negotiation_sim.analysis.missing_library import MissingLibrary
from negotiation_sim.figures import drawing
from negotiation_sim.figures.drawing import KINDS, axes_of, draw, draw_all
from negotiation_sim.messages.language import Language
from negotiation_sim.sweeps.figure_keys import FIGURE_KEYS

QUALITY, SKILL = "communication.quality", "mediator.skill"
CURVES = {"kind": "curves", "x": QUALITY, "arms": ["alone"], "panel": None, "at": {SKILL: 0}, "title": None}
MAP = {
    "kind": "map",
    "x": QUALITY,
    "y": SKILL,
    "arm": None,
    "difference": ["alone", "interests"],
    "at": {},
    "title": None,
}


@pytest.fixture
def results(results_of: Callable[..., Any], tmp_path: Path) -> Any:
    grid = {QUALITY: [0.2, 0.8], SKILL: [0, 1]}
    return results_of(grid, folder=tmp_path, figures={"agreement": CURVES, "difference": MAP})


def test_every_kind_that_a_file_may_name_can_be_drawn_with_its_keys() -> None:
    assert set(FIGURE_KEYS) == set(KINDS)
    for kind, function in KINDS.items():
        taken = function.__code__.co_varnames[: function.__code__.co_argcount]
        assert {*FIGURE_KEYS[kind].all, "title", "language"} == set(taken) - {"results"}, kind


def test_pictures_go_into_the_folder_of_the_results(results: Any, tmp_path: Path) -> None:
    files = draw_all(results)
    assert list(files) == ["agreement.png", "agreement.svg", "difference.png", "difference.svg"]
    assert {path.name for path in tmp_path.iterdir()} == set(files)
    assert files["agreement.png"].read_bytes().startswith(b"\x89PNG")


def test_the_same_numbers_give_the_same_bytes(results: Any, tmp_path: Path) -> None:
    first = {name: path.read_bytes() for name, path in draw(results, "difference").items()}
    again = draw(results, "difference", folder=tmp_path / "again")
    assert {name: path.read_bytes() for name, path in again.items()} == first


@pytest.mark.parametrize(("lang", "shown"), [("en", "Skill"), ("ru", "Умение"), ("kk", "Skill")])
def test_a_title_of_its_own_is_shown_in_the_language_or_in_english(results: Any, lang: str, shown: str) -> None:
    figure = {**CURVES, "title": {"en": "Skill", "ru": "Умение"}}
    assert axes_of(results, figure, Language(lang)).get_figure(root=True).get_suptitle() == shown


def test_a_missing_library_is_told_after_the_other_pictures(
    results: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*arguments: Any, **keys: Any) -> Any:
        raise MissingLibrary("SALib", "stats")

    monkeypatch.setitem(drawing.KINDS, "curves", missing)
    with pytest.raises(MissingLibrary, match="SALib"):
        draw_all(results)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["difference.png", "difference.svg"]
