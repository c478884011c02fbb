"""`negotiation-sim explain`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiation_sim.cli.compile_notice import announce_compilation
from negotiation_sim.cli.options import (
    arm_option,
    chosen_arm,
    json_option,
    language_option,
    seed_option,
    set_option,
)
from negotiation_sim.cli.right_file import scenario_of
from negotiation_sim.cli.translated import TranslatedCommand, option

if TYPE_CHECKING:
    from negotiation_sim.analysis.why_no_deal import WhyNoDeal
    from negotiation_sim.messages.language import Language

_ = str  # marks help for the message catalogues; it is translated where it is shown
DEFAULT_RUNS = 2000
DEFAULT_RUNS_PLAIN = 100


@click.command(
    "explain",
    cls=TranslatedCommand,
    help=_(
        "Why no deal: replay the runs of CONFIG with one cause removed at a time, under the same luck.\n\n"
        "CONFIG is a scenario file or the name of a shipped case. Shows which failed runs a removal repairs and "
        "which agreed runs it breaks. Causes overlap, so the shares do not add up."
    ),
)
@click.argument("config")
@arm_option
@option("--runs", type=click.IntRange(1, 10_000_000), help=_("Negotiations to explain.  [default: 2000]"))
@seed_option
@set_option
@option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Folder for picture and table.  [default: results/NAME/explain]"),
)
@language_option
@json_option
def command(
    config: str,
    arm: str | None,
    runs: int | None,
    seed: int,
    settings: tuple[str, ...],
    out: Path | None,
    lang: str,
    as_json: bool,
) -> None:
    """`negotiation-sim explain`."""
    from negotiation_sim.experiments.files import output_folder
    from negotiation_sim.messages.language import Language
    from negotiation_sim.rule import HAVE_NUMBA

    scenario = scenario_of(config, settings)
    arm = chosen_arm(scenario.arms, arm)
    folder = out if out is not None else Path("results") / Path(config).stem / "explain"
    if not HAVE_NUMBA and runs is None:
        message = gettext("numba is not installed: {fewer} runs instead of {runs}.")
        click.echo(message.format(fewer=DEFAULT_RUNS_PLAIN, runs=DEFAULT_RUNS), err=True)
    runs = runs or (DEFAULT_RUNS if HAVE_NUMBA else DEFAULT_RUNS_PLAIN)
    language = Language(lang)
    heading, stem = gettext("Why no deal? {scenario}").format(scenario=scenario.title(lang)), "why_no_deal"
    if scenario.compare is not None:
        heading, stem = f"{heading} ({scenario.arm_label(arm, lang)})", stem + re.sub(r"\W+", "_", f" {arm}")
    with output_folder(folder):
        announce_compilation()

        from negotiation_sim.analysis.why_no_deal import explain

        with _progress() as tell:
            why = explain(scenario.with_settings(scenario.arms[arm]), runs, seed, tell)
        files = _written(why, heading, folder, stem, language)
    for name, reason in why.called_back.items():
        message = gettext("'{name}' runs as plain Python, which is slower: {reason}")
        click.echo(message.format(name=name, reason=reason), err=True)
    if as_json:
        played = {"arm": arm, "arm_settings": scenario.arms[arm], "files": [str(path) for path in files]}
        click.echo(json.dumps(played | why.to_dict(), indent=1, ensure_ascii=False))
        return
    _show(why, heading, language)
    for path in files:
        click.echo(gettext("Written: {path}").format(path=path))


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Tells on standard error what is played: a bar on a terminal, otherwise one line for each replay."""
    from negotiation_sim.analysis.why_no_deal import STEPS

    if not sys.stderr.isatty():
        yield lambda what: click.echo(gettext(what), err=True)
        return

    def shown(what: str | None) -> str:
        return gettext(what) if what else ""

    with click.progressbar(length=STEPS, label=gettext("Replays"), file=sys.stderr, item_show_func=shown) as bar:
        yield lambda what: bar.update(1, what)


def _show(why: WhyNoDeal, heading: str, language: Language) -> None:
    from negotiation_sim.analysis.why_no_deal_words import counts, table, what_to_see

    click.echo(heading)
    click.echo(counts(why, language))
    rows = table(why, language)
    for line in ["", *rows, *([""] if rows else []), *what_to_see(why, language)]:
        click.echo(line)


def _written(why: WhyNoDeal, heading: str, folder: Path, stem: str, language: Language) -> list[Path]:
    """Write the picture (PNG and SVG) and the table (CSV), each whole or not at all; the same every time."""
    from negotiation_sim.experiments.files import write_whole
    from negotiation_sim.figures.picture_files import save_picture
    from negotiation_sim.figures.why_no_deal import why_no_deal_axes

    figure = why_no_deal_axes(why, heading, language).get_figure(root=True)
    assert figure is not None
    files = save_picture(figure, folder, stem)
    write_whole(folder / f"{stem}.csv", why.to_csv())
    return [*files.values(), folder / f"{stem}.csv"]
