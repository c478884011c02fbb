"""What the other tabs of the page ask for."""

from __future__ import annotations

import json

import pytest

from negotiation_sim.analysis.why_no_deal import explain
from negotiation_sim.classroom.demonstration.why import RUNS
from negotiation_sim.concepts import ENDINGS
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.cases import shipped_cases


@pytest.mark.parametrize("arm", ["without", "with"])
def test_a_negotiation_ends_as_the_same_run_of_the_curves(get, talks, arm) -> None:
    endings = Player(setting_of(talks().scene(arm))).rows(1, range(8))[:, 0]
    for run, ending in enumerate(endings):
        status, told = get("negotiation", run=run, arm=arm, seed=1)
        assert status == 200
        assert told["ending"] == ENDINGS[int(ending)]
        assert (told["space"]["deal"] is not None) == (told["ending"] == "agreement")


def test_what_was_heard_wrong_is_marked(get) -> None:
    _, told = get("negotiation", quality=0.2, arm="without")
    wrong = 0
    for each in told["rounds"]:
        for role, heard in each["heard"].items():
            differing = {issue for issue, option in heard.items() if option != each["said"][issue]}
            assert set(each["wrong"][role]) == differing
            wrong += len(differing)
    assert wrong > 0


def test_the_plane_shows_employers_and_unions(get) -> None:
    _, told = get("negotiation", scenario="kazakhstan_general_agreement")
    assert told["space"]["axes"] == ["employers", "unions"]
    worths = [[each["utilities"][role] for role in told["space"]["axes"]] for each in told["rounds"]]
    assert told["space"]["path"] == [pytest.approx(worth, abs=1e-3) for worth in worths]


def test_no_point_is_beyond_the_frontier(get) -> None:
    _, told = get("negotiation")
    frontier = told["space"]["frontier"]
    for u, v in told["space"]["points"]:
        assert any(a >= u and b >= v for a, b in frontier)


def test_what_is_told_is_in_the_readers_language(get) -> None:
    labels = {lang: get("negotiation", lang=lang)[1]["labels"]["parties"]["union"] for lang in ("en", "ru", "kk")}
    assert len(set(labels.values())) == 3


@pytest.mark.parametrize(
    ("change", "entries"),
    [
        ("quality", {"quality": 1}),
        ("interests", {"bargain": json.dumps({"union": "interest_based", "employer": "interest_based"})}),
    ],
)
def test_where_nothing_is_left_to_change_both_halves_are_equal(get, change, entries) -> None:
    status, told = get("side_by_side", change=change, **entries)
    assert status == 200
    assert told["left"] == told["right"]


@pytest.mark.parametrize("change", ["mediator", "quality", "interests", "trust"])
def test_a_change_shows_within_a_few_runs(get, change) -> None:
    halves = [get("side_by_side", change=change, quality=0.3, run=run)[1] for run in range(5)]
    assert any(told["left"] != told["right"] for told in halves)
    assert all(told["changed"]["key"] == change for told in halves)


def test_the_left_half_is_the_negotiation_as_set(get) -> None:
    _, told = get("side_by_side", change="mediator", mediator="true", run=2)
    assert told["left"] == get("negotiation", arm="with", run=2)[1]
    assert told["right"] == get("negotiation", arm="without", run=2)[1]


def test_why_is_what_explain_finds(get, talks) -> None:
    _, told = get("why", arm="without")
    found = explain(talks().scene("without"), RUNS, 1)
    assert (told["failed"], told["runs"]) == (found.failed, RUNS)
    assert {cause["cause"]: cause["repaired"] for cause in told["causes"]} == {
        cause.name: cause.repairs.value for cause in found.applying if cause.repairs
    }
    repaired = [cause["repaired"] for cause in told["causes"]]
    assert repaired == sorted(repaired, reverse=True)


def test_the_controls_hear_who_sits_at_the_table_of_every_case(get) -> None:
    for name in shipped_cases():
        _, parties = get("parties", scenario=name, lang="ru")
        assert [party["id"] for party in parties] == list(load_scenario(name).roles)
        assert all(party["label"] for party in parties)


@pytest.mark.parametrize(
    ("what", "entries"),
    [
        ("negotiation", {"run": -1}),
        ("negotiation", {"run": "x"}),
        ("negotiation", {"run": 10**9}),
        ("negotiation", {"arm": "both"}),
        ("negotiation", {"axes": "union"}),
        ("negotiation", {"quality": "nan"}),
        ("negotiation", {"bargain": "{"}),
        ("negotiation", {"bargain": '{"nobody":"interest_based"}'}),
        ("negotiation", {"change": "trust"}),
        ("side_by_side", {"change": "everything"}),
        ("why", {"arm": ""}),
        ("why", {"run": 1}),
    ],
)
def test_a_wrong_entry_is_refused_by_name(get, what, entries) -> None:
    status, told = get(what, **entries)
    assert status == 422
    assert told["why"] == "The entry {field} is missing or wrong."
    assert told["with"]["field"].startswith(next(iter(entries)))
