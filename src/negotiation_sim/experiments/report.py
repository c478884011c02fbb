"""What `run` leaves on disk: picture, `summary.csv`, `manifest.json`; and the table it prints."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from negotiation_sim.experiments.comparison import Comparison, PairedPoint, document, point_document
from negotiation_sim.experiments.files import write_whole
from negotiation_sim.experiments.provenance import provenance
from negotiation_sim.experiments.text_table import aligned, point_shown
from negotiation_sim.messages.language import ENGLISH, Language

LEVEL = 0.95
"""Confidence level of the intervals."""


def flat(prefix: str, value: Any) -> dict[str, Any]:
    """A document of documents as one, its keys joined by points."""
    if not isinstance(value, dict):
        return {prefix: value}
    flattened: dict[str, Any] = {}
    for key, below in value.items():
        flattened |= flat(f"{prefix}.{key}" if prefix else str(key), below)
    return flattened


def summary_table(comparison: Comparison) -> list[dict[str, Any]]:
    """One flat row for each arm and point."""
    rows = []
    for name, points in comparison.arms.items():
        for point in points:
            content = point_document(point, comparison.scenario)
            at = content.pop("at")
            rows.append({"arm": name, **at, **flat("", content)})
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
    who = provenance()
    return {
        **who,
        "options": options,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "seed": comparison.seed,
        "runs": comparison.runs,
        "scenario_sha256": comparison.scenario.sha256,
        "scenario": comparison.scenario.canonical(),
        "rules_run_as_plain_python": comparison.called_back,
        "files": {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()},
        "cite": f"negotiation-sim {who['version']}, scenario {comparison.scenario.sha256[:12]}, "
        f"seed {comparison.seed}, {comparison.runs} runs a point",
        "repeat": "Save the value of `scenario` as a JSON file (JSON is YAML) and run it with this seed and runs.",
    }


def write_report(
    comparison: Comparison,
    folder: Path,
    picture: bool,
    options: dict[str, Any],
    language: Language = ENGLISH,
) -> dict[str, Path]:
    """Write all files into `folder`, each whole or not at all; returns them by name. The manifest comes last.

    Only the picture speaks the language of the reader; the files for machines are the same in every language.
    """
    files: dict[str, Path] = {}
    if picture:
        from negotiation_sim.figures.agreement import agreement_axes
        from negotiation_sim.figures.picture_files import save_picture

        figure = agreement_axes(comparison, language).get_figure(root=True)
        assert figure is not None
        files |= save_picture(figure, folder, "agreement")
        if comparison.scenario.ladder is not None:
            from negotiation_sim.figures.endings import endings_axes

            figure = endings_axes(comparison, language).get_figure(root=True)
            assert figure is not None
            files |= save_picture(figure, folder, "endings")
    files["summary.csv"] = folder / "summary.csv"
    write_whole(files["summary.csv"], summary_csv(comparison))
    files["results.json"] = folder / "results.json"
    write_whole(files["results.json"], json.dumps(document(comparison), indent=1, ensure_ascii=False) + "\n")
    text = json.dumps(manifest(comparison, files, options), indent=1, ensure_ascii=False)
    files["manifest.json"] = folder / "manifest.json"
    write_whole(files["manifest.json"], text + "\n")
    return files


def arms_table(comparison: Comparison, language: Language = ENGLISH) -> list[str]:
    """Lines of the table of all arms and points."""
    _, numbers = language.gettext, language.numbers

    def number(value: float | None, digits: int) -> str:
        return "-" if value is None else numbers.decimal(value, digits)

    def percent(value: float | None) -> str:
        return "-" if value is None else numbers.decimal(100 * value, 1)

    rows = [
        [
            # NOTE: heads of a table, each over a column of numbers
            _("arm"),
            # NOTE: head of the column with the value on the axis
            _("at"),
            _("agree %"),
            numbers.percent(LEVEL),
            _("rounds"),
            _("joint value"),
            _("expected"),
            _("least"),
            _("trust"),
        ]
    ]
    for name, points in comparison.arms.items():
        for point in points:
            content = point_document(point, comparison.scenario)
            rows.append(
                [
                    comparison.scenario.arm_label(name, language.code),
                    point_shown(point.at, language),
                    percent(content["agreement_rate"]),
                    # NOTE: an interval in a narrow column, such as "12.0-15.5"
                    _("{low}-{high}").format(low=percent(content["low"]), high=percent(content["high"])),
                    number(content["mean_rounds"], 1),
                    number(content["joint_value"], 2),
                    number(content["expected_value"], 2),
                    number(content["least_surplus"], 2),
                    number(content["trust"], 2),
                ]
            )
    return aligned(rows)


def pairs_table(comparison: Comparison, language: Language = ENGLISH) -> list[str]:
    """Lines of the table of paired differences, in percentage points: each arm against the one before it."""
    _ = language.gettext
    names = list(comparison.arms)
    neighbours = set(zip(names, names[1:], strict=False))
    # NOTE: in the table of differences: percentage points
    rows = [[_("difference under the same luck"), _("at"), _("points"), language.numbers.percent(LEVEL)]]
    shown = [pair for pair in comparison.pairs if (pair.first, pair.second) in neighbours]
    # Arms stay together, as in the first table.
    shown.sort(key=lambda pair: names.index(pair.first))
    for pair in shown:
        arm, other = (comparison.scenario.arm_label(name, language.code) for name in (pair.second, pair.first))
        # NOTE: the difference between two arms: the one less the other
        title = _("{arm} - {other}").format(arm=arm, other=other)
        rows.append([title, point_shown(pair.at, language), *_difference(pair, language)])
    return aligned(rows)


def _difference(pair: PairedPoint, language: Language) -> tuple[str, str]:
    """By how many points the second arm is above the first, and the interval."""
    difference = pair.difference
    value, low, high = (
        language.numbers.signed(-100 * (bound or 0.0), 1)
        for bound in (difference.value, difference.high, difference.low)
    )
    return value, language.gettext("{low} to {high}").format(low=low, high=high)
