import random
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from negotiation_sim.engine.mesa_model import BargainingModel, Negotiator
from negotiation_sim.engine.setting import Setting
from negotiation_sim.interop.negmas.seat_scenario import OwnSide
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text

OPTIONS = (3, 4, 2, 5)
FIRMNESS = (4.0, 1.0, 0.25)
RESERVATION = 0.3


def _content(own_sides: list[OwnSide], settings: dict[str, Any]) -> dict[str, Any]:
    names = [f"side_{p}_issue_{j}" for p in range(len(own_sides)) for j in range(len(OPTIONS))]
    parties, effects = {}, {}
    for p, own in enumerate(own_sides):
        for j, row in enumerate(own.worths):
            effects[f"side_{p}_issue_{j}"] = list(row)
        parties[f"side_{p}"] = {
            "importance": {f"side_{p}_issue_{j}": max(row) - min(row) for j, row in enumerate(own.worths)},
            "values": {f"issue_{j}": list(row) for j, row in enumerate(own.worths)},
            "reservation_value": RESERVATION,
            "strategy": own.strategy,
            **own.settings,
        }
    return {
        "name": "Sides with values",
        "description": "For tests.",
        "interests": dict.fromkeys(names, "an interest"),
        "issues": {
            f"issue_{j}": {
                "options": [f"option {k}" for k in range(count)],
                "effects": {f"side_{p}_issue_{j}": effects[f"side_{p}_issue_{j}"] for p in range(len(own_sides))},
            }
            for j, count in enumerate(OPTIONS)
        },
        "parties": parties,
        "defaults": {
            "importance_spread": 0,
            "importance_floor": 0,
            "reservation_spread": 0,
            "optimism": 0,
            "devaluation": 0,
            "listening": 1,
            "patience": 0,
        },
        "communication": {"quality": 1},
        "protocol": "stacked_alternating_offers",
        "deadline": 20,
        **settings,
    }


@pytest.fixture
def own_sides() -> Callable[..., list[OwnSide]]:
    """(sides, strategy, seed) -> what each knows of itself; the first gives way late, the last early. The best is 1."""

    def made(sides: int = 3, strategy: str = "time_based", seed: int = 1) -> list[OwnSide]:
        chance = random.Random(seed)
        found = []
        for p in range(sides):
            rows = [[chance.random() for _ in range(count)] for count in OPTIONS]
            best = sum(map(max, rows))
            worths = tuple(tuple(worth / best for worth in row) for row in rows)
            worst = sum(map(min, worths))
            reserved = worst + RESERVATION * (1.0 - worst)
            found.append(OwnSide(worths, reserved, strategy, {"concession": {"firmness": FIRMNESS[p]}}))
        return found

    return made


@pytest.fixture
def setting_with() -> Callable[..., Setting]:
    """(sides, **settings of the scenario) -> the setting in which all of them sit at one table."""

    def made(sides: list[OwnSide], **settings: Any) -> Setting:
        text = yaml.safe_dump(_content(sides, settings), sort_keys=False)
        return setting_of(scenario_of_text("test", text))

    return made


class _Recorded(Negotiator):
    def propose(self) -> None:
        super().propose()
        self.model.trace.append((self.model.rounds - 1, self.seat, tuple(self.model.table.offer.tolist())))


class RecordedModel(BargainingModel):
    """The executor to watch, with every offer written down."""

    negotiator_type = _Recorded

    def __init__(self, setting: Setting) -> None:
        self.trace: list[tuple[int, int, tuple[int, ...]]] = []
        super().__init__(setting)


@pytest.fixture
def played() -> Callable[[Setting], RecordedModel]:
    """A setting -> the model after its last round."""

    def play(setting: Setting) -> RecordedModel:
        model = RecordedModel(setting)
        model.run_model()
        return model

    return play
