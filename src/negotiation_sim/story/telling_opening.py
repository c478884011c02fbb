"""The words for the table before the first offer."""

from __future__ import annotations

from gettext import NullTranslations

from negotiation_sim.story.moves import MEDIATOR, Opened, Seated
from negotiation_sim.story.naming import Names

MOST_INTERESTS = 3
"""So many interests of a side are named, the most important ones."""

LEAST_SHARE = 0.005
"""What matters less would be told as nothing."""


class OpeningNarrator:
    """Says who sits there and what they keep to themselves."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def opened(self, move: Opened) -> str:
        """The frame: who, how long, how many yeses, how clear the talk, which mediator."""
        _, names = self._messages.gettext, self._names
        clear = _("Of what is said, {quality} arrives as said.").format(quality=names.share(move.quality))
        rules = f"{clear} {self._mediator(move)}"
        if move.stages:
            return "\n".join([self._ladder(move), rules, self._scale()])
        quota = names.quota(move.needed, len(move.parties))
        return "\n".join([self._frame(move), f"{quota} {rules}", self._scale()])

    def _ladder(self, move: Opened) -> str:
        message = self._messages.ngettext(
            "The sides: {parties}. Their dispute can climb {n} stage: {stages}.",
            "The sides: {parties}. Their dispute can climb {n} stages: {stages}.",
            len(move.stages),
        )
        stages = self._names.row(map(self._names.stage, move.stages))
        return message.format(parties=self._names.parties(move.parties), n=len(move.stages), stages=stages)

    def _frame(self, move: Opened) -> str:
        message = self._messages.ngettext(
            "At the table: {parties}. They have at most {n} round.",
            "At the table: {parties}. They have at most {n} rounds.",
            move.deadline,
        )
        return message.format(parties=self._names.parties(move.parties), n=move.deadline)

    def _mediator(self, move: Opened) -> str:
        if move.skill <= 0.0:
            return self._messages.gettext("No mediator takes part.")
        mediator, skill = self._names.party(MEDIATOR), self._names.number(move.skill)
        if move.stages:
            message = self._messages.gettext(
                "Helping them where a stage says so: {mediator} (style {style}, skill {skill})."
            )
        else:
            message = self._messages.gettext("Helping them: {mediator} (style {style}, skill {skill}).")
        return message.format(mediator=mediator, style=move.style, skill=skill)

    def _scale(self) -> str:
        return self._messages.gettext("What only the reader sees (0 is the worst package for a side, 1 the best):")

    def seated(self, move: Seated) -> str:
        """What a side cares about most, and what no deal is worth to it."""
        # NOTE: an interest and how much it matters, such as "public finances 31%"
        one = self._messages.gettext("{interest} {share}")
        interests = [
            one.format(interest=self._names.interest(interest), share=self._names.share(share))
            for interest, share in list(move.importance.items())[:MOST_INTERESTS]
            if share >= LEAST_SHARE
        ]
        reservation, believed, excess = self._names.compared(move.reservation, move.believed)
        return self._line(move).format(
            party=self._names.party(move.party),
            strategy=self._strategy(move.strategy),
            interests=self._names.row(interests),
            reservation=reservation,
            believed=believed,
            excess=excess,
        )

    def _line(self, move: Seated) -> str:
        _ = self._messages.gettext
        if move.believed > move.reservation:
            return _(
                "{party} ({strategy}) cares most about: {interests}. No deal is worth {reservation}; "
                "the side believes {believed}, {excess} too much."
            )
        return _("{party} ({strategy}) cares most about: {interests}. No deal is worth {reservation}.")

    def _strategy(self, strategy: str) -> str:
        _ = self._messages.gettext
        built_in = {
            "position_based": _("bargaining over positions"),
            "interest_based": _("bargaining over interests"),
            "time_based": _("giving way with time alone"),
            "genius_time_based": _("giving way with time alone, as in Genius"),
        }
        return built_in.get(strategy, strategy)
