"""Where the benchmarks' tables go: to the screen, or with `--write` into docs/sweeps.md between two markers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "sweeps.md"


def print_or_write(name: str, table: Callable[[], str]) -> None:
    """Print the table, or put it between `<!-- NAME begin -->` and `<!-- NAME end -->`."""
    if "--write" not in sys.argv:
        print(table())
        return
    start, end = f"<!-- {name} begin -->", f"<!-- {name} end -->"
    content = PAGE.read_text(encoding="utf-8")
    if start not in content or end not in content:
        sys.exit(f"{PAGE.name} has no place for this table: {start} and {end}")
    before, _, rest = content.partition(start)
    after = rest.partition(end)[2]
    PAGE.write_text(f"{before}{start}\n{table()}\n{end}{after}", encoding="utf-8")
