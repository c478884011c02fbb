"""Every package that a negotiation could end with, and what each is worth to each party.

Packages are numbered row by row: the first issue changes slowest, the last fastest, so package 0 takes the
first option of every issue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from negotiation_sim.concepts import Floats, Ints

LIMIT = 1_000_000


def package_utilities(values: Floats, options: Sequence[int] | Ints, limit: int = LIMIT) -> tuple[Floats, bool]:
    """What every package is worth to every party, and whether really every package is there.

    `values[party, issue, option]` are the value tables, padded where an issue has fewer options;
    `options[issue]` counts the options. Gives utilities[row, party] and True. Above `limit` packages only
    every s-th is there, s = `package_stride(options, limit)`, and the answer is False. Row r is package r * s
    in either case. Values are added issue by issue, so the same package has the same bits everywhere. Raises
    ValueError where tables and counts do not fit.
    """
    counts = [int(count) for count in options]
    _check(values, counts)
    stride = package_stride(counts, limit)
    columns = _all_packages(values, counts) if stride == 1 else _every_sth(values, counts, stride)
    return columns.T.copy(), stride == 1


def package_stride(options: Sequence[int] | Ints, limit: int = LIMIT) -> int:
    """Step from one package that is looked at to the next: 1 where there are at most `limit` packages.

    Otherwise the smallest step that keeps within the limit and shares no factor with any count of options: a
    step of 10 through issues of ten options would only ever see one option of the last. Raises ValueError for
    a limit below 1.
    """
    if limit < 1:
        raise ValueError(f"the limit must allow at least one package, not {limit}")
    packages = math.prod(int(count) for count in options)
    stride = -(-packages // limit)
    while math.gcd(stride, packages) > 1:
        stride += 1
    return stride


def package_at(index: int, options: Sequence[int] | Ints) -> tuple[int, ...]:
    """The option of each issue in the package of that number; raises ValueError where there is none."""
    package = []
    rest = index
    for count in reversed([int(count) for count in options]):
        rest, option = divmod(rest, count)
        package.append(option)
    if rest != 0:
        raise ValueError(f"there is no package {index}: the last one is {math.prod(map(int, options)) - 1}")
    return tuple(reversed(package))


def _all_packages(values: Floats, counts: list[int]) -> Floats:
    total = values[:, 0, : counts[0]]
    for issue, count in enumerate(counts[1:], start=1):
        total = (total[:, :, None] + values[:, issue, None, :count]).reshape(len(values), -1)
    return total


def _every_sth(values: Floats, counts: list[int], stride: int) -> Floats:
    # Row number times stride by long multiplication, one issue a digit: no huge numbers in a huge space.
    row = np.arange(-(-math.prod(counts) // stride))
    carried = np.zeros_like(row)
    digits: list[Ints] = []
    for count in reversed(counts):
        stride, digit = divmod(stride, count)
        carried += row * digit
        digits.insert(0, carried % count)
        carried //= count
    total = values[:, 0, digits[0]]
    for issue, option_of_row in enumerate(digits[1:], start=1):
        total = total + values[:, issue, option_of_row]
    return total


def _check(values: Floats, counts: list[int]) -> None:
    if values.ndim != 3 or not counts or values.shape[1] != len(counts):
        raise ValueError(
            f"values must be party by issue by option with {len(counts)} issues (at least 1), "
            f"not of shape {values.shape}"
        )
    if not all(1 <= count <= values.shape[2] for count in counts):
        raise ValueError(f"every issue must have 1 to {values.shape[2]} options, not {counts}")
