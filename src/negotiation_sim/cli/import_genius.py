"""`negotiation-sim import-genius`."""

from __future__ import annotations

from gettext import gettext
from pathlib import Path

import click

from negotiation_sim.cli.options import own_words_option
from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FEWEST, _MOST = 2, 8


@click.command(
    "import-genius",
    cls=TranslatedCommand,
    help=_(
        "Make a scenario of a domain of Genius and of one preference profile a party, in XML.\n\n"
        "The parties are in the order of the profiles, and named after these files or by --roles. Their values are "
        "those of Genius to the last digit."
    ),
)
@click.argument("domain", metavar="DOMAIN.xml", type=_FILE)
@click.argument("profiles", metavar="PROFILE.xml...", nargs=-1, required=True, type=_FILE)
@option("-o", "--out", metavar="FILE.yaml", required=True, type=click.Path(dir_okay=False, path_type=Path),
        help=_("The scenario file to write."))  # fmt: skip
@option("--roles", metavar="A,B,...", help=_("Names of the parties, as many as profiles."))
@option("--deadline", type=click.IntRange(2, 500), default=50, show_default=True, help=_("Rounds of the negotiation."))
@option("--force", is_flag=True, help=_("Write over a file that is there."))
@own_words_option
def command(domain: Path, profiles: tuple[Path, ...], out: Path, roles: str | None, deadline: int, force: bool) -> None:
    """`negotiation-sim import-genius`."""
    from negotiation_sim.experiments.files import write_whole
    from negotiation_sim.interop.genius.importing import read_genius
    from negotiation_sim.interop.genius.scenario_text import scenario_text
    from negotiation_sim.scenario.loading import scenario_of_text

    if not _FEWEST <= len(profiles) <= _MOST:
        told = gettext("{count} profiles; a scenario has {fewest} to {most} parties, with one profile each")
        raise click.UsageError(told.format(count=len(profiles), fewest=_FEWEST, most=_MOST))
    names = _names(roles, len(profiles))
    if out.exists() and not force:
        told = gettext("{files} would be overwritten; name another file, or add --force")
        raise click.UsageError(told.format(files=out))
    imported = read_genius(domain, profiles, names)
    text = scenario_text(imported, deadline)
    scenario_of_text(str(out), text)
    write_whole(out, text)
    for party in imported.parties:
        for remark in party.profile.remarks:
            click.echo(f"{party.file.name}: {remark}", err=True)
    click.echo(gettext("Written: {path}. Try next:").format(path=out))
    click.echo(f"  negotiation-sim run {_typed(out)}")
    click.echo(f"  negotiation-sim watch {_typed(out)} --run 1")


def _names(roles: str | None, count: int) -> list[str]:
    """The names of --roles. Raises click.BadParameter where they cannot name the parties."""
    if roles is None:
        return []
    import re

    names = [name.strip() for name in roles.split(",")]
    wrong = [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", name)]
    if wrong:
        told = gettext("{name} cannot name a party; allowed: small Latin letters, digits and _, a letter first")
        raise click.BadParameter(told.format(name=repr(wrong[0])), param_hint="'--roles'")
    if len(names) != count or len(set(names)) != count:
        told = gettext("{given} for {count} profiles; needed is a different name for each")
        raise click.BadParameter(told.format(given=roles, count=count), param_hint="'--roles'")
    return names


def _typed(path: Path) -> str:
    """The path as one types it on any system."""
    return f'"{path}"' if " " in str(path) else str(path)
