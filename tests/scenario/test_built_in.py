import pytest

from negotiation_sim.mediators import catalogue as mediators
from negotiation_sim.protocols import catalogue as protocols
from negotiation_sim.scenario.built_in import (
    ACCEPTANCES,
    CONCESSIONS,
    PROTOCOLS_WITH_MEDIATOR,
    STRATEGIES,
    STYLES,
    is_plug_in,
)
from negotiation_sim.scenario.model import Scenario
from negotiation_sim.strategies import catalogue as strategies


def test_names_are_those_of_the_rules_that_ship() -> None:
    assert set(STYLES) == set(mediators.styles())
    assert set(STRATEGIES) == set(strategies.presets())
    rules = strategies.single_rules()
    assert set(CONCESSIONS) == set(rules["concession"])
    assert set(STRATEGIES) <= set(rules["packages"]) & set(rules["talk"])


def test_acceptance_rules_are_those_that_ship() -> None:
    assert set(ACCEPTANCES) == set(strategies.single_rules()["acceptance"])


def test_protocols_are_those_that_ship() -> None:
    allowed = Scenario.model_json_schema()["properties"]["protocol"]["enum"]
    assert set(allowed) == set(protocols.all_protocols())


def test_protocols_that_are_refused_without_a_mediator_are_those_that_need_one() -> None:
    needing = {name for name, protocol in protocols.all_protocols().items() if protocol.needs_mediator}
    assert set(PROTOCOLS_WITH_MEDIATOR) == needing


@pytest.mark.parametrize("name", ["mine.py:fair", "folder/mine.py:fair_2", "../a b.py:_x"])
def test_names_of_own_functions(name: str) -> None:
    assert is_plug_in(name)


@pytest.mark.parametrize("name", ["mine.py", "mine:fair", ".py:", "mine.py:2x", "mine.py:a.b", ":fair", "a.py:b:c"])
def test_what_is_no_name_of_an_own_function(name: str) -> None:
    assert not is_plug_in(name)
