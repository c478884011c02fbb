"""Offer by offer: `python benchmarks/peers/traces.py` plays 1,000 random negotiations in every program.

2 and 3 sides, 1 to 5 issues of 2 to 5 values, distinct utilities, 5 to 100 rounds, three curves, reserves none, 0, .2,
.4 and .6. The plain reference, NegMAS, the executor to watch and C tell every offer; the compiled kernel tells
agreement, round and proposer. Writes benchmarks/peers/traces.txt and ends with 1 where anything differs.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

from environment import ROOT, run_there

COUNT, SEED = 1000, 2026


def main() -> int:
    """Play, count what is equal, and write it down."""
    from engine_c import CLimit
    from engine_mesa import BareMesa
    from engine_negmas import NegmasDefault
    from engine_ours import Kernel, MesaExecutor
    from engines import PlainReference
    from machine import machine
    from negotiations import random_negotiation

    reference, others = PlainReference(), [MesaExecutor(), Kernel(), NegmasDefault(), BareMesa(), CLimit()]
    chance = random.Random(SEED)
    results, offers, deals = Counter[str](), Counter[str](), 0
    offers_made = 0
    different: list[str] = []
    for number in range(COUNT):
        negotiation = random_negotiation(chance)
        expected = reference.for_the_first_time(negotiation)
        deals += expected.agreement is not None
        offers_made += len(expected.trace or ())
        for engine in others:
            found = engine.for_the_first_time(negotiation)
            results[engine.name] += found.without_trace() == expected.without_trace()
            offers[engine.name] += found.trace == expected.trace
            if found.without_trace() != expected.without_trace() and len(different) < 10:
                different.append(f"negotiation {number}: {engine.name} {found.without_trace()}, {expected}")
    told = machine()
    lines = [
        f"{COUNT} random negotiations (seed {SEED}), {deals} with a deal, {offers_made} offers",
        f"negmas {told['negmas']}, mesa {told['mesa']}, numpy {told['numpy']}, numba {told['numba']}",
        "Equal to the plain reference:",
    ]
    for engine in others:
        traces = f"{offers[engine.name]} of {COUNT}" if engine.keeps_trace else "not kept"
        equal = f"{results[engine.name]} of {COUNT}"
        lines.append(f"  {engine.name}: agreement, round and proposer {equal}; every offer {traces}")
    text = "\n".join([*lines, *different]) + "\n"
    print(text, end="")
    Path(__file__).with_name("traces.txt").write_text(text, encoding="utf-8")
    complete = all(offers[each.name] == COUNT for each in others if each.keeps_trace)
    return 0 if complete and all(results[each.name] == COUNT for each in others) else 1


if __name__ == "__main__":
    if "--here" in sys.argv:
        sys.exit(main())
    sys.exit(run_there([str(ROOT / "benchmarks" / "peers" / "traces.py"), "--here"]))
