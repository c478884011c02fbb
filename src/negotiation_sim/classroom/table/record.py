"""What happened at a table, entry by entry: who may read an entry stands in it, and what each side made of it."""

from __future__ import annotations

from typing import Any

from negotiation_sim.classroom.table.hearing import beliefs_changed, efforts_made, lines_moved, offer_heard
from negotiation_sim.classroom.table.played_model import PlayedModel
from negotiation_sim.concepts import ABSENT, ANSWERS, NOT_ASKED
from negotiation_sim.engine.table import Table
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.finding import Found
from negotiation_sim.story.moves import Left
from negotiation_sim.story.remembered import remember

SHOWN_ANSWERS = {"yes": "yes", "below_line": "no", "devalued": "no", "withdrew": "withdrew", "voted_down": "voted_down"}


class Record:
    """The entries of a table. An entry with `only` is for those roles; without, for all.

    In "offered" `heard` and `worth` hold what each listener made of it; in "told" `heard` does.
    """

    def __init__(self, model: PlayedModel) -> None:
        """Nothing has happened."""
        self._model = model
        self._before: Table = remember(model.table)
        self.entries: list[dict[str, Any]] = []

    def note(self, kind: str, only: tuple[str, ...] | None = None, **what: Any) -> None:
        """Write an entry down."""
        entry = {"n": len(self.entries) + 1, "round": self._model.rounds, "kind": kind, **what}
        if only is not None:
            entry["only"] = list(only)
        self.entries.append(entry)

    def remember(self) -> None:
        """Keep the table as it is before a phase."""
        self._before = remember(self._model.table)

    def write(self, phase: str | None) -> None:
        """Write down what the phase that has just passed changed."""
        model, before = self._model, self._before
        if phase == "efforts" and (efforts := efforts_made(model)):
            self.note("efforts", efforts=efforts)
        elif phase == "offer":
            self.note("offered", speaker=model.speaker, **offer_heard(model))
        elif phase == "sign":
            self._write_answers()
        if phase == "talk":
            for speaker, listener, interest, word, relayed in beliefs_changed(model, before):
                kind = "relayed" if relayed else "told"
                only = (listener,) if relayed else (speaker, listener)
                self.note(
                    kind,
                    only=only,
                    speaker=speaker,
                    to=[listener],
                    interest=interest,
                    weight=word,
                    heard={listener: word},
                )
            for role, was, now in lines_moved(model, before):
                self.note("line", only=(role,), party=role, before=was, after=now)
        if phase in ("sign", "talk"):
            self._write_moves()
        if model.running and model.table.stage[0] != before.stage[0] and model.stages:
            self.note("stage", stage=model.stages[int(model.table.stage[0])])

    def _write_answers(self) -> None:
        model = self._model
        for seat, role in enumerate(model.setting.roles):
            answer = int(model.table.answers[seat])
            if answer not in (ABSENT, NOT_ASKED) and role != model.speaker:
                self.note("answered", party=role, answer=SHOWN_ANSWERS[ANSWERS[answer]])

    def _write_moves(self) -> None:
        """What only the story knows: who left, what was found, how it ended."""
        for move in self._model.moves:
            if isinstance(move, Left):
                self.note("left", party=move.party)
            elif isinstance(move, Found):
                self.note("found", issue=move.option)
            elif isinstance(move, Ended):
                worth = {result.party: result.worth for result in move.results}
                line = {result.party: result.reservation for result in move.results}
                self.note("ended", ending=move.ending, package=move.package, worth=worth, line=line)


def last_of(entries: list[dict[str, Any]], kind: str) -> dict[str, Any] | None:
    """The last entry of a kind."""
    return next((entry for entry in reversed(entries) if entry["kind"] == kind), None)
