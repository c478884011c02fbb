"""Experiments: what a file becomes, what decides its hash, and that a manifest gives the same back."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from negotiation_sim.scenario import ScenarioError, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.sweeps.experiment import Experiment, Stop, experiment_from
from negotiation_sim.sweeps.loading import load_experiment

WHOLE = """\
name: {en: A test, ru: Проба}
description: What a file may hold.
extends: kazakhstan_general_agreement
set: {deadline: 20}
design:
  kind: grid
  factors:
    communication.quality: {from: 0.1, to: 0.5, points: 5}
    mediator.enters: {from: 1, to: 9, points: 3}
    parties.*.strategy: [position_based, interest_based]
arms:
  alone: {}
  mediated: {mediator.style: facilitative}
labels: {alone: {en: Alone, ru: Одни}}
runs: 500
seed: 4
store: runs
figures:
  zone: {kind: zone, point: {communication.quality: 0.3, mediator.enters: 5, parties.*.strategy: interest_based}}
"""
NO_DESIGN = "name: A test\ndescription: A test.\nextends: two_party_textbook\n"


def loaded(folder: Path, text: str = WHOLE, *changes: tuple[str, str]) -> Experiment:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / "test.yaml"
    file.write_text(text, encoding="utf-8")
    return load_experiment(file)


def test_a_whole_file(tmp_path: Path) -> None:
    experiment = loaded(tmp_path)
    assert (experiment.title(), experiment.title("ru"), experiment.title("kk")) == ("A test", "Проба", "A test")
    assert (experiment.runs, experiment.seed, experiment.store, experiment.stop) == (500, 4, "runs", None)
    assert experiment.kind == "grid"
    assert [factor.values for factor in experiment.factors] == [
        (0.1, 0.2, 0.3, 0.4, 0.5),
        (1, 5, 9),
        ("position_based", "interest_based"),
    ]
    assert all(type(value) is int for value in experiment.factors[1].values or ())
    assert len(experiment.points) == 30
    assert experiment.points[1] == {
        "communication.quality": 0.1, "mediator.enters": 1, "parties.*.strategy": "interest_based",
    }  # fmt: skip
    assert experiment.arm_label("alone", "ru") == "Одни"
    assert experiment.arm_label("mediated", "ru") == "mediated"


def test_a_cell_is_the_scenario_with_all_settings(tmp_path: Path) -> None:
    experiment = loaded(tmp_path)
    cell = experiment.cell(29, "mediated")
    assert (cell.communication.quality, cell.mediator.enters, cell.mediator.style) == (0.5, 9, "facilitative")
    assert cell.deadline == 20
    assert {cell.party(role).strategy for role in cell.roles} == {"interest_based"}
    assert cell.compare is None
    assert experiment.cell(0, "alone").mediator.style == "absent"
    by_hand = load_scenario("kazakhstan_general_agreement").with_settings(
        {"deadline": 20, **experiment.settings(29, "alone")}
    )
    one, other = setting_of(by_hand).case, setting_of(experiment.cell(29, "alone")).case
    assert all((getattr(one, name) == getattr(other, name)).all() for name in ("quality", "trust", "effects"))
    assert (one.deadline, one.enters) == (other.deadline, other.enters)


def test_without_a_design_there_is_one_point_and_one_arm(tmp_path: Path) -> None:
    experiment = loaded(tmp_path, NO_DESIGN)
    assert (experiment.kind, experiment.factors, list(experiment.points)) == ("none", (), [{}])
    assert list(experiment.arms) == ["as written"]
    assert experiment.arm_label("as written", "ru") != "as written"
    assert (experiment.runs, experiment.seed, experiment.store, experiment.figures) == (1000, 1, "summary", {})


def test_a_table_keeps_its_points_and_their_order(tmp_path: Path) -> None:
    rows = "design: {kind: table, points: [{deadline: 9, quota: 0.6}, {quota: unanimity, deadline: 5}]}\n"
    experiment = loaded(tmp_path, NO_DESIGN + rows)
    assert list(experiment.points) == [{"deadline": 9, "quota": 0.6}, {"quota": "unanimity", "deadline": 5}]
    assert [(factor.path, factor.values) for factor in experiment.factors] == [
        ("deadline", (9, 5)),
        ("quota", (0.6, "unanimity")),
    ]


def test_stop_has_its_defaults(tmp_path: Path) -> None:
    assert loaded(tmp_path, NO_DESIGN + "stop: {half_width: 0.02}\n").stop == Stop(0.02, "rates", 1000, 20000)


@pytest.mark.parametrize("kind", ["grid", "latin_hypercube", "sobol", "saltelli", "morris"])
def test_a_manifest_gives_the_experiment_back(tmp_path: Path, kind: str) -> None:
    text = WHOLE
    if kind != "grid":
        text = text.partition("figures:")[0].replace("kind: grid", f"kind: {kind}\n  samples: 8")
        text = text.replace(", points: 5", "").replace(", points: 3", "")
    experiment = loaded(tmp_path, text)
    written = json.loads(json.dumps(experiment.canonical()))
    points = json.loads(json.dumps(list(experiment.points)))
    back = experiment_from(written, points, tmp_path)
    assert back.sha256 == experiment.sha256
    assert json.dumps(back.canonical()) == json.dumps(written)
    last = len(points) - 1
    assert back.cell(last, "mediated").sha256 == experiment.cell(last, "mediated").sha256
    assert back.arm_label("alone", "ru") == "Одни"
    assert pickle.loads(pickle.dumps(experiment)).sha256 == experiment.sha256


@pytest.mark.parametrize(
    "change",
    [
        ("seed: 4", "seed: 5"),
        ("store: runs", "store: traces"),
        ("to: 0.5, points: 5", "to: 0.9, points: 5"),
        ("facilitative", "full"),
        ("mediated: {", "other: {"),
        ("deadline: 20", "deadline: 21"),
        ("two", "two"),
    ],
)
def test_what_decides_the_negotiations_decides_the_hash(tmp_path: Path, change: tuple[str, str]) -> None:
    same = change[0] == change[1]
    other = loaded(tmp_path) if same else loaded(tmp_path, WHOLE, change)
    assert (other.sha256 == loaded(tmp_path).sha256) == same


@pytest.mark.parametrize(
    "change",
    [
        ("runs: 500", "stop: {half_width: 0.1}"),
        ("name: {en: A test, ru: Проба}", "name: Another"),
        ("ru: Одни", "ru: Сами"),
        ("kind: zone, ", "kind: zone, run: 3, "),
        ("{deadline: 20}", "{deadline: 20.0}"),
    ],
)
def test_what_does_not_decide_them_leaves_the_hash(tmp_path: Path, change: tuple[str, str]) -> None:
    assert loaded(tmp_path, WHOLE, change).sha256 == loaded(tmp_path).sha256


def test_the_code_of_a_plug_in_is_part_of_the_hash(tmp_path: Path) -> None:
    code = (
        "from negotiation_sim import strategy\n@strategy\ndef mine(party, view, issue, option):\n"
        "    return party.values[issue, option]\n"
    )
    (tmp_path / "own.py").write_text(code, encoding="utf-8")
    text = NO_DESIGN + "arms: {own: {parties.*.strategy: 'own.py:mine'}}\n"
    experiment = loaded(tmp_path, text)
    assert experiment.code_files == (tmp_path / "own.py",)
    before = experiment.sha256
    (tmp_path / "own.py").write_text(code + "# changed\n", encoding="utf-8")
    assert loaded(tmp_path, text).sha256 != before


def test_a_plug_in_among_the_values_of_a_factor_is_found(tmp_path: Path) -> None:
    text = NO_DESIGN + "design: {kind: grid, factors: {parties.*.strategy: [position_based, 'own.py:mine']}}\n"
    with pytest.raises(ScenarioError, match=r"4:69: 'own.py:mine' cannot be used: .*there is no such file"):
        loaded(tmp_path, text)


def test_figures_stand_with_all_their_keys(tmp_path: Path) -> None:
    assert loaded(tmp_path).figures["zone"] == {
        "kind": "zone", "title": None, "point": 15, "arm": "alone", "sides": None, "run": None, "runs": 500,
    }  # fmt: skip
    more = (
        "  one_run: {kind: zone, point: 0, run: 7}\n"
        "  curves: {kind: curves, x: communication.quality, title: Agreement}\n"
        "  map: {kind: map, x: communication.quality, y: mediator.enters, difference: [mediated, alone], "
        "at: {parties.*.strategy: interest_based}}\n"
    )
    figures = loaded(tmp_path, WHOLE + more).figures
    assert (figures["one_run"]["arm"], figures["one_run"]["run"], figures["one_run"]["runs"]) == (None, 7, None)
    assert figures["curves"] == {
        "kind": "curves", "title": {"en": "Agreement"}, "x": "communication.quality", "arms": ["alone", "mediated"],
        "panel": None, "at": {},
    }  # fmt: skip
    assert (figures["map"]["arm"], figures["map"]["difference"]) == (None, ["mediated", "alone"])
    assert figures["map"]["at"] == {"parties.*.strategy": "interest_based"}
