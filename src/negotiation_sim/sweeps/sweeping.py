"""`sweep`: from an experiment file to a results folder with tables and pictures."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext
from pathlib import Path

from negotiation_sim.messages.language import ENGLISH, Language
from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.folder import UNFINISHED
from negotiation_sim.sweeps.loading import load_experiment
from negotiation_sim.sweeps.mistakes import SweepError
from negotiation_sim.sweeps.results import Results, load_results
from negotiation_sim.sweeps.runner import ALL_PROCESSORS, Crew, Outcome, Teller, play
from negotiation_sim.sweeps.traces import write_traces
from negotiation_sim.sweeps.units import WHOLE, Shard


def sweep(experiment: str | Path | Experiment, out: str | Path | None = None, workers: int | None = None) -> Results:
    """Play an experiment into the folder `out` (default: results/ and the name of the file), and read the results.

    Goes on where an earlier call was broken off. `workers`: how many play at once (default: all processors); the
    results do not depend on it. Raises ScenarioError for mistakes in the file, and SweepError where the folder cannot
    be used or units had to be set aside: the tables of all other points are written then.
    """
    loaded = experiment if isinstance(experiment, Experiment) else load_experiment(experiment)
    folder = Path(out) if out is not None else default_folder(loaded)
    outcome = sweep_into(loaded, folder, Crew(workers))
    if outcome.set_aside:
        unit, reason = next(iter(outcome.set_aside.items()))
        told = gettext("point {point} was set aside: {reason}").format(point=unit.point, reason=reason)
        raise SweepError(told)
    return load_results(folder)


def default_folder(experiment: Experiment) -> Path:
    """Where results go if nothing is said."""
    return Path("results") / Path(experiment.file).stem


def sweep_into(
    experiment: Experiment,
    folder: Path,
    crew: Crew = ALL_PROCESSORS,
    shard: Shard = WHOLE,
    tell: Teller = lambda progress: None,
    language: Language = ENGLISH,
    pictures: bool = True,
) -> Outcome:
    """Play an experiment, or a shard of it, into a folder; tables, stories and pictures follow when all is there."""
    from negotiation_sim.figures.drawing import draw_all

    outcome = play(experiment, folder, crew, shard, tell)
    if outcome.status == UNFINISHED:
        return outcome
    results = load_results(folder)
    if results.summary.empty:  # every point was set aside
        return outcome
    if experiment.store == "traces":
        write_traces(results)
    files = draw_all(results, language) if pictures else {}
    return replace(outcome, pictures=tuple(files.values()))
