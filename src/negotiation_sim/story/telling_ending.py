"""The words for how the talks ended."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.ending import Ended, Gap, MissedDeal
from negotiation_sim.story.naming import Names
from negotiation_sim.story.telling_results import ResultNarrator


class EndingNarrator:
    """Says what each side got, or why there was no deal; one line a sentence."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names
        self._results = ResultNarrator(messages, names)

    def ended(self, move: Ended) -> str:
        """The whole ending, and what became of what was signed."""
        told = {"agreement": self._deal, "award": self._award, "partial": self._part}.get(move.ending, self._no_deal)
        return "\n".join([*told(move), *self._results.term(move)])

    def _deal(self, move: Ended) -> Iterator[str]:
        _, names = self._messages.gettext, self._names
        yes = sum(result.answer == "yes" for result in move.results)
        message = _("Agreement in round {round} on the offer by {party}: {yes} of {total} said yes.")
        if move.stage:
            message = _("Agreement on day {day}, {stage}, on the offer by {party}: {yes} of {total} said yes.")
        yield message.format(
            round=move.rounds,
            day=move.days,
            stage=names.stage(move.stage) if move.stage else "",
            party=names.party(move.speaker or ""),
            yes=yes,
            total=len(move.seats) if move.stage else len(move.results),
        )
        yield _("What was signed. {package}.").format(package=names.package(move.package or {}))
        yield from self._results.against_no_deal(move)

    def _award(self, move: Ended) -> Iterator[str]:
        message = self._messages.gettext("The decision ends the dispute on day {day}, {stage}.")
        yield message.format(day=move.days, stage=self._names.stage(move.stage or ""))
        yield from self._results.against_no_deal(move)

    def _part(self, move: Ended) -> Iterator[str]:
        _, names = self._messages.gettext, self._names
        yield _("No full agreement, but a part is signed. {package}.").format(package=names.package(move.package or {}))
        yield self._protocol(move)
        if move.gap:
            yield self._gap(move.gap)
        yield from self._results.against_no_deal(move)

    def _protocol(self, move: Ended) -> str:
        issues = self._names.phrases(map(self._names.issue, move.open_issues))
        return self._messages.gettext("Into the protocol of disagreements: {issues}.").format(issues=issues)

    def _no_deal(self, move: Ended) -> Iterator[str]:
        yield self._reason(move)
        if move.ending == "protocol_only":
            yield self._protocol(move)
        if move.rounds:
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
        if move.unfound:
            message = self._messages.gettext("Nobody thought of: {options}.")
            yield message.format(options=self._names.phrases(map(self._names.issue, move.unfound)))
        yield from self._results.left_with(move)

    def _reason(self, move: Ended) -> str:
        _ = self._messages.gettext
        if move.rounds == 0:
            return _("No agreement: the talks never began.")
        if move.ending == "protocol_only":
            return _("No agreement: the offers did not meet on any issue that could be signed.")
        if move.ending == "walk_away":
            message = self._messages.ngettext(
                "No agreement: {parties} walked away in round {n}, and too few were left to sign.",
                "No agreement: {parties} walked away by round {n}, and too few were left to sign.",
                len(move.left),
            )
            return message.format(parties=self._names.parties(move.left), n=move.rounds)
        if move.stage:
            message = self._messages.ngettext(
                "No agreement: the last stage is over, {n} working day after the start.",
                "No agreement: the last stage is over, {n} working days after the start.",
                move.days,
            )
            return message.format(n=move.days)
        message = self._messages.ngettext(
            "No agreement: time was up after {n} round.",
            "No agreement: time was up after {n} rounds.",
            move.rounds,
        )
        return message.format(n=move.rounds)

    def _demands(self, move: Ended) -> str:
        _, shortfall = self._messages.gettext, move.shortfall or 0.0
        demands = self._names.worths(
            {result.party: result.demand for result in move.results if result.party in move.seats}
        )
        if shortfall <= 0.0:
            message = _("Demands at the end: {demands}; they could have been met together.")
        else:
            message = _(
                "Demands at the end: {demands}; too much for any package: the best leaves somebody {short} short."
            )
        return message.format(demands=demands, short=self._names.distance(shortfall))

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
            package=names.package(missed.package), worths=names.worths(missed.worth)
        )
