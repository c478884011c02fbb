"""The measurement itself, in the peers' environment: compare.py starts it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from best_package_limit import compare_best_package
from compiling_c import NoCompiler
from engine_c import CLimit
from engine_mesa import BareMesa
from engine_negmas import NegmasDefault, NegmasTuned
from engine_ours import Deal, Kernel, KernelFromFiles, MesaExecutor
from engines import Engine, PlainReference
from interleaving import Measured, interleaved
from machine import machine
from negotiations import CURVES, Result, benchmark_negotiations
from report import HERE, write_page, written_report

SEED = 2026


class Unequal(AssertionError):  # noqa: N818 - it is what it says
    """Two programs came to different results, so that their times say nothing."""


def check_equal(results: dict[str, list[Result]]) -> None:
    """Agreement, round and proposer of every negotiation, and every offer where it is kept. Raises Unequal."""
    first, *others = results
    for other in others:
        for number, (one, two) in enumerate(zip(results[first], results[other], strict=True)):
            if one.trace is None or two.trace is None:
                one, two = one.without_trace(), two.without_trace()
            if one != two:
                raise Unequal(f"negotiation {number}: {first} {one}, {other} {two}")


def _play_again(players: list[Any], times: int) -> None:
    for again in players:
        again(times)


def _deal_anew(engine: Engine, deal: Deal) -> None:
    list(engine.newly_dealt(deal))


def jobs_of(engines: list[Engine], count: int) -> dict[tuple[str, int, str], dict[str, tuple[Callable[[], None], int]]]:
    """What is timed, by regime, parties and curve, then program: something to call, and how many negotiations it is."""
    jobs: dict[tuple[str, int, str], dict[str, tuple[Callable[[], None], int]]] = {}
    for parties in (3, 2):
        for curve in CURVES:
            again, anew = ("again", parties, curve), ("new", parties, curve)
            negotiations = benchmark_negotiations(SEED, count, parties, curve)
            deal = Deal(SEED, count, parties, CURVES[curve])
            jobs[again], jobs[anew], results = {}, {}, {}
            for engine in engines:
                if engine.name != KernelFromFiles.name:
                    players = [engine.prepared(negotiation) for negotiation in negotiations]
                    results[engine.name] = [play(1) for play in players]
                    jobs[again][engine.name] = partial(_play_again, players, engine.times), count * engine.times
            check_equal(results)
            check_equal({engine.name: list(engine.newly_dealt(deal)) for engine in engines})
            for engine in engines:
                jobs[anew][engine.name] = partial(_deal_anew, engine, deal), count
            print(f"equal results: {parties} parties, {curve}", file=sys.stderr, flush=True)
    return jobs


def main() -> None:
    """Assert equal results, measure, and write what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    count, repetitions = (3, 3) if quick else (12, 9)
    engines: list[Engine] = [NegmasDefault(), NegmasTuned(), PlainReference(), BareMesa(), MesaExecutor(), Kernel()]
    engines.append(KernelFromFiles())
    try:
        engines.append(CLimit())
    except NoCompiler as error:
        print(error, file=sys.stderr)
    measured: dict[tuple[str, int, str], Measured] = interleaved(jobs_of(engines, count), repetitions)
    found = {
        "machine": machine(),
        "negotiations": count,
        "repetitions": repetitions,
        "seed": SEED,
        "best_package": compare_best_package(repetitions),
        "rows": [
            {"regime": regime, "parties": parties, "curve": curve, "programs": programs}
            for (regime, parties, curve), programs in measured.items()
        ],
    }
    report = written_report(found)
    print(report)
    if not quick:
        (HERE / "results.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        write_page(report)


if __name__ == "__main__":
    main()
