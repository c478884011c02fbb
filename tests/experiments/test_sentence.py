"""One sentence on what is to be seen."""

from __future__ import annotations

import numpy as np

from negotiation_sim.analysis.tally import Tally
from negotiation_sim.experiments.comparison import Comparison, Point
from negotiation_sim.experiments.sentence import what_to_see
from negotiation_sim.messages.language import Language
from negotiation_sim.scenario import load_scenario


def point(at: dict[str, object], agreements: int) -> Point:
    tally = Tally(("a", "b"), 20)
    rows = np.zeros((100, 20))
    rows[:, 0] = 2.0
    rows[:agreements, 0] = 1.0
    tally.add(rows)
    return Point(at, tally)


def test_along_an_axis_it_names_both_ends_and_the_widest_gap() -> None:
    comparison = Comparison(load_scenario("two_party_textbook"), 100, 1)
    values = comparison.axis[1]
    for name, step in zip(comparison.arms or ("low", "high"), (2, 9), strict=False):
        comparison.arms[name] = [point({comparison.axis[0]: v}, step * i) for i, v in enumerate(values)]
    text = what_to_see(comparison)
    assert text.startswith("As communication quality goes from 0.1 to 1.0, agreement goes from 0 to 18 of 100 in 'low'")
    assert "from 0 to 81 in 'high'" in text
    assert "furthest apart at 1.0: 18 against 81 of 100" in text


def test_without_an_axis_it_names_the_best_and_the_least() -> None:
    comparison = Comparison(load_scenario("two_party_textbook", ["communication.quality=0.5"]), 100, 1)
    comparison.arms = {"a": [point({}, 30)], "b": [point({}, 70)], "c": [point({}, 50)]}
    assert "70 of 100 negotiations end in agreement with 'b' and 30 with 'a'" in what_to_see(comparison)


def test_arms_and_numbers_are_those_of_the_language() -> None:
    scenario = load_scenario("two_party_textbook", ["communication.quality=0.5"])
    comparison = Comparison(scenario, 100, 1)
    comparison.arms = {"positions": [point({}, 30)], "interests": [point({}, 70)]}
    text = what_to_see(comparison, Language("ru"))
    assert f"70 из 100 переговоров в варианте «{scenario.arm_label('interests', 'ru')}»" in text
    assert "negotiations" not in text


def test_one_arm_alone() -> None:
    scenario = load_scenario("two_party_textbook", ["communication.quality=0.5"])
    comparison = Comparison(scenario, 100, 1)
    comparison.arms = {"positions": [point({}, 30)]}
    assert what_to_see(comparison) == "30 of 100 negotiations end in agreement."
