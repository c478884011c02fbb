"""Reading what a sweep left: tables as pandas, single runs replayed, all lazily."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from gettext import gettext
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.concepts import Floats
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.engine.setting import Setting
from negotiation_sim.rule import source_hash
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.problems import ScenarioError
from negotiation_sim.sweeps.experiment import Experiment, experiment_from
from negotiation_sim.sweeps.folder import COMPLETE, DESIGN, INCOMPLETE, MANIFEST, read_design, read_manifest
from negotiation_sim.sweeps.mistakes import ResultsError
from negotiation_sim.sweeps.parts import RUNS, database, quoted, read_blocks, read_parts
from negotiation_sim.sweeps.playing import unpacked
from negotiation_sim.sweeps.summary import DIFFERENCES, SUMMARY, is_wanted

if TYPE_CHECKING:
    import pandas as pd

    from negotiation_sim.story import Move


class Results:
    """A results folder. Nothing is read before it is asked for."""

    def __init__(self, folder: str | Path) -> None:
        """Raises ResultsError where the folder holds no finished sweep, or what it holds is damaged."""
        self.folder = Path(folder)
        self.manifest = read_manifest(self.folder)
        if self.manifest.get("status") not in (COMPLETE, INCOMPLETE):
            told = gettext("the sweep in {folder} has not ended; the same `negotiation-sim sweep` goes on with it")
            raise ResultsError(told.format(folder=self.folder))

    @cached_property
    def experiment(self) -> Experiment:
        """What was played, as it stands in the manifest."""
        return read_experiment(self.folder)

    @cached_property
    def summary(self) -> pd.DataFrame:
        """One row a point and arm: point, a column a factor, arm, runs, agreements, agreement_rate, low, high, ..."""
        return _read_csv(self.folder / SUMMARY)

    @cached_property
    def differences(self) -> pd.DataFrame:
        """One row a point and pair of arms: the rate of the first minus that of the second, under the same luck."""
        return _read_csv(self.folder / DIFFERENCES)

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row a negotiation. Raises ResultsError where the experiment kept none (`store: summary`)."""
        with database(self.folder) as connection:
            return connection.execute(f"SELECT * FROM {self.runs_query} ORDER BY point, arm, run").df()

    @cached_property
    def runs_query(self) -> str:
        """The rows of all runs as a table of DuckDB, with a column a factor."""
        if self.experiment.store == "summary":
            told = gettext("{folder} keeps no rows of single runs; write `store: runs` into the experiment")
            raise ResultsError(told.format(folder=self.folder))
        files = ", ".join(quoted(self.folder / RUNS / part.name) for part in self._parts)
        design, summary = quoted(self.folder / DESIGN), quoted(self.folder / SUMMARY)
        return (
            f"(SELECT DISTINCT played.*, design.* EXCLUDE (point) FROM read_parquet([{files}]) played "
            f"JOIN read_csv({design}, header = true, sample_size = -1) design USING (point) "
            f"JOIN read_csv({summary}, header = true, sample_size = -1) cell "
            "ON cell.point = played.point AND cell.arm = played.arm AND played.run < cell.runs)"
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns of `rows`."""
        scenario = self.experiment.scenario
        return column_names(scenario.roles, tuple(scenario.all_issues))

    @cached_property
    def _parts(self) -> list[Path]:
        """The part files, which together hold every run that the summary counts."""
        sound, damaged = read_parts(self.folder, self.experiment, self.manifest["source_hash"])
        cells = self.summary
        runs = dict(zip(zip(cells["point"], cells["arm"], strict=True), cells["runs"], strict=True))
        blocks = read_blocks(self.folder, self.experiment, sound, "point, arm, block, runs")
        held = sum(n for point, arm, block, n in blocks if is_wanted(block, n, runs.get((point, arm), 0)))
        if damaged or held != sum(runs.values()):
            told = gettext(
                "{folder} is damaged: some parts of it cannot be read; the same `negotiation-sim sweep` plays again "
                "what they held"
            )
            raise ResultsError(told.format(folder=self.folder))
        return sound

    def agreed(self, point: int, arm: str) -> NDArray[np.bool_]:
        """Whether each run of a point and arm ended with a deal. Raises ResultsError where it was not played."""
        found = dict(self._agreed(arm, f"AND point = {int(point)}"))
        if point not in found:
            told = gettext("there is no point {point} with an arm {arm}")
            raise ResultsError(told.format(point=point, arm=repr(arm)))
        return found[point]

    def agreed_everywhere(self, arm: str) -> NDArray[np.bool_]:
        """Whether each run ended with a deal, [points, runs].

        Raises ResultsError where points are missing, or differ in their number of runs.
        """
        found = dict(self._agreed(arm))
        if len(found) != len(self.experiment.points) or len({len(runs) for runs in found.values()}) != 1:
            raise ResultsError(gettext("this needs every point of the design, all with the same number of runs"))
        return np.stack([found[point] for point in range(len(found))])

    def _agreed(self, arm: str, condition: str = "") -> Iterator[tuple[int, NDArray[np.bool_]]]:
        """Point by point, whether each run under an arm ended with a deal."""
        cells = self.summary[self.summary["arm"] == arm]
        runs = dict(zip(cells["point"].tolist(), cells["runs"].tolist(), strict=True))
        files = ", ".join(quoted(path) for path in self._parts)
        query = (
            f"SELECT DISTINCT ON (point, block, runs) point, block, runs, agreed FROM read_parquet([{files}]) "
            f"WHERE arm = {quoted(arm)} {condition} ORDER BY point, block, runs"
        )
        with database(self.folder) as connection:
            blocks = connection.execute(query).fetchall() if runs else []
        for point, of_point in groupby(blocks, key=lambda block: int(block[0])):
            wanted = [(bits, n) for _, block, n, bits in of_point if is_wanted(block, n, runs.get(point, 0))]
            if wanted:
                yield point, np.concatenate(list(unpacked([bytes(bits) for bits, _ in wanted], [n for _, n in wanted])))

    def setting(self, point: int, arm: str) -> Setting:
        """What an executor needs to play a point under an arm."""
        return setting_of(self.cell(point, arm))

    def cell(self, point: int, arm: str) -> Scenario:
        """The scenario that was played at a point under an arm.

        Raises ResultsError where another version of the program played it, whose runs this one cannot repeat.
        """
        require_this_version(self.folder, self.manifest)
        return self.experiment.cell(point, arm)

    def rows(self, point: int, arm: str, runs: range) -> Floats:
        """Rows of runs, played once more: the same numbers as in the sweep."""
        return Player(self.setting(point, arm)).rows(self.experiment.seed, runs)

    def watch(self, point: int, arm: str, run: int, lang: str = "en", full: bool = False) -> Iterator[Move]:
        """One negotiation of the sweep, move by move."""
        from negotiation_sim.story import watch

        return iter(watch(self.cell(point, arm), run, self.experiment.seed, lang=lang, full=full))


def load_results(folder: str | Path) -> Results:
    """The results in a folder. Raises ResultsError where there are none, or the sweep has not ended."""
    return Results(folder)


def require_this_version(folder: Path, manifest: dict[str, Any]) -> None:
    """Raise ResultsError where another version of the program made the results: runs played now may not be the same."""
    there, here = manifest["source_hash"], source_hash()
    if there != here:
        told = gettext(
            "{folder} was made by another version of the program ({there}, this is {here}): its tables can be read, "
            "its runs cannot be played once more"
        )
        raise ResultsError(told.format(folder=folder, there=there, here=here))


def read_experiment(folder: Path) -> Experiment:
    """The experiment of a results folder, as its manifest and its design have it. Raises ResultsError."""
    manifest = read_manifest(folder)
    plug_ins = manifest.get("plug_in_folder")
    points = read_design(folder)
    try:
        experiment = experiment_from(manifest["experiment"], points, Path(plug_ins) if plug_ins else None)
        is_unchanged = experiment.sha256 == manifest["experiment_sha256"]
    except (KeyError, TypeError, ScenarioError):
        raise ResultsError(gettext("{path} is damaged").format(path=folder / MANIFEST)) from None
    except OSError as error:
        told = gettext("{folder} needs a file with rules of its own, which is not there: {file}")
        raise ResultsError(told.format(folder=folder, file=error.filename)) from None
    if not is_unchanged:
        told = gettext("{folder} is damaged: its design or its plug-ins are not those of its manifest")
        raise ResultsError(told.format(folder=folder))
    return experiment


def _read_csv(path: Path) -> pd.DataFrame:
    import pandas as pd

    try:
        return pd.read_csv(path)
    except (OSError, ValueError) as error:  # ValueError is what pandas raises for a file without columns
        raise ResultsError(gettext("{path} is missing or damaged").format(path=path)) from error
