"""A word to the waiting user when the model has yet to be compiled, and a second processor put to work on it."""

from __future__ import annotations

import subprocess
import sys
from gettext import gettext

import click


def announce_compilation() -> None:
    """Say on standard error why this run takes longer, when no compiled kernel lies on disk.

    While this process compiles the kernel, another one compiles the shipped rules into the same cache; if it fails,
    this process compiles them itself.
    """
    from negotiation_sim.rule import HAVE_NUMBA

    if not HAVE_NUMBA:
        return
    from negotiation_sim.rule import CACHE_FOLDER

    if any(CACHE_FOLDER.rglob("kernel*.nbi")):
        return
    message = gettext("First run on this computer: compiling the model, up to a minute; later runs start at once.")
    click.echo(message, err=True)
    subprocess.Popen(
        [sys.executable, "-m", "negotiation_sim.engine.warm_up"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
