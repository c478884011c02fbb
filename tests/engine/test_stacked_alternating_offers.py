"""Stacked alternating offers between time-based sides: every offer is that of a plain reference, written here anew.

The protocol and the strategy as NegMAS 0.16 has them by default, from a description of what they do.
"""

from __future__ import annotations

import itertools
import json
import random
from typing import Any, NamedTuple

import numpy as np
import pytest

from negotiation_sim.concepts import AGREEMENT, DEADLINE
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel, Negotiator
from negotiation_sim.engine.setting import Setting
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text

EXPONENTS = {"Boulware": 4.0, "linear": 1.0, "Conceder": 0.25}
CAN_FAIL_SHORT, NEARER = 1e-3, 1e-6
Offer = tuple[int, int, int]  # round, side, package


class Haggler(NamedTuple):
    """A side of the reference: what each package is worth to it in units of its own, and how it gives way."""

    worths: list[float]
    exponent: float
    reserve: float

    def least(self, time: float) -> float:
        """What it asks for at least."""
        floor, top = max(min(self.worths), self.reserve), max(self.worths)
        asked = (top - floor) * (1.0 - time**self.exponent) + floor - CAN_FAIL_SHORT
        return max(floor, min(asked, top))

    def offer(self, time: float) -> int:
        """The package worth least of those worth enough; one a hair's breadth below, if that is nearer."""
        least = self.least(time)
        enough = [package for package, worth in enumerate(self.worths) if worth >= least]
        chosen = min(enough, key=lambda package: self.worths[package])
        for package, worth in enumerate(self.worths):
            if least - NEARER <= worth < least and least - worth < abs(self.worths[chosen] - least):
                chosen = package
        return chosen


def haggle(sides: list[Haggler], rounds: int) -> tuple[list[Offer], int | None, int]:
    """All offers, the package agreed on (None: none), and the last round, counted from 1."""
    offers: list[Offer] = []
    lying, yeses = None, 0
    for round_no in range(rounds):
        time = (round_no + 1) / (rounds + 1)
        for number, side in enumerate(sides):
            if lying is not None and side.worths[lying] >= side.least(time):
                yeses += 1
                if yeses == len(sides):
                    return offers, lying, round_no + 1
            else:
                lying, yeses = side.offer(time), 1
                offers.append((round_no, number, lying))
    return offers, None, rounds


class Domain(NamedTuple):
    """The same talks in a scenario file and for the reference."""

    text: str
    sides: list[Haggler]
    sizes: list[int]
    rounds: int


def random_domain(number: int, parties: int) -> Domain:
    """Values, curves and reserves by chance; no two packages are worth the same to a side."""
    chance = random.Random(number)
    sizes = [chance.randint(2, 5) for _ in range(chance.randint(1, 5))]
    rounds = chance.choice([5, 10, 20, 50, 100])
    written: dict[str, Any] = {}
    sides = []
    for side in range(parties):
        weights = [chance.expovariate(1.0) for _ in sizes]
        tables = [[weight * chance.random() for _ in range(size)] for weight, size in zip(weights, sizes, strict=True)]
        worths = [sum(worth) for worth in itertools.product(*tables)]
        share, exponent = chance.choice([0.0, 0.2, 0.4, 0.6]), chance.choice(list(EXPONENTS.values()))
        sides.append(Haggler(worths, exponent, min(worths) + share * (max(worths) - min(worths))))
        written[f"side_{side}"] = {
            "importance": {"gain": 1},
            "values": {f"issue_{j}": table for j, table in enumerate(tables)},
            "reservation_value": share,
            "concession": {"firmness": exponent},
        }
    issues = {
        f"issue_{j}": {
            "options": [f"option {k}" for k in range(size)],
            "effects": {"gain": [k / size for k in range(size)]},
        }
        for j, size in enumerate(sizes)
    }
    content = {
        "name": "Haggling",
        "description": "Time-based sides.",
        "interests": {"gain": "what is to be had"},
        "issues": issues,
        "parties": written,
        "defaults": {
            "strategy": "time_based",
            "listening": 1,
            "devaluation": 0,
            "optimism": 0,
            "patience": 0,
            "reservation_spread": 0,
        },
        "communication": {"quality": 1},
        "protocol": "stacked_alternating_offers",
        "deadline": rounds,
    }
    return Domain(json.dumps(content), sides, sizes, rounds)


class Noted(Negotiator):
    """Keeps what it offers."""

    model: NotedModel

    def propose(self) -> None:
        super().propose()
        package = np.ravel_multi_index(tuple(self.model.table.offer), self.model.sizes)
        self.model.offers.append((self.model.rounds - 1, self.seat, int(package)))


class NotedModel(BargainingModel):
    """A negotiation whose offers are kept."""

    negotiator_type = Noted

    def __init__(self, setting: Setting, sizes: list[int]) -> None:
        self.sizes = tuple(sizes)
        self.offers: list[Offer] = []
        super().__init__(setting)


def setting_for(domain: Domain) -> Setting:
    return setting_of(scenario_of_text("haggling.json", domain.text))


@pytest.mark.parametrize("number", range(60))
def test_every_offer_and_the_end_are_those_of_the_reference(number: int) -> None:
    domain = random_domain(number, parties=2 + number % 2)
    offers, agreed, last_round = haggle(domain.sides, domain.rounds)
    model = NotedModel(setting_for(domain), domain.sizes)
    model.run_model()
    assert model.offers == offers
    assert model.table.ending[0] == (DEADLINE if agreed is None else AGREEMENT)
    assert model.rounds == last_round
    if agreed is not None:
        assert np.ravel_multi_index(tuple(model.table.offer), domain.sizes) == agreed


def test_the_random_domains_end_in_both_ways_and_last_longer_than_a_round() -> None:
    domains = [random_domain(number, parties=2 + number % 2) for number in range(60)]
    ends = [haggle(domain.sides, domain.rounds) for domain in domains]
    assert 5 <= sum(agreed is None for _, agreed, _ in ends) <= 55
    assert len({last_round for _, _, last_round in ends}) > 10


@pytest.mark.skipif(not HAVE_NUMBA, reason="there is only one executor without numba")
@pytest.mark.parametrize(
    ("number", "parties"), [(0, 2), (1, 3), (2, 2), (3, 3), (4, 2), (5, 3), (6, 4), (7, 5), (8, 6), (9, 7)]
)
def test_the_kernel_has_the_same_bits(number: int, parties: int) -> None:
    domain = random_domain(number, parties)
    setting = setting_for(domain)
    rows = []
    for run in range(2):
        model = BargainingModel(setting, 1, run)
        model.run_model()
        rows.append(model.row())
    np.testing.assert_array_equal(Player(setting, threads=1).rows(1, range(2)), rows)
    _, agreed, last_round = haggle(domain.sides, domain.rounds)
    assert rows[0][:2].tolist() == [DEADLINE if agreed is None else AGREEMENT, last_round]
