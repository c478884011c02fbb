"""The watched negotiation is the one that a sweep plays, and what is told of it is true."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from negotiation_sim.concepts import ENDINGS
from negotiation_sim.engine.executor import Player, RunError
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story import watch
from negotiation_sim.story.ending import Ended

CASE = load_scenario("kazakhstan_general_agreement")
SEED = 5
RUNS = range(6)
LADDER_AND_SERIES = (
    "court_connected",
    "empty_zone",
    "enterprise_wage_dispute",
    "essential_service",
    "miners_ratification_gap_2017",
    "oil_contractor_follow_up_2021",
    "three_union_centres",
)


def ending(scenario: Scenario, run: int, **options: Any) -> Ended:
    last = list(watch(scenario, run, SEED, **options))[-1]
    assert isinstance(last, Ended)
    return last


@pytest.mark.parametrize("arm", CASE.arms)
def test_it_ends_as_in_a_sweep(arm: str) -> None:
    check_against_a_sweep(CASE.with_settings(CASE.arms[arm]), RUNS)


@pytest.mark.parametrize("case", LADDER_AND_SERIES)
def test_disputes_and_series_end_as_in_a_sweep(case: str) -> None:
    scenario = load_scenario(case)
    check_against_a_sweep(scenario.with_settings(scenario.arms[list(scenario.arms)[-1]]), range(3))


@pytest.mark.parametrize("case", ["kazakhstan_general_agreement", "enterprise_wage_dispute", "three_union_centres"])
@pytest.mark.parametrize("strategy", ["interest_based", "time_based"])
def test_stacked_offers_end_as_in_a_sweep(case: str, strategy: str) -> None:
    scenario = load_scenario(case).with_settings(
        {"protocol": "stacked_alternating_offers", "parties.*.strategy": strategy, "mediator.style": "full"}
    )
    check_against_a_sweep(scenario, range(3))


def check_against_a_sweep(scenario: Scenario, runs: range) -> None:
    setting = setting_of(scenario)
    columns = column_names(setting.roles, setting.issues)
    for run, row in zip(runs, Player(setting).rows(SEED, runs), strict=True):
        swept = dict(zip(columns, row, strict=True))
        end = ending(scenario, run)
        assert end.ending == ENDINGS[int(swept["ending"])]
        assert end.rounds == swept["rounds"]
        deal = dict.fromkeys(setting.issues, -1) | (end.package or {})
        assert deal == {issue: swept[f"option.{issue}"] for issue in setting.issues}
        stages = list(scenario.ladder.stages) if scenario.ladder else [""]
        assert swept["stage"] == (stages.index(end.stage or "") + 1 if end.rounds else 0)
        assert end.days == swept["days"]
        proposer = int(swept["proposer"])
        assert end.speaker == (None if proposer < 0 else (*setting.roles, "mediator")[proposer])
        for result in end.results:
            assert result.worth == swept[f"{result.party}.utility"]
            assert result.reservation == swept[f"{result.party}.reservation"]
            assert result.believed == swept[f"{result.party}.closing_line"]
            assert result.stoppage_cost == swept[f"{result.party}.stoppage_cost"]
            assert result.understanding == pytest.approx(swept[f"{result.party}.understanding"], abs=1e-12)


def test_brief_and_full_tell_of_the_same_negotiation() -> None:
    scenario = CASE.with_settings(CASE.arms["interests with mediator"])
    brief = list(watch(scenario, 1, SEED))
    full = list(watch(scenario, 1, SEED, full=True))
    assert brief[-1] == full[-1]
    assert len(brief) < len(full) / 2
    assert [move.round for move in brief] == sorted(move.round for move in brief)


@pytest.mark.parametrize("arm", CASE.arms)
def test_in_brief_it_stays_readable(arm: str) -> None:
    scenario = CASE.with_settings(CASE.arms[arm])
    for run in RUNS:
        assert sum(len(move.text.splitlines()) for move in watch(scenario, run, SEED)) <= 80


def test_moves_come_while_it_is_played() -> None:
    first_four = list(itertools.islice(watch(CASE, 0, SEED), 4))
    assert [move.kind for move in first_four] == ["opened", "seated", "seated", "seated"]


def test_a_missed_deal_is_better_for_all_and_a_gap_is_real() -> None:
    failed = [end for end in (ending(CASE, run) for run in RUNS) if end.ending != "agreement"]
    assert failed
    for end in failed:
        assert end.missed is not None
        assert end.gap is not None
        for result in end.results:
            assert end.missed.worth[result.party] >= result.reservation
        assert end.gap.option != end.gap.other_option


def test_impossible_demands_have_a_shortfall() -> None:
    hopeless = CASE.with_settings({"defaults.reservation_value": 0.95, "defaults.patience": 0, "deadline": 4})
    end = ending(hopeless, 0)
    assert end.ending == "deadline"
    assert end.missed is None
    assert end.shortfall is not None
    assert end.shortfall > 0.1
    assert "there was nothing to agree on" in end.text


def test_a_rule_that_fails_names_the_run(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(
        "def sulk(party, view):\n    if view.round_no >= 2:\n        raise ValueError('I sulk')\n    return 0.9\n",
        encoding="utf-8",
    )
    path = tmp_path / "sulking.yaml"
    path.write_text(
        "extends: two_party_textbook\nname: Sulking\ndescription: One side sulks.\n"
        "parties:\n  union: {rules: {concession: 'mine.py:sulk'}}\n",
        encoding="utf-8",
    )
    told = []
    with pytest.raises(RunError, match="run 4: .*I sulk") as caught:
        told.extend(watch(load_scenario(path), 4, SEED))
    assert caught.value.run == 4


def test_watching_changes_nothing() -> None:
    assert list(watch(CASE, 2, SEED)) == list(watch(CASE, 2, SEED))


def test_the_door_is_light() -> None:
    heavy = "[name for name in ('mesa', 'numpy', 'numba') if name in sys.modules]"
    code = f"import sys, negotiation_sim.story; print({heavy})"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_importances_sum_to_one() -> None:
    for move in itertools.islice(watch(CASE, 0, SEED), 1, 4):
        assert np.isclose(sum(getattr(move, "importance").values()), 1.0)  # noqa: B009
