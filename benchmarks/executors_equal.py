"""Both executors, full size: shipped scenarios, every strategy x style x protocol, and scenarios made at random.

1,000 runs of each shipped scenario, 100 of each combination, 20 of each of 200 random scenarios, in which all parts
meet: members and organisations, options to invent, ladders, awards, partial agreement, payments, terms and series.
`python benchmarks/executors_equal.py` takes about twenty minutes and ends with 1 if a single bit differs. Its output
is kept in benchmarks/executors_equal.txt. The small form in CI is tests/engine/test_equality.py.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.scenario import Scenario, load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.built_in import CHOOSING
from negotiation_sim.strategies.catalogue import presets, single_rules

SEED = 2026


def random_scenario(number: int) -> dict[str, Any]:
    """The content of a small scenario file in which every part of the model is there or not, by chance."""
    chance = random.Random(number)
    interests = [f"interest_{i}" for i in range(chance.randint(2, 4))]
    roles = [f"side_{i}" for i in range(chance.randint(2, 4))]
    ladder = _random_ladder(chance, roles) if chance.random() < 0.8 else None
    style = chance.choice(list(styles()))
    protocols = [name for name, p in all_protocols().items() if style != "absent" or not p.needs_mediator]
    invention = _random_invention(chance, interests)
    content: dict[str, Any] = {
        "name": f"Random scenario {number}",
        "description": "Made by chance.",
        "interests": dict.fromkeys(interests, "an interest"),
        "issues": {f"issue_{i}": _random_issue(chance, interests) for i in range(chance.randint(1, 4))},
        "parties": {role: _random_party(chance, interests) for role in roles},
        "defaults": {"reservation_value": chance.uniform(0.2, 0.6), "optimism": chance.uniform(0.0, 0.2)},
        "communication": {"quality": chance.uniform(0.3, 1.0)},
        "mediator": {"style": style, "skill": chance.random()},
        "protocol": chance.choice(protocols),
        "quota": chance.choice(["unanimity", "two_thirds"]),
        "invention": invention,
        "partial_agreement": chance.random() < 0.7,
    }
    for party in content["parties"].values():
        if not invention["options"]:
            party |= _random_values(chance, content["issues"], party)
        elif party["strategy"] in CHOOSING:
            party["strategy"] = "interest_based"
    content |= {"ladder": ladder} if ladder else {"deadline": chance.randint(4, 20)}
    if chance.random() < 0.5:
        budget, price = chance.uniform(0.0, 0.3), chance.uniform(0.0, 2.0)
        content["side_payments"] = {"from": chance.choice(roles), "budget": budget, "price": price}
    if chance.random() < 0.6:
        content["term"] = {
            "monitoring": chance.random() < 0.5,
            "shock": chance.uniform(0.0, 0.3),
            "noticed": chance.random(),
            "agreements": chance.randint(1, 3),
            "carry": chance.random(),
        }
    return content


def _random_effects(chance: random.Random, interests: list[str]) -> dict[str, float]:
    return {interest: round(chance.uniform(-1.0, 1.0), 2) for interest in interests}


def _random_issue(chance: random.Random, interests: list[str]) -> dict[str, Any]:
    if chance.random() < 0.6:
        grid = {"from": 0, "to": chance.randint(1, 6), "step": 1}
        return {"grid": grid, "effects": _random_effects(chance, interests)}
    options = [f"option {k}" for k in range(chance.randint(2, 5))]
    return {
        "options": options,
        "effects": {g: [round(chance.uniform(-1, 1), 2) for _ in options] for g in interests},
    }


def _random_invention(chance: random.Random, interests: list[str]) -> dict[str, Any]:
    options = {f"clause_{i}": {"effects": _random_effects(chance, interests)} for i in range(chance.randint(0, 3))}
    for clause in options.values():
        clause["effects"][interests[0]] = 0.3  # of value to somebody
    return {"chance": chance.random(), "known": chance.random() < 0.2, "options": options}


def _random_party(chance: random.Random, interests: list[str]) -> dict[str, Any]:
    party: dict[str, Any] = {
        "importance": {interest: chance.uniform(0.05, 1.0) for interest in interests},
        "strategy": chance.choice(list(presets())),
        "rules": {"concession": chance.choice(list(single_rules()["concession"]))},
        "importance_spread": chance.choice([0.0, 1.0]),
        "members": chance.choice([0, 0, 5, 15, 25]),
        "majority": chance.uniform(0.3, 0.9),
        "gap": chance.uniform(-0.2, 0.2),
        "explanation": chance.random(),
        "member_spread": chance.random(),
        "cohesion": chance.random(),
        "authority": chance.choice([1.0, 1.0, chance.random()]),
        "reluctance": chance.choice([0.0, 0.0, 0.6]),
        "legal_awareness": chance.choice([1.0, chance.random()]),
        "stoppage_cost": chance.uniform(0.0, 0.1),
        "stoppage_loss": chance.uniform(0.0, 0.05),
        "strike_fund": chance.randint(1, 6),
        "patience": chance.choice([0, 1, 3]),
        "exaggeration": chance.choice([0.0, 0.5]),
        "vigilance": chance.choice([0.0, 0.3]),
        "learning_from_offers": chance.choice([0.0, 0.2]),
    }
    count = chance.choice([0, 0, 1, 2, 3])
    if count:
        names = [f"organisation_{i}" for i in range(count)]
        party["organisations"] = {
            name: {"weight": 1.0 / count, "importance": {g: chance.uniform(0.1, 1.0) for g in interests}}
            for name in names
        }
        party["organisation_links"] = {f"{names[0]} - {name}": chance.uniform(0.1, 1.0) for name in names[1:]}
    return party


def _random_values(chance: random.Random, issues: dict[str, Any], party: dict[str, Any]) -> dict[str, Any]:
    """A value table, a discount, and conditions where the strategy can have them; often nothing."""
    own: dict[str, Any] = {"discount": chance.choice([1.0, chance.uniform(0.5, 1.0)])}
    if chance.random() < 0.5:
        return own
    sizes = {
        name: len(issue["options"]) if "options" in issue else issue["grid"]["to"] + 1 for name, issue in issues.items()
    }
    own["values"] = {name: [round(chance.uniform(-5, 20), 1) for _ in range(size)] for name, size in sizes.items()}
    if party["strategy"] in CHOOSING:
        some = {name: chance.sample(range(1, size + 1), chance.randint(1, size)) for name, size in sizes.items()}
        own["deal_breakers"] = [some] if chance.random() < 0.5 else []
        own["worthless"] = [{"issue": chance.choice(list(sizes)), "when": some}] if chance.random() < 0.5 else []
    if chance.random() < 0.3:
        own["rules"] = party["rules"] | {"acceptance": "beats_own_next"}
    return own


def _random_ladder(chance: random.Random, roles: list[str]) -> dict[str, Any]:
    count = chance.randint(2, 6)
    stages: dict[str, Any] = {}
    for i in range(count):
        stage: dict[str, Any] = {
            "limit": f"{chance.randint(1, 6)} {chance.choice(['working', 'calendar'])} days",
            "preparation": f"{chance.randint(0, 4)} working days",
            "clarity": chance.choice([0.0, chance.random()]),
            "mediator": chance.random() < 0.7,
            "authority": {chance.choice(roles): chance.random()} if chance.random() < 0.3 else {},
            "pull": chance.random(),
            "banned": i > 0 and chance.random() < 0.15,
            "award": chance.choice(["none", "none", "conventional", "final_offer"]),
            "enforcement": chance.choice([0.0, 1.0, chance.random()]),
            "insight": chance.random(),
        }
        if chance.random() < 0.4:
            stage["seats"] = chance.sample(roles, chance.randint(2, len(roles)))
        if i > 0 and chance.random() < 0.4:
            kind = chance.choice(["warning_strike", "strike", "lockout"])
            stage |= {"stoppage": kind, "intensity": chance.uniform(0.1, 1.0), "called_by": chance.choice(roles)}
            stage["majority"] = chance.uniform(0.3, 0.9)
        if i + 2 < count and chance.random() < 0.3:
            stage["if_evaded"] = f"stage_{count - 1}"
        stages[f"stage_{i}"] = stage
    return {"rounds_per_day": chance.randint(1, 3), "learning": chance.random(), "stages": stages}


def load_random_scenario(number: int, folder: Path) -> Scenario:
    """The random scenario of this number, read from a file in this folder as any other scenario."""
    path = folder / f"random_{number}.json"
    path.write_text(json.dumps(random_scenario(number)), encoding="utf-8")
    return load_scenario(path)


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


def random_scenarios_that_differ(scenarios: int, runs: int) -> int:
    """How many runs of scenarios made at random differ between the executors, or when they are cut into chunks."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(scenarios):
            scenario = load_random_scenario(number, Path(folder))
            differences = runs - equal_runs(scenario, runs)
            if differences or not cut_is_equal(scenario, 70):
                wrong += max(1, differences)
                print(f"random scenario {number}: DIFFERENT", flush=True)
    print(f"{scenarios} random scenarios, {runs} runs each: {wrong} differ", flush=True)
    return wrong


def main() -> int:
    """Print one line for each comparison."""
    wrong = random_scenarios_that_differ(200, 20)
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
