"""Runs are those that `simulate` plays, played once and only added to; the longest unasked are forgotten."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from negotiation_sim.classroom.demonstration.runs import _TIDIED_EVERY, KeptRuns, Runs
from negotiation_sim.classroom.demonstration.talks import Talks
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player
from negotiation_sim.experiments.simulation import simulate
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.cases import shipped_cases


def played(runs: Runs, goal: int) -> Runs:
    while len(runs.agreed) < goal:
        runs.play_some(goal)
    return runs


def test_as_many_agree_as_simulate_counts(talks) -> None:
    for arm in ("without", "with"):
        asked = talks(seed=7)
        settings = {
            "communication.quality": 0.5,
            "mediator.style": "absent" if arm == "without" else "full",
            "mediator.skill": 0.6,
        }
        told = simulate(load_scenario("two_party_textbook").with_settings(settings), runs=200, seed=7)
        agreed = played(Runs(asked, arm), 200).agreed
        assert agreed.sum() == round(told.agreement_rate.value * 200)
        assert 0 < agreed.sum() < 200


@pytest.mark.parametrize("case", shipped_cases())
def test_what_is_played_is_the_case_with_all_of_it_set(case) -> None:
    """Settings of a curve share all but the quality of communication."""
    for arm, quality in product(("without", "with"), (0.0, 0.05, 0.35, 0.7, 1.0)):
        asked = Talks(scenario=case, quality=quality, skill=0.3, seed=5)
        quick, slow = asked.setting(arm), setting_of(asked.scene(arm))
        assert all(np.array_equal(one, other) for one, other in zip(quick.case, slow.case, strict=True))
        assert quick[1:] == slow[1:]


def test_more_runs_contain_the_fewer_ones(talks) -> None:
    runs = played(Runs(talks(), "with"), 40)
    few = runs.agreed.copy()
    played(runs, 150)
    rows = Player(setting_of(talks().scene("with"))).rows(talks().seed, range(150))
    assert np.array_equal(runs.agreed[:40], few)
    assert np.array_equal(runs.agreed, rows[:, 0] == AGREEMENT)


def test_no_run_is_played_twice(talks, monkeypatch) -> None:
    begun: list[int] = []
    seated = Player.seated

    def watched(player):
        from contextlib import contextmanager

        @contextmanager
        def opened():
            with seated(player) as play:
                yield lambda seed, chunk: (begun.extend(chunk), play(seed, chunk))[1]

        return opened()

    monkeypatch.setattr(Player, "seated", watched)
    runs = played(Runs(talks(), "without"), 60)
    played(runs, 60)
    played(runs, 200)
    assert begun == list(range(200))


def test_skill_and_style_are_nothing_to_talks_without_a_mediator(talks) -> None:
    kept = KeptRuns()
    assert kept.of(talks(skill=0.2, style="full"), "without") is kept.of(
        talks(skill=0.9, style="evaluative"), "without"
    )
    assert kept.of(talks(skill=0.2), "with") is not kept.of(talks(skill=0.9), "with")


def test_each_entry_that_matters_has_runs_of_its_own(talks) -> None:
    kept = KeptRuns()
    usual = kept.of(talks(), "with")
    others = (
        {"quality": 0.55},
        {"style": "evaluative"},
        {"seed": 2},
        {"bargain": {"union": "interest_based"}},
        {"scenario": "tight_zone"},
    )
    assert all(kept.of(talks(**entries), "with") is not usual for entries in others)
    assert kept.of(talks(quality=0.51), "with") is usual  # the slider goes in steps of a twentieth


def test_what_was_not_asked_for_the_longest_is_forgotten(talks) -> None:
    kept = KeptRuns(most_bytes=10 * 2000)
    first, second = kept.of(talks(seed=1), "without"), kept.of(talks(seed=2), "without")
    for seed in range(3, _TIDIED_EVERY + 1):
        kept.of(talks(seed=seed), "without")
    assert kept.of(talks(seed=1), "without") is first  # asked for again, it is the newest
    kept.of(talks(seed=1000), "without")
    assert kept.of(talks(seed=1), "without") is first
    assert kept.of(talks(seed=2), "without") is not second
