"""The least that a listener can lose through any mediator at all, by linear programming on a grid.

A mechanism is a chance of each act in each state. It is one that a mediator can run when no state gains by reporting
another, and each recommended act is the mean state behind it; a listener who is bound to obey needs only the first.
What a state gains by a report is linear in the state, so that reports of neighbours are enough: where none of them
pays, no other one does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from negotiation_sim.concepts import Floats

GRIDS = (20, 30, 40)
"""Numbers of states. On a grid a speaker has fewer states to pass for, and less is lost."""


class Mechanism(NamedTuple):
    """The best mechanism on a grid: `chances[state, act]`, and what the listener loses by it on average."""

    states: Floats
    acts: Floats
    chances: Floats
    loss: float


def best_mechanism(conflict: float, grid: int, is_free: bool) -> Mechanism:
    """The least loss on a grid; a listener who `is_free` obeys only where that is the best answer."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix, diags_array, hstack, kron, vstack

    states, acts = (np.arange(grid) + 0.5) / grid, _acts(conflict, 2 * grid if is_free else 4 * grid)
    # Each row is a true state: what its own chances cost the speaker, less what those of a neighbour would.
    wished = (acts - states[:, None] - conflict) ** 2
    own = np.repeat(np.arange(grid), 2)[1:-1]
    other = own + np.tile([1, -1], grid)[: len(own)]
    rows = np.arange(len(own))
    signs = csr_matrix(
        (np.repeat([1.0, -1.0], len(own)), (np.tile(rows, 2), np.concatenate([own, other]))), (len(own), grid)
    )
    honest = csr_matrix(kron(signs, np.ones((1, len(acts))))).multiply(np.tile(wished[own], (1, grid)))
    equal, right = [kron(np.eye(grid), np.ones((1, len(acts))))], [np.ones(grid)]
    if is_free:
        equal.append(hstack([diags_array(state - acts) for state in states]))
        right.append(np.zeros(len(acts)))
    solved = linprog(
        ((acts - states[:, None]) ** 2).ravel() / grid,
        A_ub=csr_matrix(honest),
        b_ub=np.zeros(len(own)),
        A_eq=vstack(equal, format="csr"),
        b_eq=np.concatenate(right),
    )
    if not solved.success:
        raise RuntimeError(f"the solver gave up: {solved.message}")
    return Mechanism(states, acts, solved.x.reshape(grid, len(acts)), float(solved.fun))


def _acts(conflict: float, steps: int) -> Floats:
    """So many even steps from 0 to 1, moved so that the wish of the lowest state is among them."""
    acts: Floats = conflict % (1.0 / steps) + np.arange(steps + 1) / steps
    return acts[acts < 1.0 + 1e-9]


def gain_by_any_report(mechanism: Mechanism, conflict: float) -> float:
    """The most that any state gains by reporting any other one, neighbour or not."""
    wished = (mechanism.acts - mechanism.states[:, None] - conflict) ** 2
    costs = wished @ mechanism.chances.T
    return float((np.diag(costs)[:, None] - costs).max())


def without_grid(losses: list[float]) -> float:
    """What losses on the `GRIDS` tend to: a parabola in the width of a cell, at width 0 (Richardson)."""
    widths = 1.0 / np.array(GRIDS)
    return float(np.linalg.solve(np.vander(widths, increasing=True), losses)[0])
