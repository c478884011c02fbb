"""What sides that answer do in the engine: after given offers, and in whole talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from negotiation_sim.draws import TIT_FOR_TAT, Moment, normal

if TYPE_CHECKING:
    from negotiation_sim.engine.mesa_model import BargainingModel
    from negotiation_sim.engine.setting import Setting
    from negotiation_sim.engine.table import Case, Table

SEED = 1
RUNS = 5
"""Of every kind of talk."""
LINE = 0.3
"""Reservation value of the side that answers; the others give way to 0.5."""

_NOISE = 0.02
_LONGEST = 8  # offers of a random sequence; the engine remembers five
_TWO = "two_party_textbook"
_TWO_SIDES = {
    "parties.union.rules.concession": "faratin_polynomial",
    "parties.union.concession.firmness": 1.0,
    "parties.union.reservation_value": 0.5,
}
_CLEAR = {"communication.quality": 1.0, "parties.*.listening": 1.0}
_POOR = {"communication.quality": 0.6}


class Talk(NamedTuple):
    """One side that answers, in a talk: by round who spoke, what that was worth to it, its luck and its demand."""

    rule: str
    seat: int
    others: int
    reservation: float
    window: int
    speakers: list[int]
    worths: list[float]
    steps: list[float]
    demands: list[float]


def by_engine(
    offers: Sequence[float],
    rule: str,
    demand: float,
    reservation: float,
    window: int = 2,
    step: float = 0.0,
    others: int = 1,
) -> float:
    """The demand of the engine's rule after these offers (oldest first), through the view of a side of the engine.

    `step` is the whole random step: the scale is chosen so that it comes out of the engine's number of the round.
    """
    from negotiation_sim.engine.seat import ask_concession
    from negotiation_sim.engine.table import MEMORY
    from negotiation_sim.rules import concession

    case, table = _empty_seats(others + 1)
    table.perceived[0], table.aspiration[0], case.window[0] = reservation, demand, window
    case.noise[0] = step / normal(Moment(0, 0, 0), 0, TIT_FOR_TAT, 0)
    newest_first = list(reversed(offers))[:MEMORY]
    table.memory[0, others] = newest_first + [0.0] * (MEMORY - len(newest_first))
    table.heard_offers[0, others] = len(offers)
    return ask_concession(getattr(concession, rule), case, table, 0, others, 0.5)


@cache
def _empty_seats(sides: int) -> tuple[Case, Table]:
    """A table at which all sides sit, to be filled anew for every question."""
    from negotiation_sim.engine.table import empty_case, new_table

    case = empty_case(sides, 1, 2, 1)
    table = new_table(case)
    table.present[:] = 1
    return case, table


def random_sequences(how_many: int) -> Iterator[tuple[Any, ...]]:
    """Offers, last demand, reservation value, window, step and number of others, with ties and noughts among them."""
    random = np.random.default_rng(6)
    for _sequence in range(how_many):
        offers = random.random(int(random.integers(0, _LONGEST + 1)))
        if random.random() < 0.3:
            offers = np.floor(offers * 4.0) / 4.0
        reservation = float(random.random() * 0.6)
        demand = reservation + (1.0 - reservation) * float(random.random())
        step = float(random.normal() * 0.05)
        yield offers.tolist(), demand, reservation, int(random.integers(1, 5)), step, int(random.integers(1, 4))


def talks_with(rule: str) -> list[Talk]:
    """Talks in which the first side answers by the rule and the others give way with time."""
    talks = []
    for window in (2, 4):
        of_two = {
            **_TWO_SIDES,
            "parties.employer.rules.concession": rule,
            "parties.employer.concession.window": window,
            "parties.employer.concession.noise": _NOISE,
            "parties.employer.reservation_value": LINE,
        }
        of_three = {
            "parties.*.rules.concession": "faratin_polynomial",
            "parties.*.concession.firmness": 1.0,
            "parties.*.reservation_value": 0.5,
            "parties.*.reservation_spread": 0.0,
            "parties.*.optimism": 0.0,
            "parties.government.rules.concession": rule,
            "parties.government.concession.window": window,
            "parties.government.concession.noise": _NOISE,
            "parties.government.reservation_value": LINE,
        }
        for scenario, settings in (
            (_TWO, {**of_two, **_CLEAR}),
            (_TWO, {**of_two, **_POOR}),
            ("kazakhstan_general_agreement", {**of_three, **_POOR}),
        ):
            setting = _setting(scenario, settings)
            is_clear = settings["communication.quality"] == 1.0
            talks += [_talk(setting, run, rule, window, is_clear) for run in range(RUNS)]
    return talks


def _setting(scenario: str, settings: dict[str, Any]) -> Setting:
    from negotiation_sim.scenario import load_scenario
    from negotiation_sim.scenario.arrays import setting_of
    from negotiation_sim.scenario.loading import scenario_with

    always = {"deadline": 30, "parties.*.patience": 0, "mediator.style": "absent"}
    return setting_of(scenario_with(load_scenario(scenario), {**always, **settings}))


def _talk(setting: Setting, run: int, rule: str, window: int, is_clear: bool) -> Talk:
    from negotiation_sim.engine.mesa_model import BargainingModel

    model = BargainingModel(setting, seed=SEED, run=run)
    talk = Talk(rule, 0, len(setting.roles) - 1, LINE, window, [], [], [], [])
    while model.running:
        round_no = model.rounds - 1
        model.step()
        speaker = int(model.table.speaker[0])
        talk.speakers.append(speaker)
        talk.worths.append(_worth_to_the_employer(model, speaker) if is_clear else _understood(model, speaker))
        talk.steps.append(_NOISE * normal(Moment(SEED, run, round_no), 0, TIT_FOR_TAT, 0))
        talk.demands.append(float(model.table.aspiration[0]))
    return talk


def _understood(model: BargainingModel, speaker: int) -> float:
    return float(model.table.understood[0, speaker])


def _worth_to_the_employer(model: BargainingModel, speaker: int) -> float:
    """By the weights that the scenario `two_party_textbook` names in its first lines; five options an issue."""
    wage, shifts, training = model.table.last_offers[speaker] / 4.0
    return float(0.2 * (1.0 - wage) + 0.6 * shifts + 0.2 * training)
