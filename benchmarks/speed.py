"""Speed as ratios in one run: the compiled kernel over the Mesa executor, and parts of the model switched off.

Prints the tables of docs/model.md; the last says what each part beyond the table costs. Times are of one core; what
counts is the ratio within a line.
"""

from __future__ import annotations

import time

from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of

PARTS = {
    "talk and belief updates": {"parties.*.disclosure_items": 0},
    "mediator": {"mediator.style": "absent"},
    "fixed-pie mixture": {"parties.*.fixed_pie": 0.0},
    "walk-away": {"parties.*.patience": 0},
}

# What lies beyond the table, switched on: a case, then the settings without and with the part.
BEYOND: dict[str, tuple[str, dict[str, object], dict[str, object]]] = {
    "15 members a side who vote": ("kazakhstan_general_agreement", {}, {"parties.*.members": 15}),
    "delegations of 2 to 4 organisations": ("three_union_centres", {"parties.*.members": 0}, {}),
    "three options to be invented": ("empty_zone", {"invention.chance": 0.0}, {}),
    "signing in part": ("kazakhstan_general_agreement", {}, {"partial_agreement": True}),
    "a term with six checks": ("kazakhstan_general_agreement", {}, {"term.monitoring": True}),
    "stages of a ladder": (
        "croatia_mandatory_mediation",
        {"ladder.stages.mandatory_mediation.banned": True, "ladder.stages.strike.banned": True},
        {},
    ),
}


def per_second(scenario: Scenario, runs: int = 8000) -> float:
    """Negotiations a second on one core; the best of three."""
    player = Player(setting_of(scenario), threads=1)
    player.rows(1, range(10))
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for _rows in player.stream(1, range(runs)):
            pass
        best = max(best, runs / (time.process_time() - start))
    return best


def mesa_per_second(scenario: Scenario, runs: int = 40) -> float:
    """Negotiations a second of the Mesa executor."""
    setting = setting_of(scenario)
    start = time.process_time()
    for run in range(runs):
        BargainingModel(setting, 1, run).run_model()
    return runs / (time.process_time() - start)


def main() -> None:
    """Print both tables."""
    print("| scenario | arm | kernel, negotiations a second | kernel / Mesa |")
    print("|---|---|---|---|")
    for name in shipped_cases():
        scenario = load_scenario(name)
        for arm, settings in scenario.arms.items():
            setting = scenario.with_settings(settings)
            fast = per_second(setting)
            print(f"| {name} | {arm} | {fast:,.0f} | {fast / mesa_per_second(setting):,.0f} |", flush=True)
    print()
    print("| national table, arm | part switched off | microseconds a run saved | share |")
    print("|---|---|---|---|")
    national = load_scenario("kazakhstan_general_agreement")
    for arm, settings in national.arms.items():
        scenario = national.with_settings({**settings, "deadline": 30})
        whole = 1e6 / per_second(scenario)
        for part, off in PARTS.items():
            without = 1e6 / per_second(scenario.with_settings(off))
            saved = whole - without
            print(f"| {arm} ({whole:.0f}) | {part} | {saved:.0f} | {100 * saved / whole:.0f} % |", flush=True)
    print()
    print("| part switched on | case | microseconds a run without | with | ratio |")
    print("|---|---|---|---|---|")
    for part, (name, off, on) in BEYOND.items():
        scenario = load_scenario(name).with_settings({"parties.*.strategy": "interest_based"})
        without, whole = (1e6 / per_second(scenario.with_settings(settings)) for settings in (off, on))
        print(f"| {part} | {name} | {without:.0f} | {whole:.0f} | {whole / without:.2f} |", flush=True)


if __name__ == "__main__":
    main()
