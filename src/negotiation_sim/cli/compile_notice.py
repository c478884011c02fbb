"""A word to the waiting user when the model has yet to be compiled."""

from __future__ import annotations

import click


def announce_compilation() -> None:
    """Say on standard error why this run takes longer, when no compiled kernel lies on disk."""
    from negotiation_sim.rule import HAVE_NUMBA

    if not HAVE_NUMBA:
        return
    from negotiation_sim.rule import CACHE_FOLDER

    if not any(CACHE_FOLDER.rglob("kernel*.nbi")):
        click.echo(
            "First run on this computer: compiling the model, up to a minute; later runs start at once.",
            err=True,
        )
