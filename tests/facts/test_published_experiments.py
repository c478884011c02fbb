"""What the published experiments show, by sign and order, with paired runs; and that their pages belong to them.

As in test_stylised_facts.py margins are several standard errors wide. Some of these signs are the model's own: the
pages in docs/experiments say which.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from negotiation_sim.experiments.simulation import Result, simulate
from negotiation_sim.figures.cells import points_where
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import load_scenario
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.loading import load_experiment

pytestmark = pytest.mark.skipif(not HAVE_NUMBA, reason="thousands of runs need the compiled kernel")

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "experiments").glob("*.yaml"))
PAGES = ROOT / "docs" / "experiments"
SIDES = ("government", "employers", "unions", "confederation")
VERY_SURE = 3.3  # standard errors: one chance in a thousand


@cache
def experiment(name: str) -> Experiment:
    return load_experiment(ROOT / "experiments" / f"{name}.yaml")


@cache
def played(name: str, arm: str, runs: int, **factors: object) -> Result:
    """The arm at the point where the factors that end in these names have these values."""
    published = experiment(name)
    paths = {factor.path.split(".")[-1]: factor.path for factor in published.factors}
    (point,) = points_where(published, {paths[key]: value for key, value in factors.items()})
    return simulate(published.cell(point, arm), runs, seed=11)


def column(result: Result, name: str) -> np.ndarray:
    return result.rows()[:, result.columns.index(name)]


def assert_above_zero(values: np.ndarray) -> None:
    assert values.mean() > VERY_SURE * values.std() / np.sqrt(len(values))


def assert_more_agreement(more: Result, fewer: Result) -> None:
    assert_above_zero(more.agreed.astype(float) - fewer.agreed.astype(float))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_experiment_has_its_page_and_its_pictures(file: Path) -> None:
    published = experiment(file.stem)
    page = next(
        page for page in PAGES.glob("*.md") if f"<!-- {file.stem}: begin -->" in page.read_text(encoding="utf-8")
    )
    text = page.read_text(encoding="utf-8")
    assert f"negotiation-sim sweep experiments/{file.name}" in text
    assert f"`{published.sha256}`" in text, "the experiment was changed; benchmarks/published_experiments.py --write"
    for figure in published.figures:
        assert (ROOT / "docs" / "images" / "experiments" / f"{figure}.png").is_file()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_text_is_there_in_three_languages(file: Path, language: str) -> None:
    published = experiment(file.stem)
    texts = [published.name, published.description, *published.labels.values()]
    texts += [figure["title"] for figure in published.figures.values()]
    assert set(published.labels) == set(published.arms)
    assert all(_translated(text, language) != _translated(text, "en") for text in texts)


def _translated(text: object, language: str) -> str:
    content = text if isinstance(text, dict) else text.model_dump()  # a title is resolved, a name as written
    return str(content[language])


def test_a_mediator_helps_most_where_interests_are_heard_badly() -> None:
    gains = []
    for quality in (0.3, 0.9):
        at = {"quality": quality, "skill": 0.4, "strategy": "interest_based"}
        alone, helped = (played("mediator_communication_style", arm, 800, **at) for arm in ("alone", "with mediator"))
        assert_more_agreement(helped, alone)
        gains.append(helped.agreed.astype(float) - alone.agreed)
    assert_above_zero(gains[0] - gains[1])


def test_listening_does_most_of_what_the_course_does() -> None:
    arms = ("before", "listening", "disclosure", "fixed pie", "all three")
    before, listening, disclosure, pie, everything = (played("training_course", arm, 1200, quality=0.6) for arm in arms)
    for less, more in ((before, disclosure), (before, pie), (disclosure, listening), (pie, listening)):
        assert_more_agreement(more, less)
    assert_more_agreement(everything, listening)


def test_more_time_costs_agreements_only_where_sides_leave() -> None:
    leaving, staying = (
        [played("deadline", "positions", 1500, deadline=d, patience=p) for d in (30, 90)] for p in (3, 0)
    )
    assert_more_agreement(leaving[0], leaving[1])
    assert_more_agreement(staying[1], staying[0])


@pytest.mark.parametrize("style", ["position_based", "interest_based"])
def test_what_the_right_to_strike_does_is_to_bring_a_reluctant_employer_to_the_table(style: str) -> None:
    willing, reluctant = (
        [played("strike_ladder", arm, 800, reluctance=r, strategy=style) for arm in ("as the law is", "no strike")]
        for r in (0.0, 0.4)
    )
    assert_more_agreement(reluctant[0], reluctant[1])
    assert_above_zero(column(reluctant[1], "refusals") - column(reluctant[0], "refusals"))
    assert abs(willing[0].agreed.mean() - willing[1].agreed.mean()) < 0.03


def test_with_all_seats_taken_the_ladder_of_one_stage_is_the_national_table() -> None:
    base = load_scenario(str(ROOT / "experiments" / "bases" / "government_seat.yaml"))
    first, second = (
        simulate(scenario, 200, seed=3) for scenario in (base, load_scenario("kazakhstan_general_agreement"))
    )
    for name in ("ending", "rounds", "joint_value", "trust"):
        assert (column(first, name) == column(second, name)).all()


def test_a_government_that_leaves_the_table_pays_for_the_others_agreement() -> None:
    at = {"quality": 0.6, "strategy": "interest_based"}
    party, alone, helped = (
        played("government_party_or_conciliator", arm, 1500, **at)
        for arm in ("party, unanimity", "two sides alone", "government conciliates")
    )
    assert_more_agreement(alone, party)
    assert_more_agreement(helped, alone)
    assert_above_zero(column(party, "government.utility") - column(helped, "government.utility"))


@pytest.mark.parametrize("side", SIDES)
def test_23_the_hub_gains_where_a_majority_decides(side: str) -> None:
    gets = {hub: column(_hub(hub, 0.5), f"{side}.utility") for hub in SIDES}
    assert_above_zero(gets[side] - np.mean([gets[hub] for hub in SIDES if hub != side], axis=0))


@pytest.mark.parametrize("side", ["government", "unions", "confederation"])
def test_23_the_hub_does_not_gain_where_all_must_agree(side: str) -> None:
    gets = {hub: column(_hub(hub, 1.0), f"{side}.utility") for hub in SIDES}
    assert_above_zero(np.mean([gets[hub] for hub in SIDES if hub != side], axis=0) - gets[side])


def _hub(side: str, quota: float) -> Result:
    return played("who_talks_to_whom", f"hub {side}", 1500, quality=0.9, quota=quota)


def test_a_chain_agrees_less_than_a_ring_and_a_ring_less_than_all_with_all() -> None:
    chain, ring, full = (
        played("who_talks_to_whom", arm, 1200, quality=0.9, quota=1.0) for arm in ("chain", "ring", "full")
    )
    assert_more_agreement(ring, chain)
    assert_more_agreement(full, ring)


def test_what_only_a_mediator_uses_does_nothing_without_one() -> None:
    screening = experiment("morris_screening")
    only = [f.path for f in screening.factors if "mediator" in f.path or f.path.endswith("shading")]
    assert len(only) == 6
    low, high = (
        {f.path: end for f in screening.factors if f.path in only for end in [getattr(f, which)]}
        for which in ("low", "high")
    )
    alone = screening.cell(0, "alone")
    first, second = (simulate(alone.with_settings(settings), 100, seed=3) for settings in (low, high))
    for name in ("ending", "rounds", "joint_value", "trust"):
        assert (column(first, name) == column(second, name)).all()
