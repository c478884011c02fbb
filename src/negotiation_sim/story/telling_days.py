"""The words for days without work, options found, payments, awards and the next talks."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.award import Awarded
from negotiation_sim.story.finding import Found, Paid
from negotiation_sim.story.naming import Names
from negotiation_sim.story.series import NextTalks
from negotiation_sim.story.stoppage import StoppageDay, Toll


class DayNarrator:
    """Says what happens beside the offers and changes what they are worth."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def stoppage_day(self, move: StoppageDay) -> str:
        """What the stoppage has cost so far; one line a side."""
        message = self._messages.ngettext(
            "Work has been stopped for {n} day.", "Work has been stopped for {n} days.", move.days
        )
        return "\n".join([message.format(n=move.days), *map(self._toll, move.tolls)])

    def _toll(self, toll: Toll) -> str:
        _, names = self._messages.gettext, self._names
        message = _("{party}: {cost} paid for it; no deal is still worth {reservation}.")
        if toll.believed > toll.reservation:
            message = _(
                "{party}: {cost} paid for it; no deal is still worth {reservation}, in that side's belief {believed}."
            )
        reservation, believed = names.apart(toll.reservation, toll.believed)
        told = message.format(
            party=names.party(toll.party), cost=names.distance(toll.cost), reservation=reservation, believed=believed
        )
        if 2.0 * toll.fund_used < toll.fund:
            return told
        left = self._messages.ngettext(
            "Strike fund: {left} of {n} day left.", "Strike fund: {left} of {n} days left.", toll.fund
        )
        return f"{told} {left.format(left=max(0, round(toll.fund - toll.fund_used)), n=toll.fund)}"

    def found(self, move: Found) -> str:
        """Who thought of what, and what it would give to whom."""
        _, names = self._messages.gettext, self._names
        message = _("{party} thought of something new: {option}. In a deal it would add: {gains}.")
        return message.format(
            party=names.party(move.finder), option=names.issue(move.option), gains=names.gains(move.adds)
        )

    def paid(self, move: Paid) -> str:
        """Who pays whom so that the deal can be signed."""
        message = self._messages.gettext("{party} adds payments so that others can sign: {payments}; price {price}.")
        return message.format(
            party=self._names.party(move.payer),
            payments=self._names.worths(move.payments),
            price=self._names.distance(move.price),
        )

    def awarded(self, move: Awarded) -> str:
        """The decision, what it is worth to each side, and whether it is carried out; one line each."""
        return "\n".join([self._decision(move), *self._consequence(move)])

    def _decision(self, move: Awarded) -> str:
        _, names = self._messages.gettext, self._names
        if move.chosen is None:
            message = _("{stage}: the decision. {package}. Worth: {worths}.")
        else:
            message = _("{stage}: the decision is the last offer by {party}. {package}. Worth: {worths}.")
        return message.format(
            stage=names.stage(move.stage),
            party=names.party(move.chosen) if move.chosen else "",
            package=names.package(move.package),
            worths=names.worths(move.worth),
        )

    def _consequence(self, move: Awarded) -> Iterator[str]:
        if move.refused_by:
            message = self._messages.ngettext(
                "It is not carried out: {parties} would have more without a deal, so it believes.",
                "It is not carried out: {parties} would have more without a deal, so they believe.",
                len(move.refused_by),
            )
            yield message.format(parties=self._names.parties(move.refused_by))
        elif move.enforcement < 1.0:
            yield self._messages.gettext("The sides carry it out.")

    def next_talks(self, move: NextTalks) -> str:
        """Which talks of the series, with how much trust they begin, and what no deal is worth now."""
        _, names = self._messages.gettext, self._names
        return _(
            "The same sides meet again, talks {number} of {total}. Trust in each at first: {trust}. No deal is worth "
            "now: {worths}."
        ).format(
            number=move.number, total=move.total, trust=names.worths(move.trust), worths=names.worths(move.reservation)
        )
