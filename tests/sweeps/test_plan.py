"""What is still to be played, found again after any interruption; nothing is played here."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.plan import Bits, Plan
from negotiation_sim.sweeps.units import Shard, Unit

Loader = Callable[..., Experiment]
DESIGN = "{kind: grid, factors: {communication.quality: [0.5, 0.7, 0.9]}}"
ARMS = "{one: {}, other: {mediator.style: full}}"
STOP = "{half_width: 0.02, at_least: 1000, at_most: 9000}"


def bits(unit: Unit, share: float) -> Bits:
    """A block in which this share of the runs ended with a deal, the same under both arms."""
    packed = np.packbits(np.arange(unit.runs) < share * unit.runs).tobytes()
    return packed, packed


def played_out(plan: Plan, shares: dict[int, float]) -> dict[Unit, Bits]:
    """Play everything that the plan wants, one unit after another."""
    known = {}
    while units := plan.take(1):
        known[units[0]] = bits(units[0], shares[units[0].point])
        plan.complete(units[0], known[units[0]])
    return known


def test_at_first_everything_is_to_be_played(experiment: Loader) -> None:
    plan = Plan(experiment(design=DESIGN, arms=ARMS, runs="1200"), {})
    expected = [Unit(point, block, runs) for point in range(3) for block, runs in ((0, 1000), (1, 200))]
    assert list(plan.pending) == expected
    assert (plan.wanted, plan.negotiations) == (3 * 2 * 1200, 0)
    assert plan.complete_runs() == [0, 0, 0]


def test_what_parts_hold_is_not_played_again_even_if_other_runs_lie_there_too(experiment: Loader) -> None:
    there = [Unit(0, 0, 1000), Unit(0, 1, 1000), Unit(1, 1, 200), Unit(2, 0, 1000), Unit(2, 1, 200), Unit(2, 5, 1000)]
    known = [(unit, bits(unit, 0.5)) for unit in there]
    plan = Plan(experiment(design=DESIGN, arms=ARMS, runs="1200"), known)
    assert list(plan.pending) == [Unit(0, 1, 200), Unit(1, 0, 1000)]
    assert plan.complete_runs() == [0, 0, 1200]


def test_units_given_back_are_the_next_to_be_taken(experiment: Loader) -> None:
    plan = Plan(experiment(design=DESIGN, arms=ARMS, runs="1200"), {})
    wanted = plan.wanted
    first, second, third = plan.take(3)
    assert plan.wanted == wanted - 2 * 2200
    plan.complete(first, bits(first, 0.5))
    plan.complete(first, bits(first, 0.5))  # told twice, counted once
    plan.give_back([second, third])
    assert plan.take(2) == [second, third]
    assert plan.negotiations == 2000


def test_a_unit_set_aside_takes_its_point_out_of_the_tables_and_no_other(experiment: Loader) -> None:
    plan = Plan(experiment(design=DESIGN, arms=ARMS, runs="1200"), {})
    for unit in plan.take(6):
        if unit == Unit(1, 1, 200):
            plan.leave_out(unit, "it failed")
        else:
            plan.complete(unit, bits(unit, 0.5))
    assert not plan.pending
    assert plan.complete_runs() == [1200, 0, 1200]


def test_under_stop_a_point_gets_runs_until_its_intervals_are_narrow(experiment: Loader) -> None:
    plan = Plan(experiment(design=DESIGN, arms=ARMS, stop=STOP, runs=""), {})
    played_out(plan, {0: 0.001, 1: 0.1, 2: 0.5})
    assert plan.complete_runs() == [1000, 1000, 3000]


def test_under_stop_a_sweep_broken_off_anywhere_comes_to_the_same_counts(experiment: Loader) -> None:
    stopped = experiment(design=DESIGN, arms=ARMS, stop=STOP.replace("0.02", "0.014"), runs="")
    shares = {0: 0.02, 1: 0.1, 2: 0.5}
    unbroken = Plan(stopped, {})
    known = played_out(unbroken, shares)
    assert len(set(unbroken.complete_runs())) == 3
    for kept in range(len(known)):
        units = sorted(known)[::-1][:kept]  # the last blocks are there, the first are not
        again = Plan(stopped, [(unit, known[unit]) for unit in units])
        played_out(again, shares)
        assert again.complete_runs() == unbroken.complete_runs()


def test_blocks_beyond_those_needed_do_not_count_under_stop(experiment: Loader) -> None:
    stopped = experiment(design=DESIGN, arms=ARMS, stop=STOP, runs="")
    beyond = [
        (Unit(point, block, 1000), bits(Unit(point, block, 1000), 0.5)) for point in range(3) for block in range(9)
    ]
    assert Plan(stopped, beyond).complete_runs() == [3000, 3000, 3000]


@pytest.mark.parametrize("stop", ["", STOP])
def test_shards_plan_each_unit_once_and_whole_points_under_stop(experiment: Loader, stop: str) -> None:
    loaded = experiment(design=DESIGN, arms=ARMS, stop=stop, runs="" if stop else "2500")
    plans = [Plan(loaded, {}, Shard(number, 2)) for number in range(2)]
    units = [list(plan.pending) for plan in plans]
    assert sorted(units[0] + units[1]) == list(Plan(loaded, {}).pending)
    assert all(units)
    if stop:
        assert not {unit.point for unit in units[0]} & {unit.point for unit in units[1]}
