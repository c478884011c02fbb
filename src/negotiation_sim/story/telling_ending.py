"""The words for how the talks ended."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.moves import Ended, Gap, MissedDeal, Result
from negotiation_sim.story.naming import Names


class EndingNarrator:
    """Says what each side got, or why there was no deal; one line a sentence."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def ended(self, move: Ended) -> str:
        """The whole ending."""
        return "\n".join(self._deal(move) if move.ending == "agreement" else self._no_deal(move))

    def _deal(self, move: Ended) -> Iterator[str]:
        say, names = self._messages.gettext, self._names
        yes = sum(result.answer == "yes" for result in move.results)
        yield say("Agreement in round {round} on the offer by {party}: {yes} of {total} said yes.").format(
            round=move.rounds, party=names.party(move.speaker or ""), yes=yes, total=len(move.results)
        )
        yield say("Signed: {package}.").format(package=names.package(move.package or {}))
        for result in move.results:
            yield self._gain(result)

    def _gain(self, result: Result) -> str:
        say, names = self._messages.gettext, self._names
        worth, reservation = names.apart(result.worth, result.reservation)
        if result.worth >= result.reservation:
            message = say("{party} got {worth}, {difference} more than no deal ({reservation}).")
        else:
            message = say("{party} got {worth}, {difference} less than no deal ({reservation}).")
        return message.format(
            party=names.party(result.party),
            worth=worth,
            difference=names.number(abs(result.worth - result.reservation)),
            reservation=reservation,
        )

    def _no_deal(self, move: Ended) -> Iterator[str]:
        yield self._reason(move)
        for result in move.results:
            yield self._distance(result)
        if move.gap:
            yield self._gap(move.gap)
        if move.lost_deals:
            message = self._messages.ngettext(
                "In {n} round an offer would have been signed, had everybody taken it as written.",
                "In {n} rounds an offer would have been signed, had everybody taken it as written.",
                move.lost_deals,
            )
            yield message.format(n=move.lost_deals)
        yield self._possible(move.missed, move.searched_all)

    def _reason(self, move: Ended) -> str:
        if move.ending == "walk_away":
            message = self._messages.ngettext(
                "No agreement: {parties} walked away in round {n}, and too few were left to sign.",
                "No agreement: {parties} walked away by round {n}, and too few were left to sign.",
                len(move.left),
            )
            return message.format(parties=self._names.parties(move.left), n=move.rounds)
        message = self._messages.ngettext(
            "No agreement: time was up after {n} round.", "No agreement: time was up after {n} rounds.", move.rounds
        )
        return message.format(n=move.rounds)

    def _distance(self, result: Result) -> str:
        say, names = self._messages.gettext, self._names
        if result.heard is None or result.written is None:
            message = say("{party} demanded {demand} at the end and heard no offer.")
            return message.format(party=names.party(result.party), demand=names.number(result.demand))
        demand, heard, written = names.apart(result.demand, result.heard, result.written)
        message = say(
            "{party} demanded {demand} at the end; the best last offer seemed worth {heard} and was worth {written}."
        )
        return message.format(party=names.party(result.party), demand=demand, heard=heard, written=written)

    def _gap(self, gap: Gap) -> str:
        message = self._messages.gettext(
            "Furthest apart: {issue}, where {party} asked {option} and {party2} {option2}."
        )
        return message.format(
            issue=self._names.issue(gap.issue),
            party=self._names.party(gap.party),
            option=self._names.bare_option(gap.issue, gap.option),
            party2=self._names.party(gap.other),
            option2=self._names.option(gap.issue, gap.other_option),
        )

    def _possible(self, missed: MissedDeal | None, searched_all: bool) -> str:
        say, names = self._messages.gettext, self._names
        if missed is None and searched_all:
            return say("No package was better than no deal for every side: there was nothing to agree on.")
        if missed is None:
            return say("Of the packages looked at, none was better than no deal for every side.")
        # NOTE: a side and what a package is worth to it, such as "Government 0.71"
        one = say("{party} {worth}")
        worths = (
            one.format(party=names.party(party), worth=names.number(worth))
            for party, worth in missed.worth.items()
        )
        return say("A deal better for all than none was possible: {package}. Worth: {worths}.").format(
            package=names.package(missed.package), worths=names.row(worths)
        )
