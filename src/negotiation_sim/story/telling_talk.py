"""The words for trust, talk about interests, the mediator's work and walking away."""

from __future__ import annotations

from gettext import NullTranslations

from negotiation_sim.story.moves import MEDIATOR, Left, LineMoved, Mediated, Talked, TrustMoved
from negotiation_sim.story.naming import Names


class TalkNarrator:
    """Says what goes on between the sides besides offers and answers."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def trust_moved(self, move: TrustMoved) -> str:
        """Who trusts whom more or less, and why."""
        before, after = self._names.apart(move.before, move.after)
        return self._trust(move).format(
            party=self._names.party(move.party),
            party2=self._names.party(move.other),
            before=before,
            after=after,
        )

    def _trust(self, move: TrustMoved) -> str:
        _ = self._messages.gettext
        if move.after > move.before:
            return _("{party} trusted {party2} more: {before} → {after}.")
        if move.cause == "found_out":
            return _("{party} found out that {party2} had exaggerated; trust {before} → {after}.")
        if move.cause == "text":
            return _("{party} trusted {party2} less, for the text was not as understood: {before} → {after}.")
        if move.cause == "bias":
            return _("{party} trusted {party2} less, for the text was partial: {before} → {after}.")
        if move.cause == "pressure":
            return _("{party} trusted {party2} less after being pressed: {before} → {after}.")
        if move.cause == "vote":
            return _("{party} trusted {party2} less, for the members had turned the deal down: {before} → {after}.")
        if move.cause == "evasion":
            return _("{party} trusted {party2} less for staying away: {before} → {after}.")
        return _("{party} trusted {party2} less, for what was heard got worse: {before} → {after}.")

    def mediated(self, move: Mediated) -> str:
        """What the mediator works at."""
        at_work = [action for action, effort in move.efforts.items() if effort > 0.0]
        message = self._messages.gettext("{mediator} went to work: {actions}.")
        return message.format(
            mediator=self._names.party(MEDIATOR), actions=self._names.phrases(map(self._action, at_work))
        )

    def _action(self, action: str) -> str:
        _ = self._messages.gettext
        return {
            "open_channel": _("clearing up misunderstandings"),
            "caucus": _("meeting each side alone (caucus)"),
            "relay": _("passing on interests"),
            "reality_test": _("testing alternatives against reality"),
            "text": _("drafting texts"),
            "keep_at_table": _("keeping the sides at the table"),
            "brainstorm": _("looking for options nobody has thought of"),
        }[action]

    def talked(self, move: Talked) -> str:
        """Who was told about interests, who was not, and why not; one line each."""
        _, names = self._messages.gettext, self._names
        lines = [
            (move.told, _("{party} spoke about interests with {parties}.")),
            (move.held_back, _("{party} held interests back from {parties} for lack of trust.")),
            (move.kept_from, _("{party} stated only positions to {parties}.")),
        ]
        return "\n".join(
            message.format(party=names.party(move.party), parties=names.parties(others))
            for others, message in lines
            if others
        )

    def line_moved(self, move: LineMoved) -> str:
        """What reality-testing did."""
        message = self._messages.gettext(
            "{mediator} tested reality: {party} now put no deal at {after} instead of {before} (in truth {true})."
        )
        before, after = self._names.apart(move.before, move.after)
        return message.format(
            mediator=self._names.party(MEDIATOR),
            party=self._names.party(move.party),
            before=before,
            after=after,
            true=self._names.number(move.true),
        )

    def left(self, move: Left) -> str:
        """Why a side walked away."""
        _ = self._messages.gettext
        if move.prospect is None:
            return _("{party} walked away: nobody was left to make an offer.").format(
                party=self._names.party(move.party)
            )
        prospect, believed = self._names.apart(move.prospect, move.believed)
        return self._hopeless(move).format(
            party=self._names.party(move.party), n=move.hopeless_rounds, prospect=prospect, believed=believed
        )

    def _hopeless(self, move: Left) -> str:
        if move.stage is not None:
            return self._messages.ngettext(
                "{party} walked away after {n} round without hope: by the end of the stage offers seemed to reach "
                "{prospect}, no deal {believed}.",
                "{party} walked away after {n} rounds without hope: by the end of the stage offers seemed to reach "
                "{prospect}, no deal {believed}.",
                move.hopeless_rounds,
            )
        return self._messages.ngettext(
            "{party} walked away after {n} round without hope: by the deadline offers seemed to reach "
            "{prospect}, no deal {believed}.",
            "{party} walked away after {n} rounds without hope: by the deadline offers seemed to reach "
            "{prospect}, no deal {believed}.",
            move.hopeless_rounds,
        )
