"""The log of a table as one reader may read it; every entry is made once, when it can be read first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.table.actions import MEDIATOR
from negotiation_sim.classroom.table.digits import short

if TYPE_CHECKING:
    from negotiation_sim.classroom.table.played_table import PlayedTable

OBSERVER = "observer"
TRAINER = "trainer"
"""Who reads everything as it is."""


class Reading:
    """What a reader (a side, "mediator", an observer or the trainer) has read of a table's log, in a language."""

    def __init__(self, table: PlayedTable, reader: str, lang: str) -> None:
        """Nothing is read yet."""
        self._table = table
        self._reader = reader
        self._lang = lang
        self._begun = 0
        self._withheld: list[dict[str, Any]] = []
        self._entries: list[dict[str, Any]] = []

    def on(self) -> list[dict[str, Any]]:
        """Read on. All entries that may be read by now, in the order in which they could be: it is only added to.

        A withheld entry comes after others with higher numbers `n`.
        """
        written = self._table.record.entries
        if self._begun == len(written) and not self._withheld:
            return self._entries
        waiting, self._withheld = [*self._withheld, *written[self._begun :]], []
        self._begun = len(written)
        for raw in waiting:
            if self._is_withheld(raw):
                self._withheld.append(raw)
            elif (entry := self._entry(raw)) is not None:
                self._entries.append(entry)
        return self._entries

    def log(self) -> list[dict[str, Any]]:
        """All entries that may be read by now, by their numbers."""
        return sorted(self.on(), key=lambda entry: int(entry["n"]))

    def _is_withheld(self, raw: dict[str, Any]) -> bool:
        return self._reader == OBSERVER and raw["kind"] == "offered" and is_open(self._table, raw)

    def _entry(self, raw: dict[str, Any]) -> dict[str, Any] | None:
        """An entry as the reader may read it, or None."""
        named = self._with_name(raw)
        if self._reader == TRAINER:
            return named
        if "only" in raw and self._reader not in raw["only"]:
            return None
        entry = {key: value for key, value in named.items() if key not in ("only", "heard", "worth", "line")}
        entry["private"] = "only" in raw
        if raw["kind"] == "offered":
            package = as_heard(raw, self._reader)
            if package is None:
                return None
            entry["package"] = package
        if raw["kind"] in ("offered", "ended") and self._reader in raw["worth"]:
            entry["worth"] = short(raw["worth"][self._reader])
        elif raw["kind"] in ("told", "relayed") and self._reader != raw["speaker"]:
            entry["weight"] = raw["heard"][self._reader]
            entry["to"] = [self._reader]
        elif raw["kind"] == "line":
            entry |= {"before": short(raw["before"]), "after": short(raw["after"])}
        return entry

    def _with_name(self, raw: dict[str, Any]) -> dict[str, Any]:
        """An entry with the name of its stage, which pages have no list of."""
        if raw["kind"] != "stage":
            return raw
        return {**raw, "label": self._table.words(self._lang).names.stage(raw["stage"])}


def is_open(table: PlayedTable, offered: dict[str, Any]) -> bool:
    """Whether an offer is still being answered; who only looks on learns of it afterwards."""
    return not table.ended and offered["round"] == table.model.rounds and table.phase in ("answer", "sign")


def as_heard(offered: dict[str, Any], reader: str) -> dict[str, int] | None:
    """A package as a reader knows it: its own and the mediator's as said, others' as heard, if they were there."""
    if reader in (offered["speaker"], MEDIATOR, OBSERVER):
        return dict(offered["package"])
    heard = offered["heard"].get(reader)
    return None if heard is None else dict(heard)
