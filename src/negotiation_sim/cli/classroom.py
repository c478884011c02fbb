"""`negotiation-sim classroom`."""

from __future__ import annotations

from gettext import gettext

import click

from negotiation_sim.cli.options import language_option
from negotiation_sim.cli.translated import TranslatedCommand, option

_ = str  # marks help for the message catalogues; it is translated where it is shown
_LIBRARIES = ("starlette", "uvicorn", "websockets", "segno")


@click.command(
    "classroom",
    cls=TranslatedCommand,
    help=_(
        "Serve the classroom to browsers: demonstrations, role-play by phone, debrief. Needs no internet.\n\n"
        "Only this computer can open it, unless --lan or --host says otherwise."
    ),
)
@option("--host", metavar="ADDRESS", help=_("Listen at one address of this computer.  [default: 127.0.0.1]"))
@option("--lan", is_flag=True, help=_("Let all devices of the local network in; the trainer is asked for a PIN."))
@option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help=_("Port of the server."))
@option(
    "--db",
    metavar="FILE",
    default="classroom.sqlite",
    show_default=True,
    help=_("Where sessions are kept, also for the next start; :memory: keeps nothing."),
)
@option("--pin", metavar="PIN", help=_("PIN of the trainer.  [default: none here, six random digits for others]"))
@option("--open/--no-open", "open_browser", default=False, help=_("Open the page in the browser of this computer."))
@language_option
def command(host: str | None, lan: bool, port: int, db: str, pin: str | None, open_browser: bool, lang: str) -> None:
    """`negotiation-sim classroom`."""
    from negotiation_sim.analysis.missing_library import needed

    if lan and host is not None:
        raise click.UsageError(gettext("--lan listens at all addresses: leave --host out"))
    if pin is not None and not 4 <= len(pin) <= 64:
        raise click.UsageError(gettext("--pin must have 4 to 64 characters"))
    for library in _LIBRARIES:
        needed(library, library, "web")

    from negotiation_sim.classroom.server.classroom import Setup
    from negotiation_sim.classroom.server.own_addresses import is_loopback
    from negotiation_sim.classroom.server.serving import PortError, serve
    from negotiation_sim.classroom.server.store import StoreError
    from negotiation_sim.classroom.server.tokens import new_pin

    where = "0.0.0.0" if lan else host or "127.0.0.1"
    if pin is None and not is_loopback(where):
        pin = new_pin()
    try:
        serve(Setup(where, port, lang, pin), db, click.echo, open_browser=open_browser)
    except (PortError, StoreError) as error:
        raise _CannotServe(str(error)) from None


class _CannotServe(click.ClickException):
    """The port or the file cannot be used."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """One line, as it is."""
        click.echo(self.message, err=True)
