"""`negotiation-sim merge`."""

from __future__ import annotations

from gettext import gettext
from pathlib import Path

import click

from negotiation_sim.cli.options import language_option
from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown


@click.command(
    "merge",
    cls=TranslatedCommand,
    help=_(
        "Bring the shards of a sweep, played in folders of their own, into one folder, and write its tables.\n\n"
        "Shards that were played in one folder need no merging."
    ),
)
@click.argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help=_("Folder for the whole."))
@language_option
def command(folders: tuple[Path, ...], out: Path, lang: str) -> None:
    """`negotiation-sim merge`."""
    from negotiation_sim.figures.drawing import draw_all
    from negotiation_sim.messages.language import Language
    from negotiation_sim.sweeps.merging import merge
    from negotiation_sim.sweeps.results import load_results

    merge(folders, out)
    pictures = draw_all(load_results(out), Language(lang))
    for name in ("summary.csv", "differences.csv", "manifest.json", *pictures):
        click.echo(gettext("Written: {path}").format(path=out / name))
