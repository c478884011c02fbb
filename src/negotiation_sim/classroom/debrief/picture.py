"""The plane of two sides as a picture in a page: possible agreements, the best of them, and where the tables ended."""

from __future__ import annotations

from html import escape
from typing import Any

from negotiation_sim.messages.language import Language

_SIZE, _LEFT, _BELOW = 460, 60, 50


def plane_picture(debrief: dict[str, Any], pair: list[str], labels: dict[str, str], language: Language) -> str:
    """An SVG of 540 by 530 units; `pair`: the two sides, in the order of the case."""
    space = debrief["space"]
    p, q = (space["roles"].index(role) for role in pair)
    dots = "".join(
        _dot(_x(point[p]), _y(point[q]), 2, "#b9c3cd") for point in space["points"] if _is_inside(point[p], point[q])
    )
    edge = " ".join(
        f"{_x(u):.1f},{_y(v):.1f}" for u, v in space["frontier"][f"{pair[0]}|{pair[1]}"] if _is_inside(u, v)
    )
    u, v = (space["lines"][role] for role in pair)
    width, height = _x(1) - _x(u), _y(v) - _y(1)
    zone = f"<rect x='{_x(u):.1f}' y='{_y(1):.1f}' width='{width:.1f}' height='{height:.1f}' fill='#dff0e4'/>"
    tables = "".join(
        _dot(_x(u), _y(v), 6, "#00558f" if is_deal else "#b5410b") + _text(_x(u) + 9, _y(v) + 4, ", ".join(names))
        for (u, v, is_deal), names in _spots(debrief, pair).items()
    )
    ticks = "".join(
        _text(_x(t) - 10, _y(0) + 18, language.numbers.decimal(t, 1))
        + _text(18, _y(t) + 5, language.numbers.decimal(t, 1))
        for t in (0.0, 0.5, 1.0)
    )
    names = _text(_LEFT + _SIZE / 2 - 60, _y(0) + 40, labels[pair[0]])
    names += f"<g transform='translate(14 {_SIZE / 2 + 60}) rotate(-90)'>{_text(0, 0, labels[pair[1]])}</g>"
    frame = f"<rect x='{_LEFT}' y='10' width='{_SIZE}' height='{_SIZE}' fill='none' stroke='#4a5866'/>"
    label = escape(language.gettext("What agreements are worth to two sides"), quote=True)
    return (
        f"<svg role='img' aria-label=\"{label}\" viewBox='0 0 {_LEFT + _SIZE + 20} {_SIZE + _BELOW + 20}' width='540'>"
        f"{zone}{dots}<polyline points='{edge}' fill='none' stroke='#16202a' stroke-width='2'/>"
        f"{frame}{ticks}{names}{tables}</svg>"
    )


def _spots(debrief: dict[str, Any], pair: list[str]) -> dict[tuple[float, float, bool], list[str]]:
    """The tables that ended at the same point, by the point and whether there was a deal."""
    spots: dict[tuple[float, float, bool], list[str]] = {}
    for table in debrief["tables"]:
        if table["worth"] is not None:
            u, v = (round(min(1.0, max(0.0, table["worth"][role])), 2) for role in pair)
            spots.setdefault((u, v, table["package"] is not None), []).append(table["name"])
    return spots


def _is_inside(u: float, v: float) -> bool:
    """Options that must first be invented can be worth more than the best of the opening ones."""
    return 0.0 <= u <= 1.0 and 0.0 <= v <= 1.0


def _x(utility: float) -> float:
    return _LEFT + utility * _SIZE


def _y(utility: float) -> float:
    return 10 + (1.0 - utility) * _SIZE


def _dot(x: float, y: float, radius: float, colour: str) -> str:
    return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius}' fill='{colour}'/>"


def _text(x: float, y: float, text: str) -> str:
    return f"<text x='{x:.0f}' y='{y:.0f}' font-size='14'>{escape(text)}</text>"
