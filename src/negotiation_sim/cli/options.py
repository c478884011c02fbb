"""Options that several commands share."""

from __future__ import annotations

import click

set_option = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="PATH=VALUE",
    help="Change one value of the scenario, e.g. --set mediator.skill=0.8; may be repeated.",
)
seed_option = click.option(
    "--seed", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True, help="Seed of all chance."
)
json_option = click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print one JSON document on standard output and nothing else there.",
)
arm_option = click.option("--arm", metavar="NAME", help="Which arm of the scenario's comparison (default: the first).")
language_option = click.option(
    "--lang",
    type=click.Choice(["en", "ru", "kk"]),
    default="en",
    show_default=True,
    help="Language of the texts.",
)


def chosen_arm(arms: dict[str, dict[str, object]], name: str | None) -> str:
    """The name of the arm asked for; the first where none is. Raises click.UsageError with the nearest name."""
    if name is None:
        return next(iter(arms))
    if name in arms:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, arms, 1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    raise click.UsageError(f"There is no arm '{name}' ({', '.join(arms)}).{hint}")
