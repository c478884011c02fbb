"""The words for how the talks ended."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.ending import Ended, Gap, MissedDeal, Result
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
        _, names = self._messages.gettext, self._names
        yes = sum(result.answer == "yes" for result in move.results)
        yield _("Agreement in round {round} on the offer by {party}: {yes} of {total} said yes.").format(
            round=move.rounds, party=names.party(move.speaker or ""), yes=yes, total=len(move.results)
        )
        yield _("What was signed. {package}.").format(package=names.package(move.package or {}))
        for result in move.results:
            yield self._gain(result)

    def _gain(self, result: Result) -> str:
        _, names = self._messages.gettext, self._names
        if result.worth >= result.reservation:
            message = _("{party} got {worth}, {difference} more than no deal ({reservation}).")
        else:
            message = _("{party} got {worth}, {difference} less than no deal ({reservation}).")
        worth, reservation, difference = names.compared(result.worth, result.reservation)
        return message.format(
            party=names.party(result.party), worth=worth, difference=difference, reservation=reservation
        )

    def _no_deal(self, move: Ended) -> Iterator[str]:
        yield self._reason(move)
        yield self._demands(move)
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
            "No agreement: time was up after {n} round.",
            "No agreement: time was up after {n} rounds.",
            move.rounds,
        )
        return message.format(n=move.rounds)

    def _demands(self, move: Ended) -> str:
        _, shortfall = self._messages.gettext, move.shortfall or 0.0
        demands = self._worths({result.party: result.demand for result in move.results})
        if shortfall <= 0.0:
            message = _("Demands at the end: {demands}; they could have been met together.")
        else:
            message = _(
                "Demands at the end: {demands}; too much for any package: the best leaves somebody {short} short."
            )
        return message.format(demands=demands, short=self._names.distance(shortfall))

    def _worths(self, worths: dict[str, float]) -> str:
        # NOTE: a side and a worth on the scale from 0 to 1, such as "Government 0.71"
        one = self._messages.gettext("{party} {worth}")
        return self._names.row(
            one.format(party=self._names.party(party), worth=self._names.number(worth))
            for party, worth in worths.items()
        )

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
        _, names = self._messages.gettext, self._names
        if missed is None and searched_all:
            return _("No package was better than no deal for every side: there was nothing to agree on.")
        if missed is None:
            return _("Of the packages looked at, none was better than no deal for every side.")
        return _("A deal better for all than none was possible. {package}. Worth: {worths}.").format(
            package=names.package(missed.package), worths=self._worths(missed.worth)
        )
