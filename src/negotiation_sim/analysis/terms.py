"""The terms of a regression: columns of numbers for factors, their values in words, and their interactions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from negotiation_sim.concepts import Floats

if TYPE_CHECKING:
    import pandas as pd

CONSTANT = "(constant)"


def encoded(factors: pd.DataFrame, interactions: Sequence[tuple[str, str]]) -> tuple[list[str], Floats]:
    """Names of the terms and their columns [row, term]; the first is the constant.

    Factors keep their names as they stand, dots and all; a value in words is named `factor: value`, an interaction
    `one x other`.
    """
    columns = {name: _columns(name, factors[name]) for name in factors.columns}
    terms: dict[str, Floats] = {CONSTANT: np.ones(len(factors))}
    for of_factor in columns.values():
        terms |= of_factor
    for first, second in interactions:
        terms |= {
            f"{one} x {other}": left * right
            for one, left in columns[first].items()
            for other, right in columns[second].items()
        }
    return list(terms), np.column_stack(list(terms.values()))


def _columns(name: str, values: pd.Series) -> dict[str, Floats]:
    import pandas as pd

    if pd.api.types.is_numeric_dtype(values):
        return {name: values.to_numpy(dtype=np.float64)}
    codes, words = pd.factorize(values)
    return {f"{name}: {word}": (codes == code).astype(np.float64) for code, word in enumerate(words) if code > 0}
