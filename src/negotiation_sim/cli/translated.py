"""Commands and options whose help is looked up in the reader's language at the moment it is shown."""

from __future__ import annotations

import gettext
from copy import copy
from functools import partial

import click


class TranslatedCommand(click.Command):
    """A command whose help is a message of the catalogue."""

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the reader's language."""
        spoken = copy(self)
        spoken.help = self.help and gettext.gettext(self.help)
        super(TranslatedCommand, spoken).format_help_text(context, formatter)

    def get_help_option(self, context: click.Context) -> click.Option | None:
        """The option `--help`; click looks its help up once and keeps it, whatever the language later."""
        option = super().get_help_option(context)
        if option is not None:
            option.help = gettext.gettext("Show this message and exit.")
        return option


class TranslatedOption(click.Option):
    """An option whose help is a message of the catalogue."""

    def get_help_record(self, context: click.Context) -> tuple[str, str] | None:
        """The two columns of the help."""
        spoken = copy(self)
        spoken.help = self.help and gettext.gettext(self.help)
        return super(TranslatedOption, spoken).get_help_record(context)


option = partial(click.option, cls=TranslatedOption)
