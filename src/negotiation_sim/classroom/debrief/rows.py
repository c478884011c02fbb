"""The debrief as a table: one row for each side of each table, ready for a spreadsheet or for statistics."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from negotiation_sim.classroom.debrief.data import debrief_of

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.classroom import Classroom
    from negotiation_sim.classroom.server.session import Session

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the wide forms count as well


def rows_of(classroom: Classroom, session: Session, lang: str) -> list[dict[str, Any]]:
    """The rows; options and labels in a language, numbers as numbers, nothing of who sat there."""
    debrief = debrief_of(classroom, session, lang)
    issues = debrief["scenario"]["issues"]
    rows = []
    for table in debrief["tables"]:
        for party in debrief["scenario"]["parties"]:
            role = party["id"]
            if role not in table["line"]:
                continue
            worth = table["worth"] and table["worth"][role]
            signed = table["package"] or {}
            rows.append(
                {
                    "session": session.id,
                    "table": _plain(table["name"]),
                    "role": _plain(role),
                    "label": _plain(party["label"]),
                    "people": int(table["people"][role]),
                    "ending": table["ending"] or table["state"],
                    "rounds": table["rounds"],
                    "minutes": table["minutes"],
                    "worth": worth,
                    "reservation": table["line"][role],
                    "surplus": None if worth is None else round(worth - table["line"][role], 4),
                    "joint_gain": table["joint_gain"],
                    "share_of_gains": table["share"],
                    "misheard": table["hearing"]["misheard"],
                    "told_interests": table["talk"]["interests"],
                    "messages": table["talk"]["messages"],
                    "takeovers": table["takeovers"],
                    **{
                        f"option.{issue['id']}": _plain(issue["options"][signed[issue["id"]]])
                        if issue["id"] in signed
                        else None
                        for issue in issues
                    },
                }
            )
    return rows


def _plain(text: str) -> str:
    """A text of one line that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def as_csv(rows: list[dict[str, Any]]) -> bytes:
    """Every cell quoted, decimal points, UTF-8 with a mark: what spreadsheets open whole."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else ["session"], quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_parquet(rows: list[dict[str, Any]]) -> bytes:
    """The rows as a Parquet file."""
    from negotiation_sim.experiments.row_files import to_parquet

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "rows.csv", Path(folder) / "rows.parquet"
        source.write_bytes(as_csv(rows)[3:])
        to_parquet(source, target)
        return target.read_bytes()
