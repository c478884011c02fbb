"""The words for the ladder: stages that begin, are passed over, are evaded, or end without a deal."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

from negotiation_sim.story.moves import MEDIATOR
from negotiation_sim.story.naming import Names
from negotiation_sim.story.stages import Evaded, HeldBack, StageBegan, StageEnded, StagePassed


class StageNarrator:
    """Says where on the ladder the dispute stands, and under which rules."""

    def __init__(self, messages: NullTranslations, names: Names) -> None:
        """Take the messages of a language and the names of a scenario."""
        self._messages = messages
        self._names = names

    def began(self, move: StageBegan) -> str:
        """The stage, its time, its table, and what happens there besides talk; one line each."""
        lines = (self._heading(move), self._table(move), self._stoppage(move), self._award(move))
        return "\n".join(" ".join(line) for sentences in lines if (line := list(sentences)))

    def _heading(self, move: StageBegan) -> Iterator[str]:
        _, names = self._messages.gettext, self._names
        # NOTE: how long a stage of talks can last, in "Time: 7 working days, 14 rounds."
        rounds = self._messages.ngettext("{n} round", "{n} rounds", move.rounds).format(n=move.rounds)
        yield _("Day {day}, stage {number}: {stage}. Time: {days}, {rounds}.").format(
            day=move.day, number=move.number, stage=names.stage(move.stage), days=names.limit(move.limit), rounds=rounds
        )
        if not move.preparation.startswith("0 "):
            yield _("Preparing it took {days}.").format(days=names.limit(move.preparation))
        if names.source(move.stage):
            # NOTE: where the limit of a stage is from, such as an article of a law
            yield _("(Source: {source}.)").format(source=names.source(move.stage))

    def _table(self, move: StageBegan) -> Iterator[str]:
        _, names = self._messages.gettext, self._names
        yield _("At the table: {parties}.").format(parties=names.parties(move.seats))
        yield names.quota(move.needed, len(move.seats))
        if move.works is not None:
            message = _("Helping them: {mediator}.") if move.works else _("Nobody helps them here.")
            yield message.format(mediator=names.party(MEDIATOR))
        if move.clarity > 0.0:
            message = _("Talk is clearer here: of what is otherwise lost, {share} arrives.")
            yield message.format(share=names.share(move.clarity))
        for role, share in move.authority.items():
            message = _("Negotiators with a mandate: {party}; they may go {share} of the way without asking.")
            yield message.format(party=names.party(role), share=names.share(share))

    def _stoppage(self, move: StageBegan) -> Iterator[str]:
        _, names = self._messages.gettext, self._names
        if move.caller is None:
            return
        # NOTE: in what way work stops, in "Work stops: a warning strike, called by Union; 10% of the work is not done."
        kind = {
            "warning_strike": _("a warning strike"),
            "strike": _("a strike"),
            "lockout": _("a lockout"),
        }[move.stoppage]
        message = _("Work stops: {kind}, called by {party}; {share} of the work is not done.")
        yield message.format(kind=kind, party=names.party(move.caller), share=names.share(move.intensity))
        if move.backing is not None:
            yield _("Of the members, {share} wanted it.").format(share=names.share(move.backing))

    def _award(self, move: StageBegan) -> Iterator[str]:
        _ = self._messages.gettext
        if move.award == "none":
            return
        if move.award == "final_offer":
            yield _("Without a deal somebody else decides for the sides: one of their last offers.")
        else:
            yield _("Without a deal somebody else decides for the sides: a package of its own.")
        if move.enforcement >= 1.0:
            yield _("The decision binds.")
        elif move.enforcement <= 0.0:
            yield _("The decision is a recommendation.")
        else:
            message = _(
                "A side puts up with a decision that leaves it up to {gap} below what it believes to have anyway."
            )
            yield message.format(gap=self._names.number(move.enforcement))

    def passed(self, move: StagePassed) -> str:
        """Why there is no such stage this time."""
        _, names = self._messages.gettext, self._names
        stage = names.stage(move.stage)
        if move.caller is None or move.backing is None:
            message = _("Stage {number}, {stage}, is ruled out here and passed over.")
            return message.format(number=move.number, stage=stage)
        message = _(
            "Stage {number}, {stage}, was not called. {party}: {share} of the members wanted it, more than {majority} "
            "was needed."
        )
        return message.format(
            number=move.number,
            stage=stage,
            party=names.party(move.caller),
            share=names.share(move.backing),
            majority=names.share(move.majority),
        )

    def evaded(self, move: Evaded) -> str:
        """Who did not come, and that the time was lost."""
        message = self._messages.gettext(
            "{stage}: {party} did not come, too reluctant ({reluctance}) for duty and threats to weigh more; the "
            "others trust that side less. The time for it went by: {days}."
        )
        return message.format(
            stage=self._names.stage(move.stage),
            party=self._names.party(move.party),
            reluctance=self._names.number(move.reluctance),
            days=self._names.limit(move.limit),
        )

    def ended(self, move: StageEnded) -> str:
        """Why a stage is over."""
        message = self._why(move)
        return message.format(stage=self._names.stage(move.stage), parties=self._names.parties(move.parties))

    def _why(self, move: StageEnded) -> str:
        _, count = self._messages.gettext, len(move.parties)
        if move.reason == "walk_away":
            return self._messages.ngettext(
                "{stage}: over without a deal, since {parties} walked away.",
                "{stage}: over without a deal, since {parties} walked away.",
                count,
            )
        if move.reason == "exhausted":
            return self._messages.ngettext(
                "{stage}: over without a deal, since {parties} could not bear another day.",
                "{stage}: over without a deal, since {parties} could not bear another day.",
                count,
            )
        if move.reason == "court":
            return _("{stage}: stopped by a court after a day, for it had not been called as the law asks.")
        return _("{stage}: the time was up without a deal.")

    def held_back(self, move: HeldBack) -> str:
        """Who would go further, but may not."""
        message = self._messages.gettext(
            "{party} can go no further here: the negotiators have no mandate for less than {demand}."
        )
        return message.format(party=self._names.party(move.party), demand=self._names.number(move.demand))
