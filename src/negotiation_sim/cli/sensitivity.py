"""`negotiation-sim sensitivity`."""

from __future__ import annotations

import json
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from negotiation_sim.cli.compile_notice import announce_compilation
from negotiation_sim.cli.options import json_option, language_option
from negotiation_sim.cli.right_file import experiment_of
from negotiation_sim.cli.sweep import out_option, workers_option
from negotiation_sim.cli.sweep_words import cost_in_words, tell_set_aside, teller
from negotiation_sim.cli.translated import TranslatedCommand

if TYPE_CHECKING:
    from negotiation_sim.analysis.intervals import Interval
    from negotiation_sim.analysis.morris_effects import MorrisEffects
    from negotiation_sim.analysis.sobol_indices import SobolIndices
    from negotiation_sim.messages.language import Language

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "sensitivity",
    cls=TranslatedCommand,
    help=_(
        "Which factors of EXPERIMENT matter for the agreement rate: Sobol indices (design kind saltelli) or elementary "
        "effects (morris), each with its interval.\n\n"
        "Plays what is not played yet, as `sweep` does. Beside the indices stands what half of the runs give: where "
        "the two differ, there are too few runs at each point."
    ),
)
@click.argument("experiment_file", metavar="EXPERIMENT")
@out_option
@workers_option
@json_option
@language_option
def command(experiment_file: str, out: Path | None, workers: int | None, as_json: bool, lang: str) -> int:
    """`negotiation-sim sensitivity`."""
    from negotiation_sim.engine.executor import processors
    from negotiation_sim.messages.language import Language
    from negotiation_sim.sweeps.cost import cost_of
    from negotiation_sim.sweeps.indices import indices_of, require_indices
    from negotiation_sim.sweeps.results import load_results
    from negotiation_sim.sweeps.runner import Crew
    from negotiation_sim.sweeps.sweeping import default_folder, sweep_into

    experiment = experiment_of(experiment_file)
    require_indices(experiment)
    language = Language(lang)
    folder = out if out is not None else default_folder(experiment)
    announce_compilation()
    for line in cost_in_words(cost_of(experiment), workers or processors(), language):
        click.echo(line, err=True)
    outcome = sweep_into(experiment, folder, Crew(workers), tell=teller(language), language=language)
    if outcome.set_aside:
        tell_set_aside(experiment, outcome)
        click.echo(gettext("Without these points there are no indices."), err=True)
        return 1
    results = load_results(folder)
    found = {arm: indices_of(results, arm) for arm in experiment.arms}
    if as_json:
        document = {arm: {**indices_document(indices)} for arm, indices in found.items()}
        click.echo(json.dumps({"experiment": experiment.title(), "arms": document}, indent=1, ensure_ascii=False))
    else:
        click.echo(experiment.title(lang))
        for arm, indices in found.items():
            for line in ["", experiment.arm_label(arm, lang), *indices_table(indices, language)]:
                click.echo(line)
            click.echo(indices.verdict.reason)
        for path in outcome.pictures:
            click.echo(gettext("Written: {path}").format(path=path))
    return 0


def indices_table(indices: SobolIndices | MorrisEffects, language: Language) -> list[str]:
    """Lines of a table, the strongest factor first."""
    from negotiation_sim.analysis.sobol_indices import SobolIndices
    from negotiation_sim.experiments.axis_words import axis_name
    from negotiation_sim.experiments.text_table import aligned

    def shown(interval: Interval) -> list[str]:
        low, high = (language.numbers.decimal(bound or 0.0, 2) for bound in (interval.low, interval.high))
        # NOTE: an interval in a narrow column, such as "0.12 to 0.18"
        return [language.numbers.decimal(interval.value, 2), gettext("{low} to {high}").format(low=low, high=high)]

    def half(values: tuple[float, ...] | None, number: int) -> str:
        return "-" if values is None else language.numbers.decimal(values[number], 2)

    level = language.numbers.percent(0.95)
    order = range(len(indices.factors))
    rows: list[list[str]]
    if isinstance(indices, SobolIndices):
        # NOTE: heads of a table of Sobol indices: alone; with others; the index from half of the runs
        rows = [[gettext("factor"), gettext("first"), level, gettext("half"), gettext("total"), level, gettext("half")]]
        for k in sorted(order, key=lambda k: -indices.total[k].value):
            first = [*shown(indices.first[k]), half(indices.half_first, k)]
            total = [*shown(indices.total[k]), half(indices.half_total, k)]
            rows.append([axis_name(indices.factors[k], language), *first, *total])
        return aligned(rows)
    # NOTE: heads of a table of elementary effects: mean absolute effect; the same from half of the runs; mean; spread
    rows = [[gettext("factor"), gettext("strength"), level, gettext("half"), gettext("mean"), gettext("spread")]]
    for k in sorted(order, key=lambda k: -indices.strength[k].value):
        ends = (language.numbers.signed(indices.mean[k], 2), language.numbers.decimal(indices.spread[k], 2))
        cells = [*shown(indices.strength[k]), half(indices.half_strength, k), *ends]
        rows.append([axis_name(indices.factors[k], language), *cells])
    return aligned(rows)


def indices_document(indices: SobolIndices | MorrisEffects) -> dict[str, Any]:
    """The indices as a JSON document, with the verdict on the number of runs."""
    from dataclasses import asdict

    from negotiation_sim.analysis.intervals import Interval

    is_enough, reason = indices.verdict
    content = {
        key: [value._asdict() if isinstance(value, Interval) else value for value in values]
        if isinstance(values, tuple)
        else values
        for key, values in asdict(indices).items()
    }
    return {**content, "enough_runs": is_enough, "reason": reason}
