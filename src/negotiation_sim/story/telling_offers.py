"""The words for offers and answers."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from negotiation_sim.story.moves import Answered, Change, Lost, LostDeal, Offered
from negotiation_sim.story.naming import Names
from negotiation_sim.story.summaries import Refused, Stretch


class OfferNarrator:
    """Says what was offered, what was heard, and why the answer was yes or no."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def offered(self, move: Offered) -> str:
        """The whole package at first, later what is new in it."""
        _, names = self._messages.gettext, self._names
        if move.changes is None:
            message = _("Round {round}, first offer by {party}. {package}.")
        elif move.changes:
            message = _("Round {round}, offer by {party}. {changes}.")
        else:
            message = _("Round {round}, offer by {party}. The same as before.")
        return message.format(
            round=move.round,
            party=names.party(move.speaker),
            package=names.package(move.package),
            changes=self._changes(move.changes or (), move.more_changes),
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
        _ = self._messages.gettext
        if move.reason == "yes":
            message = _("{party} said yes: worth {worth} as understood, demand {demand}.")
            return message, ("worth", "demand")
        if move.reason == "withdrew":
            message = _(
                "{party} said yes to what seemed worth {worth} (demand {demand}), then read the text, "
                "worth {written}, and withdrew. Heard: {misheard}."
            )
            if not move.misheard:
                message = _(
                    "{party} said yes to what seemed worth {worth} (demand {demand}), then read the text, "
                    "worth {written}, and withdrew."
                )
            return message, ("worth", "demand", "written")
        if move.reason == "devalued":
            message = _(
                "{party} refused out of distrust: worth {worth} as understood (demand {demand}), "
                "but counted as {felt} because {party2} offered it."
            )
            return message, ("worth", "demand", "felt")
        if move.reason == "cautious":
            message = _(
                "{party} refused out of caution: what was heard sounded worth {heard_worth} "
                "(demand {demand}), but talk had been unclear, so it was counted as {worth}."
            )
            return message, ("heard_worth", "demand", "worth")
        if move.reason == "misheard":
            message = _(
                "{party} misheard and refused: worth {written} as said (demand {demand}), "
                "but {worth} as understood. Heard: {misheard}."
            )
            return message, ("written", "demand", "worth")
        if move.misheard:
            message = _("{party} refused: worth {worth} as understood, demand {demand}. Heard: {misheard}.")
        else:
            message = _("{party} refused: worth {worth} as understood, demand {demand}.")
        return message, ("worth", "demand")

    def refused(self, move: Refused) -> str:
        """Plain refusals in one sentence."""
        _ = self._messages.gettext
        if len(move.parties) == 1:
            message = _("{parties} refused, {short} below the demand.")
        elif move.by_all:
            message = _("All refused; nearest {party}, {short} below the demand.")
        else:
            message = _("{parties} refused; nearest {party}, {short} below the demand.")
        return message.format(
            parties=self._names.parties(move.parties),
            party=self._names.party(move.nearest),
            short=self._names.distance(move.short),
        )

    def lost_deal(self, move: LostDeal) -> str:
        """What could have been, and who kept it from being."""
        message = self._messages.gettext("A deal lost; as written, enough sides would have signed: {because}.")
        return message.format(because=self._names.phrases(map(self._lost, move.because)))

    def _lost(self, lost: Lost) -> str:
        _ = self._messages.gettext
        message = {
            "misheard": _("{party} misheard ({worth} instead of {written})"),
            "cautious": _("{party} doubted what was heard ({worth} instead of {written})"),
            "devalued": _("{party} distrusted the speaker"),
        }[lost.reason]
        worth, written = self._names.apart(lost.worth, lost.written)
        return message.format(party=self._names.party(lost.party), worth=worth, written=written)

    def stretch(self, move: Stretch) -> str:
        """Several rounds without much news: one line for all, one for each speaker who moved."""
        _, names = self._messages.gettext, self._names
        lines = [self._stretch(move)]
        for moved in move.moved:
            if moved.changes:
                changes = self._changes(moved.changes, moved.more_changes)
                lines.append(
                    _("New from {party} in these rounds. {changes}.").format(
                        party=names.party(moved.speaker), changes=changes
                    )
                )
        return "\n".join(lines)

    def _stretch(self, move: Stretch) -> str:
        if move.lost_deals or move.nearest is None:
            message = self._messages.ngettext(
                "Rounds {first} to {last}: no deal, though in {n} round the offer as written would have been signed.",
                "Rounds {first} to {last}: no deal, though in {n} rounds the offer as written would have been signed.",
                move.lost_deals,
            )
            return message.format(first=move.first, last=move.round, n=move.lost_deals)
        message = self._messages.gettext(
            "Rounds {first} to {last}: every offer was refused; nearest {party} in round {round}, "
            "{short} below the demand."
        )
        return message.format(
            first=move.first,
            last=move.round,
            party=self._names.party(move.nearest),
            round=move.nearest_round,
            short=self._names.distance(move.short or 0.0),
        )

    def _changes(self, changes: Sequence[Change], more: int) -> str:
        # NOTE: what is new in an offer, such as "Minimum wage: 95 → 105 thousand KZT a month"
        one = self._messages.gettext("{issue}: {before} → {after}")
        named = [
            one.format(
                issue=self._names.issue(change.issue),
                before=self._names.bare_option(change.issue, change.before),
                after=self._names.option(change.issue, change.after),
            )
            for change in changes
        ]
        if more:
            # NOTE: {n} counts further issues on which an offer is new
            counted = self._messages.ngettext("{n} more change", "{n} more changes", more)
            named.append(counted.format(n=more))
        return self._names.phrases(named)

    def _misheard(self, move: Answered) -> str:
        # NOTE: what was misheard, such as "Minimum wage, 105 instead of 125"
        one = self._messages.gettext("{issue}, {heard} instead of {said}")
        named = [
            one.format(
                issue=self._names.issue(wrong.issue),
                heard=self._names.bare_option(wrong.issue, wrong.heard),
                said=self._names.bare_option(wrong.issue, wrong.said),
            )
            for wrong in move.misheard
        ]
        if move.more_misheard:
            # NOTE: {n} counts further issues that were misheard
            counted = self._messages.ngettext("{n} more issue wrong", "{n} more issues wrong", move.more_misheard)
            named.append(counted.format(n=move.more_misheard))
        return self._names.phrases(named)
