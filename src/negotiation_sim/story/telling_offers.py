"""The words for offers and answers."""

from __future__ import annotations

from gettext import NullTranslations

from negotiation_sim.story.moves import Answered, Offered, Refused
from negotiation_sim.story.naming import Names

MOST_ISSUES = 2
"""So many issues are named in a sentence about what was misheard; the rest are counted."""


class OfferNarrator:
    """Says what was offered, what was heard, and why the answer was yes or no."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def offered(self, move: Offered) -> str:
        """The whole package at first, later what is new in it."""
        say, names = self._messages.gettext, self._names
        if move.changes is None:
            message = say("Round {round}, first offer by {party}: {package}.")
        elif move.changes:
            message = say("Round {round}, offer by {party}: {changes}.")
        else:
            message = say("Round {round}, offer by {party}: the same as before.")
        return message.format(
            round=move.round,
            party=names.party(move.speaker),
            package=names.package(move.package),
            changes=self._changes(move),
        )

    def answered(self, move: Answered) -> str:
        """The answer with its reason."""
        message, numbers = self._answer(move)
        shown = self._names.apart(*(getattr(move, number) for number in numbers))
        return message.format(
            party=self._names.party(move.party),
            party2=self._names.party(move.speaker),
            misheard=self._misheard(move),
            **dict(zip(numbers, shown, strict=True)),
        )

    def _answer(self, move: Answered) -> tuple[str, tuple[str, ...]]:
        say = self._messages.gettext
        if move.reason == "yes":
            message = say("{party} said yes: worth {worth} as understood, demand {demand}.")
            return message, ("worth", "demand")
        if move.reason == "withdrew":
            message = say(
                "{party} said yes to what seemed worth {worth} (demand {demand}), then read the text, worth "
                "{written}, and withdrew. Heard: {misheard}."
            )
            if not move.misheard:
                message = say(
                    "{party} said yes to what seemed worth {worth} (demand {demand}), then read the text, worth "
                    "{written}, and withdrew."
                )
            return message, ("worth", "demand", "written")
        if move.reason == "devalued":
            message = say(
                "{party} refused out of distrust: worth {worth} as understood (demand {demand}), but counted as "
                "{felt} because {party2} offered it."
            )
            return message, ("worth", "demand", "felt")
        if move.reason == "cautious":
            message = say(
                "{party} refused out of caution: what was heard sounded worth {heard_worth} (demand {demand}), but "
                "after unclear words before was counted on for only {worth}."
            )
            return message, ("heard_worth", "demand", "worth")
        if move.reason == "misheard":
            message = say(
                "{party} misheard and refused: worth {written} as said (demand {demand}), but {worth} as understood. "
                "Heard: {misheard}."
            )
            return message, ("written", "demand", "worth")
        if move.misheard:
            message = say("{party} refused: worth {worth} as understood, demand {demand}. Heard: {misheard}.")
        else:
            message = say("{party} refused: worth {worth} as understood, demand {demand}.")
        return message, ("worth", "demand")

    def refused(self, move: Refused) -> str:
        """Plain refusals in one sentence."""
        say = self._messages.gettext
        if len(move.parties) == 1:
            message = say("{parties} refused, {short} below the demand.")
        elif move.by_all:
            message = say("All refused; nearest {party}, {short} below the demand.")
        else:
            message = say("{parties} refused; nearest {party}, {short} below the demand.")
        return message.format(
            parties=self._names.parties(move.parties),
            party=self._names.party(move.nearest),
            short=self._names.number(move.short),
        )

    def lost_deal(self) -> str:
        """What could have been."""
        return self._messages.gettext(
            "A deal lost: as written, enough sides would have signed this offer."
        )

    def _changes(self, move: Offered) -> str:
        # NOTE: what is new in an offer, such as "Minimum wage 95 → 105 thousand KZT a month"
        one = self._messages.gettext("{issue} {before} → {after}")
        named = [
            one.format(
                issue=self._names.issue(change.issue),
                before=self._names.bare_option(change.issue, change.before),
                after=self._names.option(change.issue, change.after),
            )
            for change in move.changes or ()
        ]
        if move.more_changes:
            # NOTE: {n} counts further issues on which an offer is new
            counted = self._messages.ngettext("{n} more change", "{n} more changes", move.more_changes)
            named.append(counted.format(n=move.more_changes))
        return self._names.phrases(named)

    def _misheard(self, move: Answered) -> str:
        # Whoever withdraws had heard it better than it was: then the most flattering mistakes come first.
        misheard = move.misheard[::-1] if move.answer == "withdrew" else move.misheard
        # NOTE: what was misheard, such as "Minimum wage 105 instead of 125"
        one = self._messages.gettext("{issue} {heard} instead of {said}")
        named = [
            one.format(
                issue=self._names.issue(wrong.issue),
                heard=self._names.bare_option(wrong.issue, wrong.heard),
                said=self._names.bare_option(wrong.issue, wrong.said),
            )
            for wrong in misheard[:MOST_ISSUES]
        ]
        more = len(misheard) - len(named)
        if more:
            # NOTE: {n} counts further issues that were misheard
            counted = self._messages.ngettext("{n} more issue wrong", "{n} more issues wrong", more)
            named.append(counted.format(n=more))
        return self._names.phrases(named)
