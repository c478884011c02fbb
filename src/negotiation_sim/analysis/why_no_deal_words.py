"""What is to be seen in a `WhyNoDeal`, in words: the table, the sentences and the texts of the picture.

Every function takes the language of the reader.
"""

from __future__ import annotations

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.analysis.why_no_deal import CONFIDENCE, OVERLAP, Removal, WhyNoDeal
from negotiation_sim.messages.language import ENGLISH, Language


def table(why: WhyNoDeal, language: Language = ENGLISH) -> list[str]:
    """Lines of a table, one for each cause in this scenario, then one for all misperceptions."""
    _ = language.gettext
    rows = [_cells(row, language) for row in (*why.applying, why.misperceptions) if row.applies]
    if not rows:
        return []
    heads = (_("cause removed"), _("failed repaired"), _("agreed broken"), _("change in agreement, points"))
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    labels = [cell.ljust(widths[0]) for cell in columns[0]]
    numbers = [[cell.rjust(width) for cell in column] for column, width in zip(columns[1:], widths[1:], strict=True)]
    return ["  ".join(line) for line in zip(labels, *numbers, strict=True)]


def counts(why: WhyNoDeal, language: Language = ENGLISH) -> str:
    """How many runs there were and how they ended."""
    whole = language.numbers.whole
    message = language.gettext("{runs} runs (seed {seed}): {agreed} agreed, {failed} failed.")
    return message.format(runs=whole(why.runs), seed=why.seed, agreed=whole(why.agreed), failed=whole(why.failed))


def what_to_see(why: WhyNoDeal, language: Language = ENGLISH) -> list[str]:
    """Sentences that say what the numbers show, the most important first."""
    return [*_best(why, language), *_beyond(why, language), *_absent(why, language), language.gettext(OVERLAP)]


def caption(why: WhyNoDeal, language: Language = ENGLISH) -> str:
    """What the picture rests on, and how to read it."""
    _, numbers = language.gettext, language.numbers
    basis = _(
        "{runs} runs (seed {seed}), each replayed with one cause removed under the same luck; "
        "whiskers: {level} intervals (Wilson)."
    )
    shown = basis.format(runs=numbers.whole(why.runs), seed=why.seed, level=numbers.percent(CONFIDENCE))
    told = [shown, _(OVERLAP)]
    if why.misperceptions.applies:
        told.append(_("Misperceptions: noise, devaluation, optimism and fixed-pie bias."))
    return " ".join(told)


def _cells(row: Removal, language: Language) -> tuple[str, ...]:
    shares = (_percent(share, language) if share else "-" for share in (row.repairs, row.breaks))
    return (language.gettext(row.label), *shares, _points(row.change, language) if row.change else "-")


def _percent(share: Interval, language: Language) -> str:
    """A share and its interval, such as "25.0% (22.4 to 27.8)"."""
    low, high = (language.numbers.decimal(100 * (bound or 0.0), 1) for bound in share[1:])
    return f"{language.numbers.percent(share.value, 1)} ({_span(low, high, language)})"


def _points(change: Interval, language: Language) -> str:
    """A change and its interval in percentage points, such as "+4.0 (-1.2 to +9.1)"."""
    value, low, high = (language.numbers.signed(100 * (bound or 0.0), 1) for bound in change)
    return f"{value} ({_span(low, high, language)})"


def _span(low: str, high: str, language: Language) -> str:
    return language.gettext("{low} to {high}").format(low=low, high=high)


def _best(why: WhyNoDeal, language: Language) -> list[str]:
    """What the removal that repairs most does, or why none repairs anything."""
    _ = language.gettext
    if not why.failed:
        return [_("No run failed: there is nothing to repair, and a change can only break agreements.")]
    best = why.applying[0] if why.applying else None
    if best is None or best.repairs is None or not best.repaired:
        return []
    repairs = _("The removal that repairs most is that of '{cause}' ({removal}): {share} of the failed runs.")
    told = [repairs.format(cause=_(best.label), removal=_(best.removal), share=_percent(best.repairs, language))]
    if best.breaks is None:
        return [*told, _("No run agreed as written, so no removal can break an agreement.")]
    return [*told, _("It breaks {share} of the agreed runs.").format(share=_percent(best.breaks, language))]


def _beyond(why: WhyNoDeal, language: Language) -> list[str]:
    if not why.failed:
        return []
    _, whole = language.gettext, language.numbers.whole
    none = _("{count} of {failed} failed runs are repaired by no single removal.")
    told = [none.format(count=whole(why.none_single), failed=whole(why.failed))]
    if why.misperceptions.repairs:
        together = _("Without noise, devaluation, optimism and fixed-pie bias, {share} are repaired.")
        told.append(together.format(share=_percent(why.misperceptions.repairs, language)))
    return told


def _absent(why: WhyNoDeal, language: Language) -> list[str]:
    _ = language.gettext
    absent = [_(row.label) for row in why.causes if not row.applies]
    return [_("Not in this scenario: {causes}.").format(causes=_(", ").join(absent))] if absent else []
