"""What `run` leaves on disk: picture, `summary.csv`, `manifest.json`; and the table it prints."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import platform
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from negotiation_sim.experiments.comparison import Comparison, PairedPoint, document, point_document
from negotiation_sim.experiments.files import write_whole
from negotiation_sim.rule import source_hash

_PACKAGES = (
    "mesa",
    "numpy",
    "scipy",
    "networkx",
    "matplotlib",
    "numba",
    "pydantic",
    "PyYAML",
    "click",
    "duckdb",
)


def _flat(prefix: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {prefix: value}
    flat: dict[str, Any] = {}
    for key, below in value.items():
        flat |= _flat(f"{prefix}.{key}" if prefix else str(key), below)
    return flat


def summary_table(comparison: Comparison) -> list[dict[str, Any]]:
    """One flat row for each arm and point."""
    rows = []
    for name, points in comparison.arms.items():
        for point in points:
            content = point_document(point)
            at = content.pop("at")
            rows.append({"arm": name, **at, **_flat("", content)})
    return rows


def summary_csv(comparison: Comparison) -> str:
    """The summary as CSV; an empty cell where there is no value (no deal)."""
    rows = summary_table(comparison)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def manifest(comparison: Comparison, files: dict[str, Path], options: dict[str, Any]) -> dict[str, Any]:
    """Everything needed to repeat and to cite the comparison."""
    version = metadata.version("negotiation-sim")
    versions: dict[str, str | None] = {}
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = None
    return {
        "program": "negotiation-sim",
        "version": version,
        "source_hash": source_hash(),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": versions,
        "command": sys.argv,
        "options": options,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": comparison.seed,
        "runs": comparison.runs,
        "scenario_sha256": comparison.scenario.sha256,
        "scenario": comparison.scenario.canonical(),
        "rules_run_as_plain_python": comparison.called_back,
        "files": {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()},
        "cite": f"negotiation-sim {version}, scenario {comparison.scenario.sha256[:12]}, seed {comparison.seed}, "
        f"{comparison.runs} runs a point",
        "repeat": "Save the value of `scenario` as a JSON file (JSON is YAML) and run it with this seed and runs.",
    }


def write_report(comparison: Comparison, folder: Path, picture: bool, options: dict[str, Any]) -> dict[str, Path]:
    """Write all files into `folder`, each whole or not at all; returns them by name. The manifest comes last."""
    files: dict[str, Path] = {}
    if picture:
        from negotiation_sim.analysis.agreement_figure import agreement_axes
        from negotiation_sim.analysis.picture_files import save_picture

        figure = agreement_axes(comparison).get_figure(root=True)
        assert figure is not None
        files |= save_picture(figure, folder, "agreement")
    files["summary.csv"] = folder / "summary.csv"
    write_whole(files["summary.csv"], summary_csv(comparison))
    files["results.json"] = folder / "results.json"
    write_whole(files["results.json"], json.dumps(document(comparison), indent=1, ensure_ascii=False) + "\n")
    text = json.dumps(manifest(comparison, files, options), indent=1, ensure_ascii=False)
    files["manifest.json"] = folder / "manifest.json"
    write_whole(files["manifest.json"], text + "\n")
    return files


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(len(row[c]) for row in rows) for c in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def arms_table(comparison: Comparison) -> list[str]:
    """Lines of the table of all arms and points."""
    head = ["arm", "at", "agree %", "95 %", "rounds", "joint value", "expected", "least", "trust"]
    rows = [head]
    for name, points in comparison.arms.items():
        for point in points:
            content = point_document(point)
            rows.append(
                [
                    name,
                    ", ".join(str(value) for value in point.at.values()),
                    _percent(content["agreement_rate"]),
                    f"{_percent(content['low'])}-{_percent(content['high'])}",
                    _number(content["mean_rounds"], 1),
                    _number(content["joint_value"], 2),
                    _number(content["expected_value"], 2),
                    _number(content["least_surplus"], 2),
                    _number(content["trust"], 2),
                ]
            )
    return _aligned(rows)


def pairs_table(comparison: Comparison) -> list[str]:
    """Lines of the table of paired differences, in percentage points: each arm against the one before it."""
    names = list(comparison.arms)
    neighbours = set(zip(names, names[1:], strict=False))
    rows = [["difference under the same luck", "at", "points", "95 %"]]
    shown = [pair for pair in comparison.pairs if (pair.first, pair.second) in neighbours]
    # Arms stay together, as in the first table.
    shown.sort(key=lambda pair: names.index(pair.first))
    for pair in shown:
        rows.append(_pair_cells(pair))
    return _aligned(rows)


def _pair_cells(pair: PairedPoint) -> list[str]:
    difference = pair.difference
    low, high = difference.low or 0.0, difference.high or 0.0
    return [
        f"{pair.second} - {pair.first}",
        ", ".join(str(value) for value in pair.at.values()),
        f"{-100 * difference.value:+.1f}",
        f"{-100 * high:+.1f} to {-100 * low:+.1f}",
    ]
