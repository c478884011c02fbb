"""Elementary effects: a cheap screening of which factors matter at all.

Source: Morris 1991, Technometrics 33:161-174; mean of absolute effects: Campolongo, Cariboni and Saltelli 2007,
Environmental Modelling and Software 22:1509-1518, as SALib has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.missing_library import needed
from negotiation_sim.analysis.run_noise import Verdict, run_means, verdict
from negotiation_sim.concepts import Floats

RESAMPLES = 1000
LEVELS = 4
"""Levels of the design: SALib's default."""


@dataclass(frozen=True)
class MorrisEffects:
    """What moving a factor across its whole range does to the outcome, in the order of `factors`.

    `strength`: mean of the absolute effects, with interval; `mean`: with their sign; `spread`: their standard
    deviation, large where a factor works together with others or not in a straight line. `half_strength` and
    `noise_share` tell whether runs are enough, as for Sobol indices.
    """

    factors: tuple[str, ...]
    strength: tuple[Interval, ...]
    mean: tuple[float, ...]
    spread: tuple[float, ...]
    half_strength: tuple[float, ...] | None
    noise_share: float | None

    @property
    def verdict(self) -> Verdict:
        """Whether there are enough runs at each point."""
        return verdict(self.strength, self.half_strength, self.noise_share)


def morris_effects(
    factors: Sequence[str],
    design: Floats,
    outcomes: NDArray[np.bool_] | Floats,
    confidence: float = 0.95,
    seed: int = 1,
) -> MorrisEffects:
    """Effects on the mean of `outcomes[point, run]` over the runs.

    `design[point, factor]` says how far each point lies between the ends of each factor, from 0 to 1, in the order of
    SALib's Morris design of four levels; a setting of few choices may stand at the middle of its part of the way.
    Raises ValueError where design and outcomes do not fit, NotEstimable where all points have the same mean,
    MissingLibrary without SALib.
    """
    points, width = len(outcomes), len(factors) + 1
    if design.shape != (points, len(factors)) or points % width or points < 2 * width:
        shape = " by ".join(map(str, design.shape))
        raise ValueError(
            f"a Morris design of {len(factors)} factors has a multiple of {width} points, at least {2 * width}, and a "
            f"column for each factor; the design is {shape}, with outcomes of {points} points"
        )
    means = run_means(outcomes)
    whole = _effects(factors, design, means.whole, confidence, seed)
    halves = [
        _effects(factors, design, half, confidence, seed)["mu_star"]
        for half in (means.even, means.odd)
        if half is not None
    ]
    return MorrisEffects(
        factors=tuple(factors),
        strength=tuple(
            Interval(float(value), max(0.0, float(value - reach)), float(value + reach))
            for value, reach in zip(whole["mu_star"], whole["mu_star_conf"], strict=True)
        ),
        mean=tuple(map(float, whole["mu"])),
        spread=tuple(map(float, whole["sigma"])),
        half_strength=tuple(map(float, np.mean(halves, axis=0))) if halves else None,
        noise_share=means.noise_share,
    )


def _effects(factors: Sequence[str], design: Floats, means: Floats, confidence: float, seed: int) -> dict[str, Floats]:
    morris = needed("SALib.analyze.morris", "SALib", "stats")
    problem = {"num_vars": len(factors), "names": list(factors), "bounds": [[0.0, 1.0]] * len(factors)}
    found = morris.analyze(
        problem,
        design,
        means,
        num_resamples=RESAMPLES,
        conf_level=confidence,
        num_levels=LEVELS,
        seed=seed,
    )
    scale = _scale(design)
    return {
        name: np.asarray(found[name], dtype=np.float64) * scale for name in ("mu", "mu_star", "mu_star_conf", "sigma")
    }


def _scale(design: Floats) -> Floats:
    """What makes of SALib's effects, which take every step for two thirds of the way, those of the whole way.

    A step between two of few choices is another part of the way: between two of two it is all of it.
    """
    factors = design.shape[1]
    step = np.abs(np.diff(design.reshape(-1, factors + 1, factors), axis=1)).max(axis=(0, 1))
    margin = np.minimum(design.min(axis=0), 1.0 - design.max(axis=0))  # each trajectory reaches an end of each factor
    share = step / (1.0 - 2.0 * margin).clip(min=1e-12)
    assumed = LEVELS / (2.0 * (LEVELS - 1))
    return np.where(share > 0.0, assumed / share.clip(min=1e-12), 1.0)
