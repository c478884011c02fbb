"""From blocks to tables: `summary.csv`, one row a point and arm; `differences.csv`, one row a point and pair of arms.

Sums are combined block by block in the order of the runs, so the tables are the same to the byte however the blocks
were played.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.tally import BLOCK, Tally
from negotiation_sim.concepts import Floats
from negotiation_sim.experiments.comparison import PairedPoint, Point, point_document
from negotiation_sim.experiments.files import whole_file
from negotiation_sim.experiments.report import flat
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.parts import read_blocks
from negotiation_sim.sweeps.playing import unpacked

SUMMARY, DIFFERENCES = "summary.csv", "differences.csv"
_OF_CELL = ("arm", "runs")
_OF_PAIR = (
    "first", "second", "runs", "both", "only_first", "only_second", "neither", "difference", "low", "high",
)  # fmt: skip


@dataclass
class _Arm:
    """What is known of one arm at one point."""

    tally: Tally
    agreed: NDArray[np.bool_]


def write_tables(folder: Path, experiment: Experiment, parts: Sequence[Path], runs: Sequence[int]) -> str:
    """Write both tables, and return the digest of every row of every run.

    `runs` says how many runs each point has; a point with 0 is left out.
    """
    digest = hashlib.sha256()
    paths = [factor.path for factor in experiment.factors]
    of_cell, of_pair = ["point", *paths, *_OF_CELL], ["point", *paths, *_OF_PAIR]
    with _table(folder / SUMMARY, of_cell) as cells, _table(folder / DIFFERENCES, of_pair) as pairs:
        for point, arms in _points(folder, experiment, parts, runs, digest):
            at = experiment.points[point]
            for name, arm in arms.items():
                content = point_document(Point(at, arm.tally), experiment.scenario)
                del content["at"], content["space"]
                cells.write({"point": point, **at, "arm": name, **flat("", content)})
            for row in _differences(point, at, arms):
                pairs.write(row)
    return digest.hexdigest()


@contextmanager
def _table(path: Path, names: Sequence[str]) -> Iterator[_Table]:
    """A table that is written to a file, whole or not at all; without rows it has these names of columns."""
    with whole_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        table = _Table(file)
        yield table
        if table.is_empty:
            csv.writer(file, lineterminator="\n").writerow(names)


class _Table:
    """A CSV file whose columns are those of its first row."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._writer: csv.DictWriter[str] | None = None

    @property
    def is_empty(self) -> bool:
        return self._writer is None

    def write(self, row: dict[str, Any]) -> None:
        if self._writer is None:
            self._writer = csv.DictWriter(self._file, list(row), lineterminator="\n")
            self._writer.writeheader()
        self._writer.writerow(row)


def _points(
    folder: Path, experiment: Experiment, parts: Sequence[Path], runs: Sequence[int], digest: Any
) -> Iterator[tuple[int, dict[str, _Arm]]]:
    columns = "point, block, runs, arm, agreed, rows_sha256, totals"
    rows = read_blocks(folder, experiment, parts, columns)
    roles = experiment.scenario.roles
    for point, blocks in groupby(rows, key=lambda row: int(row[0])):
        tallies: dict[str, Tally] = {}
        agreed: dict[str, list[NDArray[np.bool_]]] = {}
        for _, block, count, arm, bits, rows_sha256, totals in blocks:
            if not is_wanted(block, count, runs[point]):
                continue
            digest.update(f"{point},{block},{count},{arm},{rows_sha256}\n".encode())
            values: Floats = np.asarray(totals, dtype=np.float64).reshape(5, -1)
            tally = tallies.setdefault(arm, Tally(roles, values.shape[1]))
            tally.add_block(values, count)
            agreed.setdefault(arm, []).extend(unpacked([bytes(bits)], [count]))
        if tallies:
            yield point, {name: _Arm(tallies[name], np.concatenate(agreed[name])) for name in experiment.arms}


def is_wanted(block: int, count: int, runs: int) -> bool:
    """Whether a block of `count` runs is part of the first `runs` runs of its point."""
    return count == min(BLOCK, runs - block * BLOCK)


def _differences(point: int, at: dict[str, object], arms: dict[str, _Arm]) -> Iterator[dict[str, Any]]:
    for first, second in combinations(arms, 2):
        pair = PairedPoint(first, second, at)
        pair.add(arms[first].agreed, arms[second].agreed)
        difference = pair.difference
        yield {
            "point": point,
            **at,
            "first": first,
            "second": second,
            "runs": len(arms[first].agreed),
            "both": pair.both,
            "only_first": pair.only_first,
            "only_second": pair.only_second,
            "neither": pair.neither,
            "difference": difference.value,
            "low": difference.low,
            "high": difference.high,
        }
