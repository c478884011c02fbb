"""What is to be seen in a `WhyNoDeal`, in words: the table, the sentences and the texts of the picture.

Every function takes `_`, which gives a sentence in the reader's language (`str` leaves it in English).
"""

from __future__ import annotations

from collections.abc import Callable

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.why_no_deal import CONFIDENCE, OVERLAP, Removal, WhyNoDeal

Translate = Callable[[str], str]


def table(why: WhyNoDeal, _: Translate = str) -> list[str]:
    """Lines of a table, one for each cause in this scenario, then one for all misperceptions."""
    rows = [_cells(row, _) for row in (*why.applying, why.misperceptions) if row.applies]
    if not rows:
        return []
    heads = (_("cause removed"), _("failed repaired"), _("agreed broken"), _("change in agreement, points"))
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    labels = [cell.ljust(widths[0]) for cell in columns[0]]
    numbers = [[cell.rjust(width) for cell in column] for column, width in zip(columns[1:], widths[1:], strict=True)]
    return ["  ".join(line) for line in zip(labels, *numbers, strict=True)]


def counts(why: WhyNoDeal, _: Translate = str) -> str:
    """How many runs there were and how they ended."""
    shown = {"runs": why.runs, "seed": why.seed, "agreed": why.agreed, "failed": why.failed}
    return _("{runs:,} runs (seed {seed}): {agreed:,} agreed, {failed:,} failed.").format(**shown)


def what_to_see(why: WhyNoDeal, _: Translate = str) -> list[str]:
    """Sentences that say what the numbers show, the most important first."""
    return [*_best(why, _), *_beyond(why, _), *_absent(why, _), _(OVERLAP)]


def caption(why: WhyNoDeal, _: Translate = str) -> str:
    """What the picture rests on, and how to read it."""
    basis = _(
        "{runs:,} runs (seed {seed}), each replayed with one cause removed under the same luck; "
        "whiskers: {level:.0f} % intervals (Wilson)."
    )
    told = [basis.format(runs=why.runs, seed=why.seed, level=100 * CONFIDENCE), _(OVERLAP)]
    if why.misperceptions.applies:
        told.append(_("Misperceptions: noise, devaluation, optimism and fixed-pie bias."))
    return " ".join(told)


def _cells(row: Removal, _: Translate) -> tuple[str, ...]:
    shares = (_percent(share, _) if share else "-" for share in (row.repairs, row.breaks))
    moved = f"{100 * row.change.value:+.1f} ({_bounds(row.change, '+.1f', _)})" if row.change else "-"
    return (_(row.label), *shares, moved)


def _percent(share: Interval, _: Translate) -> str:
    return f"{100 * share.value:.1f} % ({_bounds(share, '.1f', _)})"


def _bounds(interval: Interval, form: str, _: Translate) -> str:
    low, high = (format(100 * (bound or 0.0), form) for bound in interval[1:])
    return _("{low} to {high}").format(low=low, high=high)


def _best(why: WhyNoDeal, _: Translate) -> list[str]:
    """What the removal that repairs most does, or why none repairs anything."""
    if not why.failed:
        return [_("No run failed: there is nothing to repair, and a change can only break agreements.")]
    best = why.applying[0] if why.applying else None
    if best is None or best.repairs is None or not best.repaired:
        return []
    repairs = _("The removal that repairs most is that of '{cause}' ({removal}): {share} of the failed runs.")
    told = [repairs.format(cause=_(best.label), removal=_(best.removal), share=_percent(best.repairs, _))]
    if best.breaks is None:
        return [*told, _("No run agreed as written, so no removal can break an agreement.")]
    return [*told, _("It breaks {share} of the agreed runs.").format(share=_percent(best.breaks, _))]


def _beyond(why: WhyNoDeal, _: Translate) -> list[str]:
    if not why.failed:
        return []
    none = _("{count:,} of {failed:,} failed runs are repaired by no single removal.")
    told = [none.format(count=why.none_single, failed=why.failed)]
    if why.misperceptions.repairs:
        together = _("Without noise, devaluation, optimism and fixed-pie bias, {share} are repaired.")
        told.append(together.format(share=_percent(why.misperceptions.repairs, _)))
    return told


def _absent(why: WhyNoDeal, _: Translate) -> list[str]:
    absent = [_(row.label) for row in why.causes if not row.applies]
    return [_("Not in this scenario: {causes}.").format(causes=", ".join(absent))] if absent else []
