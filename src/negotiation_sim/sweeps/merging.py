"""Brings the parts of shards that were played in folders of their own into one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from gettext import gettext
from pathlib import Path

from negotiation_sim.experiments.files import whole_file
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.folder import begin_manifest, claimed, finishing, owner, read_manifest
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.parts import BLOCKS, RUNS, read_parts
from negotiation_sim.sweeps.plan import Plan
from negotiation_sim.sweeps.results import read_experiment
from negotiation_sim.sweeps.runner import finish, known_units


def merge(folders: Sequence[Path], out: Path) -> None:
    """Copy the parts of all folders into `out`, and write the tables there.

    Raises SweepError where a folder belongs to another experiment or version, holds a damaged part, or where parts are
    missing: then the parts that are there were brought together all the same, and `negotiation-sim sweep` into `out`
    plays the rest. ResultsError where a folder holds no sweep.
    """
    experiment = read_experiment(folders[0])
    for folder in folders:
        read_manifest(folder)
        owner(folder, experiment)
    with claimed(out, experiment):
        for folder in folders:
            _copy_parts(folder, out, experiment)
        parts, _ = read_parts(out, experiment)
        plan = Plan(experiment, known_units(out, experiment, parts))
        with finishing(out):
            begin_manifest(out, experiment)
            finish(experiment, out, plan)
    if plan.pending:
        points = sorted({unit.point for unit in plan.pending})
        told = gettext(
            "{number} units of work are missing (of points {first} to {last}); `negotiation-sim sweep` with --out "
            "{folder} plays them"
        )
        raise SweepError(told.format(number=len(plan.pending), first=points[0], last=points[-1], folder=out))


def _copy_parts(folder: Path, out: Path, experiment: Experiment) -> None:
    sound, damaged = read_parts(folder, experiment)
    if damaged:
        told = gettext("{path} is damaged; play that shard once more, which plays what it held")
        raise SweepError(told.format(path=damaged[0]))
    for part in sound:
        for kind in (RUNS, BLOCKS):
            source, target = folder / kind / part.name, out / kind / part.name
            if source.exists() and not target.exists():
                with whole_file(target) as temporary:
                    shutil.copyfile(source, temporary)
