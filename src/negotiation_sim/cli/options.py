"""Options that several commands share."""

from __future__ import annotations

from functools import partial
from gettext import gettext

import click

from negotiation_sim.cli.translated import option
from negotiation_sim.messages import LANGUAGES

_ = str  # marks help for the message catalogues; it is translated where it is shown

set_option = option(
    "--set",
    "settings",
    multiple=True,
    metavar="PATH=VALUE",
    help=_("Change one value of the scenario, e.g. --set mediator.skill=0.8; may be repeated."),
)
seed_option = option(
    "--seed", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True, help=_("Seed of all chance.")
)
json_option = option(
    "--json",
    "as_json",
    is_flag=True,
    help=_("Print one JSON document on standard output and nothing else there."),
)
arm_option = option("--arm", metavar="NAME", help=_("Which arm of the scenario's comparison (default: the first)."))


def _language_of_the_call() -> str:
    """What `negotiation-sim --lang` or the environment says."""
    lang: str = click.get_current_context().find_root().params.get("lang") or "en"
    return lang


_language = partial(
    option,
    "--lang",
    type=click.Choice(LANGUAGES),
    default=_language_of_the_call,
    help=_("Language of the texts.  [default: NEGOTIATION_SIM_LANG, else en]"),
)
language_option = _language()
own_words_option = _language(expose_value=False)
"""For commands that say nothing but words of the command line, which `speaking` puts into the language."""


def chosen_arm(arms: dict[str, dict[str, object]], name: str | None) -> str:
    """The name of the arm asked for; the first where none is. Raises click.UsageError with the nearest name."""
    if name is None:
        return next(iter(arms))
    if name in arms:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, arms, 1)
    message = gettext("There is no arm '{name}' ({arms}).").format(name=name, arms=", ".join(arms))
    hint = " " + gettext("Did you mean '{name}'?").format(name=near[0]) if near else ""
    raise click.UsageError(message + hint)
