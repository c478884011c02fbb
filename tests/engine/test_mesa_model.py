"""The Mesa model as a Mesa user meets it: agents, steps, data collection."""

from __future__ import annotations

import gc
import weakref

import pytest

from negotiation_sim.engine.mesa_model import BargainingModel, MediatorAgent, Negotiator
from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of


@pytest.fixture(scope="module")
def setting() -> Setting:
    return setting_of(load_scenario("minimum_wage_2025").with_settings({"mediator.style": "full"}))


def test_sides_and_mediator_are_agents(setting: Setting) -> None:
    model = BargainingModel(setting)
    assert [agent.role for agent in model.negotiators] == list(setting.roles)
    assert {type(agent) for agent in model.agents} == {Negotiator, MediatorAgent}


def test_a_step_is_a_round_and_the_model_stops_by_itself(setting: Setting) -> None:
    model = BargainingModel(setting, seed=1, run=3)
    assert (model.rounds, model.ending) == (1, "talking")
    model.step()
    assert (model.rounds, model.running) == (2, True)
    model.run_model()
    assert model.ending in ("agreement", "deadline", "walk_away")
    assert model.rounds <= setting.case.deadline
    before = model.row()
    model.step()
    assert (model.row() == before).all()


def test_the_collected_data_follow_the_talks(setting: Setting) -> None:
    model = BargainingModel(setting, seed=1, run=3)
    model.run_model()
    rounds = model.datacollector.get_model_vars_dataframe()
    assert list(rounds["round"]) == list(range(1, model.rounds + 1))
    assert rounds["ending"].iloc[-1] == model.ending or model.ending in ("deadline", "walk_away")
    assert set(rounds["speaker"]) <= {*setting.roles, "mediator"}
    assert "mediator" in set(rounds["speaker"])
    sides = model.datacollector.get_agenttype_vars_dataframe(Negotiator)
    assert len(sides) == model.rounds * len(setting.roles)
    for _, of_one in sides.groupby("role"):
        assert of_one["aspiration"].between(0.0, 1.0).all()
        assert of_one["aspiration"].iloc[-1] <= of_one["aspiration"].iloc[0]


def test_a_finished_model_leaves_no_trace_in_memory(setting: Setting) -> None:
    model = BargainingModel(setting)
    model.run_model()
    watcher = weakref.ref(model)
    del model
    gc.collect()
    assert watcher() is None
