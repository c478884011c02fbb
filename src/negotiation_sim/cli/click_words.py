"""What click itself says here, listed so that the catalogues hold it; click finds its words through gettext."""

from __future__ import annotations


def _(message: str) -> str:
    """Mark a message for the catalogues."""
    return message


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Mark a message that counts."""
    return one, many


WORDS = (
    _("Usage:"),
    _("Options"),
    _("Show this message and exit."),
    _("Show the version and exit."),
    _("default: {default}"),
    _("required"),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Missing argument"),
    _("Missing option"),
    _("Missing command."),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("No such option {name!r}."),
    _("Option {name!r} does not take a value."),
    _("{value!r} is not a valid {number_type}."),
    _("{value} is not in the range {range}."),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)
