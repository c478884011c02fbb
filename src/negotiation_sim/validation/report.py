"""What a check leaves behind: a table for the screen, a document for machines, a page with pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import Any

from negotiation_sim.experiments.files import write_whole
from negotiation_sim.experiments.text_table import aligned
from negotiation_sim.messages.language import Language
from negotiation_sim.validation.check import CONFIDENCE, AnyCheck, Row

PAGE = "validation.md"
PICTURES = Path("images") / "validation"
"""Where the pictures of the page lie, beside it."""


@dataclass(frozen=True)
class Checked:
    """A check that was made, and its rows."""

    check: AnyCheck
    evidence: Any
    rows: list[Row]

    @property
    def holds(self) -> bool:
        """Whether every row holds."""
        return all(row.holds for row in self.rows)


def made(check: AnyCheck, language: Language) -> Checked:
    """Make a check."""
    evidence = check.measure()
    return Checked(check, evidence, check.rows(evidence, language))


def _verdict(holds: bool, language: Language) -> str:
    _ = language.gettext
    # NOTE: the verdict on one number of a check
    return _("holds") if holds else _("FAILS")


def _heads(language: Language) -> list[str]:
    _ = language.gettext
    # NOTE: heads of a table
    return [_("what"), _("expected"), _("measured"), _("interval or tolerance"), _("verdict")]


def _cells(row: Row, language: Language) -> list[str]:
    _, numbers = language.gettext, language.numbers
    sign = {"equal": "", "at_least": "≥ ", "at_most": "≤ "}[row.relation]
    if row.measured.low is not None and row.measured.high is not None:
        low, high = (numbers.decimal(bound, row.digits) for bound in (row.measured.low, row.measured.high))
        certainty = _("{low} to {high}").format(low=low, high=high)
    elif row.relation != "equal":
        certainty = ""
    elif row.tolerance == 0.0:
        # NOTE: in a column of tolerances: none
        certainty = _("exact")
    else:
        certainty = _("± {tolerance}").format(tolerance=numbers.with_decimal_sign(f"{row.tolerance:g}"))
    return [
        row.what,
        sign + numbers.decimal(row.expected, row.digits),
        numbers.decimal(row.measured.value, row.digits),
        certainty,
        _verdict(row.holds, language),
    ]


def table(checked: Checked, language: Language) -> list[str]:
    """The title of a check and its rows, in columns."""
    title = f"{language.gettext(checked.check.title)} ({checked.check.name})"
    return [title, *aligned([_heads(language), *(_cells(row, language) for row in checked.rows)])]


def document(all_checked: Sequence[Checked]) -> dict[str, Any]:
    """Every number, for machines."""
    return {
        "holds": all(checked.holds for checked in all_checked),
        "confidence": CONFIDENCE,
        "checks": [
            {
                "name": checked.check.name,
                "holds": checked.holds,
                "rows": [
                    {**row._asdict(), "measured": row.measured._asdict(), "holds": row.holds} for row in checked.rows
                ],
            }
            for checked in all_checked
        ],
    }


def page(all_checked: Sequence[Checked], language: Language) -> str:
    """The page in Markdown; its pictures lie in `PICTURES` beside it."""
    _ = language.gettext
    lines = [
        # NOTE: title of the page that compares the program with theory
        "# " + _("Validation"),
        "",
        _paragraph(
            _(
                "Parts of the program beside results of bargaining theory. Each check says what of the program is at "
                "work in it; some exercise little of the engine. This page is written by the program:"
            )
        ),
        "",
        "```",
        "negotiation-sim validate --out docs",
        "```",
        "",
        _paragraph(
            _(
                "What comes from random draws has an interval of three standard errors ({confidence}), and holds where "
                "that holds the expected number. What is exact must be so but for the tolerance named. Seeds are "
                "fixed, so the numbers are the same at every call."
            ).format(confidence=language.numbers.percent(CONFIDENCE, 2))
        ),
        "",
        _paragraph(
            _(
                "That a check holds says that this part computes what it should. It says nothing about how well the "
                "model of [model.md](model.md) fits the world."
            )
        ),
        "",
    ]
    summary = [[_("check"), _("numbers"), _("verdict")]]
    for checked in all_checked:
        link = f"[{_(checked.check.title)}](#{checked.check.name.replace('_', '-')})"
        summary.append([link, language.numbers.whole(len(checked.rows)), _verdict(checked.holds, language)])
    lines += _markdown(summary)
    for checked in all_checked:
        lines += _section(checked, language)
    return "\n".join(lines) + "\n"


def _section(checked: Checked, language: Language) -> list[str]:
    _ = language.gettext
    check = checked.check
    picture = (PICTURES / f"{check.name}.png").as_posix()
    return [
        "",
        f'<a id="{check.name.replace("_", "-")}"></a>',
        "",
        f"## {_(check.title)}",
        "",
        _paragraph(_(check.claim)),
        "",
        _paragraph(_("**Known from:** {source}").format(source=_(check.source))),
        "",
        _paragraph(_("**At work:** {exercised}").format(exercised=_(check.exercised))),
        "",
        *_markdown([_heads(language), *(_cells(row, language) for row in checked.rows)]),
        "",
        f"![{_(check.title)}]({picture})",
        "",
        f"`negotiation-sim validate {check.name}`",
    ]


def _paragraph(text: str) -> str:
    return fill(text, 120, break_long_words=False, break_on_hyphens=False)


def _markdown(rows: Sequence[Sequence[str]]) -> list[str]:
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return [head, "|" + "---|" * len(rows[0]), *rest]


def write_report(all_checked: Sequence[Checked], folder: Path, language: Language) -> list[Path]:
    """Write the pictures and then the page, each whole or not at all; returns the files."""
    from negotiation_sim.figures.picture_files import save_picture

    files: list[Path] = []
    for checked in all_checked:
        figure = checked.check.draw(checked.evidence, language)
        files += save_picture(figure, folder / PICTURES, checked.check.name).values()
    write_whole(folder / PAGE, page(all_checked, language))
    return [*files, folder / PAGE]
