"""A large space of additive issues, with integer programming as a second opinion on its best packages."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from negotiation_sim.analysis.package_space import package_utilities
from negotiation_sim.concepts import Floats

_SLACK = 1e-9  # a bound that a package meets exactly must not be lost to rounding in the solver


class LargeSpace(NamedTuple):
    """Value tables of all sides, `values[side, issue, option]`, and what each package is worth."""

    values: Floats
    utilities: Floats

    def __len__(self) -> int:
        """How many packages there are."""
        return len(self.utilities)

    def best(self, score: Floats, at_least: Floats) -> int:
        """Number of the package with the largest sum of `score[issue, option]` that gives each side that much."""
        sides, issues, options = self.values.shape
        bounds = (self.values.reshape(sides, -1), at_least - _SLACK, np.inf)
        return self._package(_solved(score.ravel(), [bounds, _one_option_each(issues, options, 0)], extra=0))

    def largest_smallest(self, gains_per_side: Floats, disagreement: Floats) -> int:
        """Number of the package whose smallest gain, each divided by its number, is largest."""
        sides, issues, options = self.values.shape
        shares = (self.values / gains_per_side[:, None, None]).reshape(sides, -1)
        # One more unknown t, which everybody's share must reach.
        reach = np.hstack([shares, -np.ones((sides, 1))])
        score = np.append(np.zeros(issues * options), 1.0)
        bounds = [(reach, disagreement / gains_per_side, np.inf), _one_option_each(issues, options, 1)]
        return self._package(_solved(score, bounds, extra=1))

    def largest_product(self, disagreement: Floats) -> int:
        """Number of the package with the largest product of gains, by cutting planes.

        The logarithm of each gain lies below all its tangents. A package is the best where its own logarithms reach
        the bound that the tangents leave.
        """
        sides, issues, options = self.values.shape
        flat = self.values.reshape(sides, -1)
        score = np.append(np.zeros(issues * options), np.ones(sides))
        bounds = [
            _one_option_each(issues, options, sides),
            (np.hstack([flat, np.zeros((sides, sides))]), disagreement, np.inf),
        ]
        touched = np.full(sides, 0.5)
        for _round in range(60):
            slopes = np.hstack([-flat / touched[:, None], np.eye(sides)])
            bounds.append((slopes, -np.inf, np.log(touched) - 1.0 - disagreement / touched))
            unknowns = _solved(score, bounds, extra=sides)
            package = self._package(unknowns)
            touched = self.utilities[package] - disagreement
            if unknowns[-sides:].sum() - np.log(touched).sum() < 1e-7:
                return package
        raise RuntimeError("the cutting planes did not close")

    def _package(self, unknowns: Floats) -> int:
        _, issues, options = self.values.shape
        chosen = unknowns[: issues * options].reshape(issues, options).argmax(axis=1)
        return int(np.ravel_multi_index(tuple(chosen), (options,) * issues))


def large_space(sides: int, issues: int, options: int, seed: int = 2) -> LargeSpace:
    """A space with values drawn evenly, each side's best package worth 1 and its worst 0."""
    values = np.random.default_rng(seed).random((sides, issues, options))
    values -= values.min(axis=2, keepdims=True)
    values /= values.max(axis=2).sum(axis=1)[:, None, None]
    utilities, _ = package_utilities(values, [options] * issues)
    return LargeSpace(values, utilities)


def _one_option_each(issues: int, options: int, extra: int) -> tuple[Floats, float, float]:
    matrix = np.hstack([np.kron(np.eye(issues), np.ones(options)), np.zeros((issues, extra))])
    return matrix, 1.0, 1.0


def _solved(score: Floats, bounds: list[tuple[Any, Any, Any]], extra: int) -> Floats:
    """The unknowns with the largest score: 0 or 1 for each option, then `extra` free numbers."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    kinds = np.ones(len(score))
    low, high = np.zeros(len(score)), np.ones(len(score))
    if extra:
        kinds[-extra:], low[-extra:], high[-extra:] = 0, -50.0, 1.0
    solved = milp(
        -score,
        integrality=kinds,
        bounds=Bounds(low, high),
        constraints=[LinearConstraint(*bound) for bound in bounds],
        options={"mip_rel_gap": 0.0},
    )
    if not solved.success:
        raise RuntimeError(f"the solver gave up: {solved.message}")
    unknowns: Floats = solved.x
    return unknowns
