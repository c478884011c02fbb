"""Tables of text with aligned columns."""

from __future__ import annotations

from negotiation_sim.messages.language import Language


def aligned(rows: list[list[str]]) -> list[str]:
    """Lines of a table: the first column to the left, the others to the right."""
    widths = [max(len(row[c]) for row in rows) for c in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def point_shown(at: dict[str, object], language: Language) -> str:
    """The value of the axis at a point."""
    return ", ".join(map(language.numbers.as_given, at.values()))
