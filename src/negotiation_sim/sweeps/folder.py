"""A results folder: whose it is, that only one sweep writes in it, and the manifest that says how it came about."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from gettext import gettext
from pathlib import Path
from typing import Any

from negotiation_sim.experiments.files import write_whole
from negotiation_sim.experiments.provenance import provenance
from negotiation_sim.rule import source_hash
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.mistakes import ResultsError, SweepError
from negotiation_sim.sweeps.units import WHOLE, Shard

MANIFEST, DESIGN = "manifest.json", "design.csv"
_LOCK = ".lock"
SHARD_PATIENCE = 10.0
"""Seconds that a shard waits for the others to begin."""
UNFINISHED, COMPLETE, INCOMPLETE = "unfinished", "complete", "some points set aside"


@contextmanager
def claimed(folder: Path, experiment: Experiment, shard: Shard = WHOLE) -> Iterator[None]:
    """The folder for this sweep alone: made if it is not there, refused if it belongs to another or is in use.

    The lock goes with the process, however it ends. Shards of one experiment may share a folder with each other, but
    not with a sweep of the whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    owner(folder, experiment)
    with ExitStack() as locks:
        if shard == WHOLE:
            locks.enter_context(_locked(folder / _LOCK))
            for lock in sorted(folder.glob(f"{_LOCK}-*-of-*")):
                locks.enter_context(_locked(lock))
            _sweep_up(folder)
        else:
            # Jobs of an array start together: each waits while another one takes its own lock.
            with _locked(folder / _LOCK, SHARD_PATIENCE):
                locks.enter_context(_locked(folder / f"{_LOCK}-{shard.number}-of-{shard.of}"))
        owner(folder, experiment)
        yield


@contextmanager
def _locked(path: Path, patience: float = 0.0) -> Iterator[None]:
    from filelock import FileLock, Timeout

    holder = path.with_name(path.name.replace(_LOCK, ".holder"))
    try:
        lock = FileLock(path, timeout=patience).acquire()
    except Timeout:
        process, _, host = holder.read_text(encoding="utf-8").partition(" ") if holder.exists() else ("?", "", "?")
        told = gettext(
            "another sweep is at work in {folder} (process {process} on {host}); wait for it, or choose another "
            "folder with --out"
        )
        raise SweepError(told.format(folder=path.parent, process=process, host=host)) from None
    with lock:
        write_whole(holder, f"{os.getpid()} {socket.gethostname()}")
        yield


def _sweep_up(folder: Path) -> None:
    """Take away what a killed process was writing; nobody else is at work here."""
    for path in folder.rglob(".*"):
        if path.is_file() and path.suffix in (".parquet", ".csv", ".json", ".jsonl", ".png", ".svg"):
            path.unlink()


def owner(folder: Path, experiment: Experiment) -> None:
    """Raise SweepError where the folder holds results of something else, and say what is different."""
    if not (folder / MANIFEST).exists():
        return
    try:
        found = read_manifest(folder)
    except ResultsError as error:
        told = gettext("{error}; move the folder away, or choose another with --out")
        raise SweepError(told.format(error=error)) from None
    if found["source_hash"] != source_hash():
        told = gettext(
            "{folder} was made by another version of the program ({there}, this is {here}); its results cannot be "
            "gone on with; choose another folder with --out"
        )
        raise SweepError(told.format(folder=folder, there=found["source_hash"], here=source_hash()))
    if found["experiment_sha256"] != experiment.sha256:
        told = gettext(
            "{folder} holds the results of another experiment ({changed}); nothing was changed; choose another "
            "folder with --out"
        )
        raise SweepError(told.format(folder=folder, changed=_what_differs(folder, found, experiment)))


def _what_differs(folder: Path, found: dict[str, Any], experiment: Experiment) -> str:
    """The parts of the description that are different, as keys of an experiment file."""
    there, here = found["experiment"], json.loads(json.dumps(experiment.canonical()))
    keys = [key for key in ("scenario", "design", "arms", "seed", "store") if there.get(key) != here.get(key)]
    if "design" not in keys and not _has_design_of(folder, experiment):
        keys.append("design")
    return ", ".join(keys) or gettext("a plug-in file")


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a sweep. Raises ResultsError where there is none, or it cannot be read."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ResultsError(
            gettext("{folder} holds no results: there is no manifest.json").format(folder=folder)
        ) from None
    except (ValueError, RecursionError):
        raise ResultsError(gettext("{path} is damaged").format(path=path)) from None
    if not isinstance(manifest, dict) or not manifest.keys() >= _KEYS:
        raise ResultsError(gettext("{folder} holds results that are not those of a sweep").format(folder=folder))
    return manifest


_KEYS = {"experiment", "experiment_sha256", "source_hash", "commands", "status"}


@contextmanager
def finishing(folder: Path) -> Iterator[None]:
    """One process at a time writes manifest and tables, where shards share a folder."""
    from filelock import FileLock

    with FileLock(folder / ".lock-tables"):
        yield


def begin_manifest(folder: Path, experiment: Experiment) -> None:
    """Write design and manifest before anything is played, or note in the manifest that the sweep goes on."""
    if not _has_design_of(folder, experiment):
        write_whole(folder / DESIGN, design_csv(experiment))
    earlier = read_manifest(folder)["commands"] if (folder / MANIFEST).exists() else []
    command = {
        "command": sys.argv,
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "host": socket.gethostname(),
    }
    write_manifest(folder, experiment, {"status": UNFINISHED, "commands": [*earlier, command]})


def write_manifest(folder: Path, experiment: Experiment, state: dict[str, Any]) -> None:
    """Write what the experiment is, with which program it is played, and the state that is given."""
    who = provenance()
    content = {
        **who,
        "experiment_file": experiment.file,
        "experiment_sha256": experiment.sha256,
        "points": len(experiment.points),
        "experiment": experiment.canonical(),
        "plug_in_folder": str(experiment.scenario.folder.resolve()) if experiment.scenario.folder else None,
        "cite": f"negotiation-sim {who['version']}, experiment {experiment.sha256[:12]}, seed {experiment.seed}",
        "repeat": "negotiation-sim sweep with the experiment file; any single run: negotiation-sim watch FOLDER "
        "--point P --arm NAME --run K",
        **state,
    }
    write_whole(folder / MANIFEST, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def design_csv(experiment: Experiment) -> str:
    """The points of the design, one a line: its number, then the value of each factor."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    paths = [factor.path for factor in experiment.factors]
    writer.writerow(["point", *paths])
    for number in range(len(experiment.points)):
        point = experiment.points[number]
        writer.writerow([number, *(_cell(point[path]) for path in paths)])
    return text.getvalue()


def _has_design_of(folder: Path, experiment: Experiment) -> bool:
    """Whether the design in the folder is that of the experiment; it may have been edited since."""
    path = folder / DESIGN
    return path.exists() and path.read_bytes() == design_csv(experiment).encode()


def _cell(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def read_design(folder: Path) -> list[dict[str, object]]:
    """The points that `design_csv` wrote. Raises ResultsError where the file is missing or damaged."""
    try:
        text = (folder / DESIGN).read_text(encoding="utf-8")
        (_, *paths), *rows = csv.reader(io.StringIO(text))
        return [dict(zip(paths, map(_value, cells), strict=True)) for _, *cells in rows]
    except (OSError, ValueError) as error:
        raise ResultsError(gettext("{path} is missing or damaged").format(path=folder / DESIGN)) from error


def _value(cell: str) -> object:
    try:
        return json.loads(cell)
    except ValueError:  # a word
        return cell
