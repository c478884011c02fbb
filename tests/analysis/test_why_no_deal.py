"""Why no deal: against a count run by run, at the edges, and the known signs of the model."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.analysis.causes import CAUSES, MISPERCEPTIONS
from negotiation_sim.analysis.why_no_deal import OVERLAP, STEPS, Removal, WhyNoDeal, explain
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of

TABLE = load_scenario("kazakhstan_general_agreement")
INTERESTS = TABLE.with_settings(TABLE.arms["interests"])
RUNS = 600


@pytest.fixture(scope="module")
def why() -> WhyNoDeal:
    return explain(INTERESTS, RUNS, seed=7)


def agreements(scenario: Scenario, runs: int, seed: int) -> list[bool]:
    return [bool(row[0] == 1) for row in Player(setting_of(scenario), threads=1).rows(seed, range(runs))]


def test_the_counts_are_those_of_a_count_run_by_run(why: WhyNoDeal) -> None:
    as_written = agreements(INTERESTS, RUNS, 7)
    assert (why.runs, why.agreed, why.failed) == (RUNS, sum(as_written), RUNS - sum(as_written))
    hopeless = {run for run in range(RUNS) if not as_written[run]}
    found = {row.name: row for row in (*why.causes, why.misperceptions)}
    for cause in (*CAUSES, MISPERCEPTIONS):
        then = agreements(INTERESTS.with_settings(cause.settings(INTERESTS)), RUNS, 7)
        repaired = {run for run in range(RUNS) if then[run] and not as_written[run]}
        broken = {run for run in range(RUNS) if as_written[run] and not then[run]}
        assert (found[cause.name].repaired, found[cause.name].broken) == (len(repaired), len(broken)), cause.name
        if cause is not MISPERCEPTIONS:
            hopeless -= repaired
    assert why.none_single == len(hopeless) > 0


def test_the_cause_that_repairs_most_comes_first_and_what_is_absent_last(why: WhyNoDeal) -> None:
    assert {row.name for row in why.causes} == {cause.name for cause in CAUSES}
    repaired = [row.repaired for row in why.applying]
    assert repaired == sorted(repaired, reverse=True)
    assert [row.applies for row in why.causes] == [True] * 9 + [False] * 6
    absent = why.causes[9]
    assert (absent.name, absent.settings, absent.repaired, absent.broken) == ("positions", {}, 0, 0)
    assert absent.repairs is absent.breaks is absent.change is None


def test_the_same_call_gives_the_same_answer_and_another_seed_another(why: WhyNoDeal) -> None:
    assert explain(INTERESTS, RUNS, seed=7) == why
    assert explain(INTERESTS, RUNS, seed=8).to_dict()["causes"] != why.to_dict()["causes"]


def test_known_signs_of_the_national_table() -> None:
    positions = explain(TABLE.with_settings(TABLE.arms["positions"]), 600)
    share = {row.name: row.repairs.value for row in positions.applying if row.repairs}
    assert share["optimism"] > share["noise"] > share["devaluation"] > share["walk_away"] > 0.0
    assert share["fixed_pie"] == 0.0  # without a word on interests nobody has a pie to enlarge
    assert positions.misperceptions.repairs is not None
    assert positions.misperceptions.repairs.value > max(share.values())
    deadline = next(row for row in positions.causes if row.name == "short_deadline")
    assert deadline.broken > 0  # with more time every side demands more for longer


def test_no_run_failed() -> None:
    easy = {"parties.*.reservation_value": 0, "parties.*.reservation_spread": 0, "communication.quality": 1}
    why = explain(INTERESTS.with_settings({**easy, "parties.*.optimism": 0}), 30)
    assert (why.failed, why.agreed, why.none_single) == (0, 30, 0)
    assert all(row.repairs is None and row.breaks is not None for row in why.applying)


def test_no_run_agreed() -> None:
    why = explain(INTERESTS.with_settings({"parties.*.reservation_value": 1, "parties.*.optimism": 0.5}), 30)
    assert (why.failed, why.agreed, why.none_single) == (30, 0, 30)
    assert all(row.breaks is None and row.repairs is not None for row in why.applying)


def test_progress_hears_of_every_step() -> None:
    heard: list[str] = []
    explain(INTERESTS, 1, progress=heard.append)
    assert len(heard) == STEPS
    assert heard[0] == "as written"
    assert len(set(heard)) == STEPS


@pytest.mark.parametrize("runs", [0, -1])
def test_less_than_one_run_is_refused(runs: int) -> None:
    with pytest.raises(ValueError, match="at least one run"):
        explain(INTERESTS, runs)


def test_as_json_and_as_csv(why: WhyNoDeal) -> None:
    document = json.loads(json.dumps(why.to_dict()))
    assert document["scenario"] == {"name": INTERESTS.title(), "sha256": INTERESTS.sha256}
    assert document["runs"] == document["agreed"] + document["failed"] == RUNS
    assert document["note"] == OVERLAP
    assert [row["name"] for row in document["causes"]] == [row.name for row in why.causes]
    assert document["causes"][-1]["repairs"] is None
    rows = list(csv.DictReader(io.StringIO(why.to_csv())))
    assert [row["name"] for row in rows] == [*(row.name for row in why.causes), "misperceptions"]
    for line, row in zip(rows, (*document["causes"], document["misperceptions"]), strict=True):
        assert int(line["repaired"]) == row["repaired"]
        assert line["breaks_high"] == ("" if row["breaks"] is None else str(row["breaks"]["high"]))
        assert line["change"] == ("" if row["change"] is None else str(row["change"]["value"]))
        assert None not in line


@given(st.integers(1, 50), st.integers(1, 50), st.data())
def test_shares_and_change_belong_together(failed: int, agreed: int, data: st.DataObject) -> None:
    repaired, broken = data.draw(st.integers(0, failed)), data.draw(st.integers(0, agreed))
    row = Removal("any", "any", "any", {"deadline": 9}, failed, agreed, repaired, broken)
    assert row.repairs is not None
    assert row.breaks is not None
    assert row.change is not None
    assert row.repairs.value == repaired / failed
    assert row.breaks.value == broken / agreed
    assert row.change.value == pytest.approx((repaired - broken) / (failed + agreed))
    for interval in (row.repairs, row.breaks, row.change):
        assert interval.low is not None
        assert interval.high is not None
        assert interval.low <= interval.value <= interval.high
        assert interval.low < interval.high
