"""The words for what each side is left with, and for the term of what was signed."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.ending import Ended, Result
from negotiation_sim.story.naming import Names


class ResultNarrator:
    """Says what the ending is worth, stoppages and payments counted, and whether it was kept."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def against_no_deal(self, move: Ended) -> Iterator[str]:
        """What each side got, beside what it would have had without a deal."""
        _, names = self._messages.gettext, self._names
        for result in move.results:
            if result.worth >= result.reservation:
                message = _("{party} got {worth}, {difference} more than no deal ({reservation}).")
            else:
                message = _("{party} got {worth}, {difference} less than no deal ({reservation}).")
            worth, reservation, difference = names.compared(result.worth, result.reservation)
            told = message.format(
                party=names.party(result.party), worth=worth, difference=difference, reservation=reservation
            )
            yield " ".join([told, *self._counted_in(result)])

    def _counted_in(self, result: Result) -> Iterator[str]:
        _, distance = self._messages.gettext, self._names.distance
        if result.stoppage_cost > 0.0:
            yield _("The stoppage took {cost} of it.").format(cost=distance(result.stoppage_cost))
        if result.payment > 0.0:
            yield _("A payment is {payment} of it.").format(payment=distance(result.payment))
        if result.payment < 0.0:
            yield _("The payments took {payment} of it.").format(payment=distance(-result.payment))

    def left_with(self, move: Ended) -> Iterator[str]:
        """What each side has without a deal, and what stoppages cost it."""
        _, names = self._messages.gettext, self._names
        worths = names.worths({result.party: result.worth for result in move.results})
        yield _("The sides are left with: {worths}.").format(worths=worths)
        costs = {result.party: result.stoppage_cost for result in move.results if result.stoppage_cost > 0.0}
        if costs:
            yield _("Taken by the stoppage: {costs}.").format(costs=names.worths(costs))

    def term(self, move: Ended) -> Iterator[str]:
        """How often what was signed was kept and broken, and what that did to trust."""
        if move.term is None:
            return
        _, names, term = self._messages.gettext, self._names, move.term
        message = self._messages.ngettext(
            "Its term: {n} month. Looked at on the way, it was kept: {kept}, broken: {broken}.",
            "Its term: {n} months. Looked at on the way, it was kept: {kept}, broken: {broken}.",
            term.months,
        )
        told = [message.format(n=term.months, kept=term.kept, broken=term.broken)]
        if not term.monitored and term.broken:
            told.append(_("Nobody monitored it, so breaches came out only by chance."))
        yield " ".join(told)
        # NOTE: how far the others trust a side, such as "Government 0.45 → 0.38"
        one = _("{party} {before} → {after}")
        rows = []
        for role, trust in term.trust.items():
            if trust != term.trust_before[role]:
                before, after = names.apart(term.trust_before[role], trust)
                rows.append(one.format(party=names.party(role), before=before, after=after))
        if rows:
            yield _("How far the others trust a side after it: {trust}.").format(trust=names.row(rows))
