"""The words for what stands behind a side: its organisations, its members and their votes."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.home import Home, Voted
from negotiation_sim.story.naming import Names


class HomeNarrator:
    """Says whom the leaders must ask, and what the answer was."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def home(self, move: Home) -> str:
        """The delegation, who is least heard in it, and the members who vote."""
        return "\n".join([*self._delegation(move), *self._members(move)])

    def _delegation(self, move: Home) -> Iterator[str]:
        if not move.organisations:
            return
        _, names = self._messages.gettext, self._names
        # NOTE: an organisation and its weight in the delegation of a side, such as "Federation 50%"
        one = _("{organisation} {share}")
        listed = names.row(
            one.format(organisation=names.organisation(move.party, name), share=names.share(weight))
            for name, weight in move.organisations.items()
        )
        spokesperson = names.organisation(move.party, next(iter(move.organisations)))
        told = _("{party}, a delegation: {organisations}. Spokesperson: {organisation}.")
        yield told.format(party=names.party(move.party), organisations=listed, organisation=spokesperson)
        least = min(move.reach, key=move.reach.__getitem__)
        if move.reach[least] < 1.0:
            told = _("Least heard when the mandate is made: {organisation}; {share} of what it wants gets through.")
            yield told.format(organisation=names.organisation(move.party, least), share=names.share(move.reach[least]))

    def _members(self, move: Home) -> Iterator[str]:
        if move.members == 0:
            return
        message = self._messages.ngettext(
            "{party}: {n} member votes at home on what is signed. Wanted of a deal: {expected} at home, {believed} by "
            "the leaders.",
            "{party}: {n} members vote at home on what is signed. Wanted of a deal: {expected} at home, {believed} by "
            "the leaders.",
            move.members,
        )
        expected, believed = self._names.apart(move.expected, move.believed)
        yield message.format(party=self._names.party(move.party), n=move.members, expected=expected, believed=believed)

    def voted(self, move: Voted) -> str:
        """How many of how many, what they asked and would get, who was most against it, and what a no costs."""
        return " ".join([self._count(move), *self._against(move), *self._price(move)])

    def _count(self, move: Voted) -> str:
        _, names = self._messages.gettext, self._names
        if move.passed:
            message = _(
                "{party}: {yes} of {total} members voted for the deal (asked in the mean {asked}, given {worth})."
            )
        else:
            message = _(
                "{party}: the members turned the deal down, {yes} of {total} were for it (asked in the mean {asked}, "
                "given {worth} by the leaders' reckoning)."
            )
        asked, worth = names.apart(move.asked, move.worth)
        party = names.party(move.party)
        return message.format(party=party, yes=move.in_favour, total=move.members, asked=asked, worth=worth)

    def _against(self, move: Voted) -> Iterator[str]:
        if move.against:
            message = self._messages.gettext("Most against: {organisation}, {yes} of {total} for it.")
            yield message.format(
                organisation=self._names.organisation(move.party, move.against.organisation),
                yes=move.against.in_favour,
                total=move.against.members,
            )

    def _price(self, move: Voted) -> Iterator[str]:
        _ = self._messages.gettext
        if move.passed:
            return
        if move.after > move.before:
            before, after = self._names.apart(move.before, move.after)
            message = _("The leaders now put no deal at {after} instead of {before}, and the others trust them less.")
            yield message.format(before=before, after=after)
        else:
            yield _("The others trust the leaders less.")
