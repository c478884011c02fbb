"""Play the experiments of docs/experiments, draw their pictures and make the tables of their pages.

`python benchmarks/published_experiments.py [NAME ...]` plays them into results/NAME, as `negotiation-sim sweep
experiments/NAME.yaml` does, and prints the tables; what has been played before is not played again. `--write` puts the
tables into the pages and the pictures into docs/images/experiments.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from published_tables import TABLES

from negotiation_sim.sweeps.results import Results
from negotiation_sim.sweeps.sweeping import sweep

ROOT = Path(__file__).parents[1]
PAGES, PICTURES = ROOT / "docs" / "experiments", ROOT / "docs" / "images" / "experiments"
PAGE_OF = {"morris_screening": "global_sensitivity"}
"""Experiments told on the page of another one."""


def cited(name: str, results: Results) -> list[str]:
    """How to name what was played, so that somebody else can check that it is the same."""
    manifest = results.manifest
    return [
        f"Cite as: {manifest['cite']}. sha256 of the experiment `{name}`: `{manifest['experiment_sha256']}`; digest of "
        f"all its runs: `{manifest['digest']}`; {len(results.experiment.points):,} points, "
        f"{int(results.summary['runs'].sum()):,} negotiations.",
        "",
    ]


def write(name: str, lines: list[str]) -> None:
    """Put lines between the markers of an experiment in its page."""
    path = PAGES / f"{PAGE_OF.get(name, name)}.md"
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    text = "\n".join(lines).strip()
    path.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def main() -> None:
    """Play, print and write."""
    names = [word for word in sys.argv[1:] if not word.startswith("-")] or list(TABLES)
    for name in names:
        results = sweep(ROOT / "experiments" / f"{name}.yaml", ROOT / "results" / name)
        lines = [*TABLES[name](results), *cited(name, results)]
        print(f"{name}\n", *lines, sep="\n", flush=True)
        if "--write" in sys.argv:
            write(name, lines)
            PICTURES.mkdir(parents=True, exist_ok=True)
            for figure in results.experiment.figures:
                shutil.copy(results.folder / f"{figure}.png", PICTURES)


if __name__ == "__main__":
    main()
