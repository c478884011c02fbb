"""Checks of the term of an agreement."""

from collections.abc import Iterator
from gettext import gettext

from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.problems import Problem


def term_problems(draft: Draft) -> Iterator[Problem]:
    """A term that ends before its first check."""
    months, every = draft.value("term", "months"), draft.value("term", "check_every")
    if not isinstance(months, int | float) or not isinstance(every, int | float):
        return
    if draft.has("term") and every > months:
        where = ("term", "check_every") if draft.has("term", "check_every") else ("term", "months")
        told = gettext(
            "'term.check_every' is {every}: longer than the term of {months} months, so nobody would ever look"
        )
        yield draft.place(*where).problem(told.format(every=f"{every:g}", months=f"{months:g}"))
