"""Both executors, full size: 1,000 runs of each shipped scenario, 100 of every strategy x style x protocol.

`python benchmarks/executors_equal.py` takes about ten minutes and ends with 1 if a single bit differs. Its output is
kept in benchmarks/executors_equal.txt. The small form in CI is tests/engine/test_equality.py.
"""

from __future__ import annotations

import sys
from itertools import product

import numpy as np

from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.strategies.catalogue import presets

SEED = 2026


def equal_runs(scenario: Scenario, runs: int) -> int:
    """How many of the runs are equal in both executors, all columns, bit for bit."""
    setting = setting_of(scenario)
    kernel = Player(setting).rows(SEED, range(runs))
    equal = 0
    for run in range(runs):
        model = BargainingModel(setting, SEED, run)
        model.run_model()
        equal += int(np.array_equal(model.row(), kernel[run]))
    return equal


def cut_is_equal(scenario: Scenario, runs: int) -> bool:
    """Whether 1, 2 and 7 chunks on 1 and 2 threads give the same rows."""
    setting = setting_of(scenario)
    whole = Player(setting, threads=1).rows(SEED, range(runs))
    cuts = [(chunks, threads) for chunks in (1, 2, 7) for threads in (1, 2)]
    parts = (Player(setting, t).stream(SEED, range(runs), block=-(-runs // c)) for c, t in cuts)
    return all(np.array_equal(np.concatenate(list(part)), whole) for part in parts)


def main() -> int:
    """Print one line for each comparison."""
    wrong = 0
    for name in shipped_cases():
        scenario = load_scenario(name)
        arms = list(scenario.arms.items())[:4]
        for arm, settings in arms:
            runs = 1000 // len(arms)
            equal = equal_runs(scenario.with_settings(settings), runs)
            wrong += runs - equal
            print(f"{name}, {arm}: {equal} of {runs} runs equal", flush=True)
        same = cut_is_equal(scenario.with_settings(arms[-1][1]), 7000)
        wrong += not same
        print(
            f"{name}: 7,000 runs in 1, 2, 7 chunks on 1, 2 threads: {'equal' if same else 'DIFFERENT'}",
            flush=True,
        )
    textbook = load_scenario("two_party_textbook")
    for strategy, style, protocol in product(presets(), styles(), all_protocols()):
        if style == "absent" and all_protocols()[protocol].needs_mediator:
            continue
        settings = {
            "parties.*.strategy": strategy,
            "mediator.style": style,
            "protocol": protocol,
            "defaults.importance_spread": 1.0,
            "defaults.reservation_spread": 0.1,
            "defaults.optimism": 0.1,
        }
        equal = equal_runs(textbook.with_settings(settings), 100)
        wrong += 100 - equal
        print(f"{strategy} x {style} x {protocol}: {equal} of 100 runs equal", flush=True)
    national = load_scenario("kazakhstan_general_agreement")
    absent = Player(setting_of(national)).rows(SEED, range(1000))
    idle = {"mediator.style": "full", "mediator.skill": 0.0}
    same = np.array_equal(Player(setting_of(national.with_settings(idle))).rows(SEED, range(1000)), absent)
    wrong += not same
    print(f"a mediator with skill 0 against none, 1,000 runs: {'equal' if same else 'DIFFERENT'}")
    print("all equal" if wrong == 0 else f"{wrong} DIFFERENCES")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
