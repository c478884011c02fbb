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


def _verdict(row: Row, check: AnyCheck, language: Language) -> str:
    _ = language.gettext
    if check.against == "people":
        # NOTE: the verdict on a number of the model beside what was observed: inside the band, or outside
        return _("inside") if row.holds else _("outside")
    # NOTE: the verdict on one number of a check
    return _("holds") if row.holds else _("FAILS")


def _whole_verdict(checked: Checked, language: Language) -> str:
    _ = language.gettext
    if checked.check.against == "people":
        inside = sum(row.holds for row in checked.rows)
        # NOTE: how many numbers of the model lie inside the band that was observed
        return _("{inside} of {all} inside").format(inside=inside, all=len(checked.rows))
    return _("holds") if checked.holds else _("FAILS")


def _heads(language: Language) -> list[str]:
    _ = language.gettext
    # NOTE: heads of a table
    return [_("what"), _("expected"), _("measured"), _("interval or tolerance"), _("verdict")]


def _expected(row: Row, language: Language) -> str:
    expected = language.numbers.decimal(row.expected, row.digits)
    if row.expected_high is not None:
        high = language.numbers.decimal(row.expected_high, row.digits)
        return language.gettext("{low} to {high}").format(low=expected, high=high)
    return {"equal": "", "at_least": "≥ ", "at_most": "≤ "}[row.relation] + expected


def _cells(row: Row, check: AnyCheck, language: Language) -> list[str]:
    _, numbers = language.gettext, language.numbers
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
        _expected(row, language),
        numbers.decimal(row.measured.value, row.digits),
        certainty,
        _verdict(row, check, language),
    ]


def table(checked: Checked, language: Language) -> list[str]:
    """The title of a check and its rows, in columns."""
    title = f"{language.gettext(checked.check.title)} ({checked.check.name})"
    return [title, *aligned([_heads(language), *(_cells(row, checked.check, language) for row in checked.rows)])]


def document(all_checked: Sequence[Checked]) -> dict[str, Any]:
    """Every number, for machines; on the whole it is what is known from theory that must hold."""
    return {
        "holds": all(checked.holds for checked in all_checked if checked.check.against == "theory"),
        "confidence": CONFIDENCE,
        "checks": [
            {
                "name": checked.check.name,
                "against": checked.check.against,
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
        paragraph(
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
        paragraph(
            _(
                "What comes from random draws has an interval of three standard errors ({confidence}), and holds where "
                "that holds the expected number. What is exact must be so but for the tolerance named. Seeds are "
                "fixed, so the numbers are the same at every call."
            ).format(confidence=language.numbers.percent(CONFIDENCE, 2))
        ),
        "",
        paragraph(
            _(
                "That a check holds says that this part computes what it should. It says nothing about how well the "
                "model of [model.md](model.md) fits the world."
            )
        ),
        "",
        paragraph(
            _(
                "The last checks are of another kind: they put the shipped scenarios beside what was observed of "
                "people. There a number is inside the observed band, or outside it where no part of its interval "
                "reaches the band. Nothing was fitted to be inside; what is outside is told with its cause, and is no "
                "fault of the program."
            )
        ),
        "",
    ]
    summary = [[_("check"), _("numbers"), _("verdict")]]
    for checked in all_checked:
        link = f"[{_(checked.check.title)}](#{checked.check.name.replace('_', '-')})"
        summary.append([link, language.numbers.whole(len(checked.rows)), _whole_verdict(checked, language)])
    lines += markdown_table(summary)
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
        paragraph(_(check.claim)),
        "",
        paragraph(_("**Known from:** {source}").format(source=_(check.source))),
        "",
        paragraph(_("**At work:** {exercised}").format(exercised=_(check.exercised))),
        "",
        *markdown_table([_heads(language), *(_cells(row, check, language) for row in checked.rows)]),
        "",
        *([paragraph(_("**To be read so:** {remark}").format(remark=_(check.remark))), ""] if check.remark else []),
        f"![{_(check.title)}]({picture})",
        "",
        f"`negotiation-sim validate {check.name}`",
    ]


def paragraph(text: str) -> str:
    """A paragraph of a page, in lines of at most 120 letters."""
    return fill(text, 120, break_long_words=False, break_on_hyphens=False)


def markdown_table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table, its heads first."""
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
