"""A side and what it sees, made by hand: three sides, two interests, a few issues."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.concepts import Floats, Ints, Party, View
from negotiation_sim.rules.preferences import fill_ideal, fill_values

MEMORY = 5


def make_party(**fields: Any) -> Party:
    """Seat 0 with two interests; any field can be given."""
    plain = {
        "seat": 0,
        "importance": np.array([0.7, 0.3]),
        "values": np.array([[0.0, 0.4], [0.6, 0.0]]),
        "ideal": np.array([1, 0]),
        "reservation": 0.5,
        "firmness": 1.0,
        "start": 0.0,
        "window": 1,
        "noise": 0.0,
        "devaluation": 0.1,
        "fixed_pie": 0.7,
        "disclosure_threshold": 0.3,
        "disclosure_threshold_mediator": 0.3,
        "disclosure_items": 2,
        "reciprocity": 0.05,
        "exaggeration": 0.0,
        "ranked": np.zeros(0),
        "ranking": np.zeros(0, dtype=np.int64),
        "own_unit": 1.0,
        "own_zero": 0.0,
    }
    return Party(**(plain | fields))  # type: ignore[arg-type]


def make_view(sides: int = 2, **fields: Any) -> View:
    """What seat 0 sees at a table of `sides`; any field can be given."""
    effects: Floats = fields.get("effects", np.array([[[-1.0, 1.0], [1.0, -1.0]]] * 2))
    issues, options, interests = effects.shape
    plain = {
        "clock": 0.5,
        "round_no": 4,
        "deadline": 10,
        "aspiration": 0.9,
        "source": -1,
        "mediator": sides,
        "luck": 0.0,
        "doubt_start": 0.01,
        "positions": np.zeros((sides, issues)),
        "beliefs": np.full((sides, interests), 1.0 / interests),
        "doubt": np.full((sides, interests), 0.01),
        "emphasis": np.ones(sides),
        "present": np.ones(sides, dtype=np.int64),
        "trust": np.full(sides + 1, 0.5),
        "disclosed": np.zeros(sides, dtype=np.int64),
        "memory": np.zeros((sides + 1, MEMORY)),
        "heard": np.zeros(sides + 1, dtype=np.int64),
        "effects": effects,
        "options": np.full(issues, options, dtype=np.int64),
        "ordered": np.ones(issues, dtype=np.int64),
        "scratch": np.zeros((issues, options)),
        "interest_scratch": np.zeros(interests),
    }
    return View(**(plain | fields))  # type: ignore[arg-type]


def make_values(importance: Floats, effects: Floats, options: Ints) -> tuple[Floats, Ints]:
    """Value table and ideal of a side with these importances."""
    values = np.zeros(effects.shape[:2])
    ideal = np.zeros(len(options), dtype=np.int64)
    fill_values(importance, effects, options, len(options), values)
    fill_ideal(values, options, ideal)
    return values, ideal


@pytest.fixture(scope="session")
def party() -> Callable[..., Party]:
    return make_party


@pytest.fixture(scope="session")
def view() -> Callable[..., View]:
    return make_view


@pytest.fixture(scope="session")
def values_of() -> Callable[..., tuple[Floats, Ints]]:
    return make_values
