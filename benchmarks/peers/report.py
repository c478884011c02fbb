"""The tables of docs/benchmarks.md; `python benchmarks/peers/report.py` writes them anew from results.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- peers: begin -->\n", "<!-- peers: end -->"

REGIMES = {
    "again": "The same negotiations again and again",
    "new": "Every negotiation with new values",
}


def _number(x: float) -> str:
    if x >= 100:
        return f"{x:,.0f}"
    return f"{x:.1f}" if x >= 10 else f"{x:.2f}"


def _with_quartiles(spread: dict[str, float]) -> str:
    return f"{_number(spread['median'])} ({_number(spread['q1'])}-{_number(spread['q3'])})"


def _table(rows: list[dict[str, Any]], of: str) -> list[str]:
    programs = list(rows[0]["programs"])
    lines = ["| parties | curve | " + " | ".join(programs) + " |", "|---" * (len(programs) + 2) + "|"]
    for row in rows:
        told = [_with_quartiles(row["programs"][name][of]) for name in programs]
        lines.append(f"| {row['parties']} | {row['curve']} | " + " | ".join(told) + " |")
    return lines


def _in_short(found: dict[str, Any]) -> list[str]:
    """Each program's range of ratios, over parties and curves."""
    names = list(dict.fromkeys(name for row in found["rows"] for name in row["programs"]))
    lines = ["| program | " + " | ".join(REGIMES.values()) + " |", "|---" * (len(REGIMES) + 1) + "|"]
    for name in names:
        cells = []
        for regime in REGIMES:
            rows = [row["programs"] for row in found["rows"] if row["regime"] == regime]
            medians = [row[name]["ratio"]["median"] for row in rows if name in row]
            cells.append(f"{_number(min(medians))} to {_number(max(medians))}" if medians else "not played")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def written_report(found: dict[str, Any]) -> str:
    """Machine, times and ratios in Markdown."""
    told = ", ".join(f"{name} {value}" for name, value in found["machine"].items())
    lines = [
        f"Measured on: {told}. {found['negotiations']} negotiations in each line, {found['repetitions']} repetitions "
        f"in which the programs took turns, seed {found['seed']}. In each cell: median (quartiles) over the "
        "repetitions.",
        "",
        "In short, the time of each program as a multiple of the kernel's (the least and the greatest of the medians "
        "below):",
        "",
        *_in_short(found),
        "",
    ]
    for regime, title in REGIMES.items():
        rows = [row for row in found["rows"] if row["regime"] == regime]
        lines += [f"### {title}", "", "Microseconds of processor time a negotiation:", "", *_table(rows, "us"), ""]
        lines += ["How many times the kernel's time that is, in the same repetition:", "", *_table(rows, "ratio"), ""]
    own = found["best_package"]
    if own:
        kernel, c = own["programs"]["kernel"]["us"], own["programs"]["C"]
        lines += [
            "### The hot path of the project's own strategies",
            "",
            f"`best_package` on {own['cases']:,} random cases of 5 issues, all of which gave the same package: "
            f"{_with_quartiles(kernel)} microseconds a call compiled by numba, {_with_quartiles(c['us'])} in C; "
            f"C takes {_with_quartiles(c['ratio'])} of numba's time.",
            "",
        ]
    return "\n".join(lines)


def write_page(report: str) -> None:
    """Put the tables in their place on the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}{report}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write_page(written_report(json.loads((HERE / "results.json").read_text(encoding="utf-8"))))
