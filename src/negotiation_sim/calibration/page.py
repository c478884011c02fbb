"""The page of a calibration, its pictures and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from negotiation_sim.calibration.bands import SCENARIO
from negotiation_sim.calibration.numbers_file import NAME, write_draws
from negotiation_sim.calibration.posterior import (
    FEWEST,
    LITTLE,
    MASS,
    MUCH,
    TOLD,
    Marginal,
    Predicted,
    believed_worth,
    correlations,
    marginals,
    predicted,
    width_error,
)
from negotiation_sim.calibration.rejection import HOPELESS, SHIPPED_RUNS, Draws
from negotiation_sim.experiments.files import write_whole
from negotiation_sim.validation.report import markdown_table, paragraph

if TYPE_CHECKING:
    from negotiation_sim.messages.language import Language

PAGE = "calibration.md"
PICTURES = Path("images") / "calibration"
"""Where the pictures of the page lie, beside it."""


def page(draws: Draws, language: Language) -> str:
    """The page in Markdown; its pictures lie in `PICTURES` beside it."""
    parts = [*_opening(draws, language), *_beforehand(draws, language), *_observed(draws, language)]
    if int(draws.kept.sum()) >= FEWEST:
        parts += [*_numbers(draws, language), *_bands(draws, language), *_verdicts(draws, language)]
    else:
        _ = language.gettext
        told = _("Only {kept} draws were kept, too few to say anything of the numbers: play more points.")
        parts += ["", paragraph(told.format(kept=int(draws.kept.sum())))]
    return "\n".join([*parts, *_limits(language)]) + "\n"


def _opening(draws: Draws, language: Language) -> list[str]:
    _, whole = language.gettext, language.numbers.whole
    about = _(
        "The shipped scenarios rest on assumed numbers. This page asks which values of six of them, in the scenario "
        "`{scenario}`, would make its disputes end as observed ones did, and how much the observations say at all. No "
        "number of the scenario was changed for it. The page is written by the program:"
    ).format(scenario=SCENARIO)
    method = _(
        "Approximate Bayesian computation by rejection: {points} combinations of values are drawn evenly from ranges "
        "held possible beforehand (a scrambled Sobol sequence), each is played {runs} times without and as often with "
        "a mediator, all with the same luck, and is kept if every share lies in its observed band. The bands are the "
        "95% intervals of the sources, so the tolerance is the error of the observations and not a choice of ours; the "
        "error of {runs} runs comes on top. A draw that a fifth of its runs shows to be more than {errors} standard "
        "errors off a band is put aside at once, and one that misses a band without a mediator is not played with one. "
        "{kept} of the {points} draws were kept."
    ).format(
        points=whole(len(draws.shares)),
        runs=whole(draws.runs),
        errors=language.numbers.decimal(HOPELESS, 0),
        kept=whole(int(draws.kept.sum())),
    )
    call = f"negotiation-sim calibrate --points {len(draws.shares)} --runs {draws.runs} --out docs"
    title = "# " + _("Calibration: which numbers would fit what was observed")
    return [title, "", paragraph(about), "", "```", call, "```", "", paragraph(method)]


def _beforehand(draws: Draws, language: Language) -> list[str]:
    _, given = language.gettext, language.numbers.as_given
    heads = [_("number"), _("field"), _("held possible"), _("as shipped"), _("why this range")]
    span = _("{low} to {high}")
    table = [
        [_(p.title), f"`{p.path}`", span.format(low=given(p.low), high=given(p.high)), given(p.shipped), _(p.why)]
        for p in draws.parameters
    ]
    return ["", "## " + _("Taken to be unknown"), "", *markdown_table([heads, *table])]


def _observed(draws: Draws, language: Language) -> list[str]:
    _ = language.gettext
    what = _(
        "What each share counts, with its source, is told under the last checks of [validation.md](validation.md). The "
        "first two are of the same 66 conflicts and so hardly two observations. Kazakhstan's are held against disputes "
        "without a mediator, since the sources do not tell in how many there was one; those of Acas, from another "
        "country and law, against the mediated ones. Some bands were left out of the fit, to see whether what fits the "
        "one also fits the other."
    )
    return ["", "## " + _("Held against"), "", paragraph(what)]


def _numbers(draws: Draws, language: Language) -> list[str]:
    _, numbers = language.gettext, language.numbers
    heads = [
        _("number"),
        _("middle"),
        _("central {mass}").format(mass=numbers.percent(MASS)),
        _("width, before = 1"),
        _("the data say"),
        _("as shipped"),
        _("kept draws below that"),
    ]
    table = []
    for found in marginals(draws):
        ends = _("{low} to {high}").format(low=numbers.decimal(found.low, 2), high=numbers.decimal(found.high, 2))
        table.append(
            [
                _(found.parameter.title),
                numbers.decimal(found.middle, 2),
                ends,
                numbers.decimal(found.width, 2),
                _says(found, language),
                numbers.as_given(found.parameter.shipped),
                numbers.percent(found.below),
            ]
        )
    told = _(
        "A width of 1 means that the kept draws spread as widely as all draws; from {kept} of them it is sure to about "
        "± {error}. The data say much where it is at most {much}; a little up to {little}, or where the middle has "
        "moved by more than two standard errors; otherwise next to nothing of that number by itself. A number may "
        "still be tied to another one."
    ).format(
        kept=numbers.whole(int(draws.kept.sum())),
        error=numbers.decimal(width_error(draws), 2),
        much=numbers.as_given(MUCH),
        little=numbers.as_given(LITTLE),
    )
    pairs = _pairs(draws, language)
    none = _("No pair of numbers hangs together among the kept draws by a rank correlation of {least} or more.")
    tied = _(
        "Rank correlations among the kept draws, from {least}: {pairs}. Such numbers can stand in for one another."
    )
    least = numbers.decimal(TOLD, 1)
    words = tied.format(least=least, pairs="; ".join(pairs)) if pairs else none.format(least=least)
    return [
        "",
        "## " + _("What the observations say of the numbers"),
        "",
        *markdown_table([heads, *table]),
        "",
        paragraph(told),
        "",
        paragraph(words),
        "",
        paragraph(_together(draws, language)),
        "",
        f"![{_('What the observed shares say of the numbers')}]({(PICTURES / 'posterior.png').as_posix()})",
    ]


def _together(draws: Draws, language: Language) -> str:
    _, decimal = language.gettext, language.numbers.decimal
    before, after = believed_worth(draws)
    return _(
        "What no deal is worth and how far sides overrate it act together, as what they believe it to be worth on "
        "average, the sum of the two. Of the sum the central {mass} goes from {low} to {high} among the kept draws, "
        "and from {low_before} to {high_before} among all."
    ).format(
        mass=language.numbers.percent(MASS),
        low=decimal(after[0], 2),
        high=decimal(after[1], 2),
        low_before=decimal(before[0], 2),
        high_before=decimal(before[1], 2),
    )


def _says(found: Marginal, language: Language) -> str:
    _ = language.gettext
    if found.width <= MUCH:
        # NOTE: "the data say ... of this number"
        return _("much")
    # NOTE: "the data say ... of this number"
    return _("a little") if found.width <= LITTLE or found.has_moved else _("next to nothing")


def _pairs(draws: Draws, language: Language) -> list[str]:
    _ = language.gettext
    matrix = correlations(draws)
    titles = [_(parameter.title) for parameter in draws.parameters]
    found = [
        (float(matrix[i, j]), _("{one} and {other} {r}"), titles[j], titles[i])
        for i in range(len(titles))
        for j in range(i)
        if abs(matrix[i, j]) >= TOLD
    ]
    return [
        text.format(one=one, other=other, r=language.numbers.signed(r, 2))
        for r, text, one, other in sorted(found, key=lambda pair: -abs(pair[0]))
    ]


def _bands(draws: Draws, language: Language) -> list[str]:
    _, numbers = language.gettext, language.numbers
    heads = [
        _("share"),
        _("observed"),
        _("in the fit"),
        _("model before"),
        _("model after"),
        _("kept draws inside"),
        _("as shipped"),
        _("after / as shipped"),
    ]

    def ends(pair: tuple[float, float]) -> str:
        return _("{low} to {high}").format(low=numbers.decimal(pair[0], 2), high=numbers.decimal(pair[1], 2))

    # NOTE: whether a band is met, and whether it took part in the fit
    met, missed, yes, no = _("met"), _("missed"), _("yes"), _("no")
    table = [
        [
            _(found.band.title),
            ends((found.band.low, found.band.high)),
            yes if found.band.fitted else no,
            ends(found.before),
            ends(found.after),
            numbers.percent(found.inside),
            numbers.decimal(found.shipped, 3),
            f"{met if found.is_met else missed} / {met if found.is_met_as_shipped else missed}",
        ]
        for found in predicted(draws)
    ]
    told = _(
        "Before: central {mass} over the first draws, wherever they lead; after: over the kept draws, each played anew "
        "with other luck, since the first luck has helped it to be kept. A band is met after the fit if at least half "
        "of the kept draws lie in it, and as shipped if the share of {runs} runs does. That the bands of the fit are "
        "met says only that the model can reach them; the bands left out are the test. Of these the first is counted "
        "as the second of the fit is and tells of another region and year, not of another thing."
    ).format(mass=numbers.percent(MASS), runs=numbers.whole(SHIPPED_RUNS))
    return [
        "",
        "## " + _("Bands met and missed"),
        "",
        *markdown_table([heads, *table]),
        "",
        paragraph(told),
        "",
        f"![{_('Bands that the model meets, and others')}]({(PICTURES / 'bands.png').as_posix()})",
    ]


def _verdicts(draws: Draws, language: Language) -> list[str]:
    _ = language.gettext
    found, bands = marginals(draws), predicted(draws)
    return [
        "",
        "## " + _("What follows for the shipped numbers"),
        "",
        paragraph(_of_defaults(found, language)),
        "",
        paragraph(_of_missed(bands, language)),
    ]


def _of_defaults(found: Sequence[Marginal], language: Language) -> str:
    _ = language.gettext
    off = [_(one.parameter.title) for one in found if not one.is_shipped_inside]
    mass = language.numbers.percent(MASS)
    if not off:
        return _(
            "Every shipped value lies in the central {mass} of the kept draws: taken one by one, none is contradicted. "
            "That is no confirmation, since the data leave wide ranges."
        ).format(mass=mass)
    return _(
        "Outside the central {mass} of the kept draws, and so off as far as these observations go: {numbers}. The "
        "defaults were not changed."
    ).format(mass=mass, numbers=", ".join(off))


def _of_missed(bands: Sequence[Predicted], language: Language) -> str:
    _ = language.gettext

    def titles(those: Sequence[Predicted]) -> str:
        # NOTE: in place of a list: nothing is in it
        return "; ".join(_(one.band.title) for one in those) or _("none")

    missed = titles([one for one in bands if not one.band.fitted and not one.is_met])
    shipped = titles([one for one in bands if one.band.fitted and not one.is_met_as_shipped])
    return _(
        "Bands of the fit that the scenario misses as shipped: {shipped}. Bands left out that most of the kept draws "
        "miss, so that these six numbers alone cannot bring the model there, whatever their values within the ranges "
        "and the fit: {missed}."
    ).format(shipped=shipped, missed=missed)


def _limits(language: Language) -> list[str]:
    _ = language.gettext
    library = _(
        "Why no library: pyABC is looked after and does more (sequential populations, adaptive distances), but it "
        "brings a database, a message queue and a cluster scheduler as dependencies. Four shares and six numbers at "
        "thousands of negotiations a second need none of that; the rejection is some sixty lines beside scipy."
    )
    limits = _(
        "What this does not say: that the model is right where it fits; the other numbers stay as shipped, so a fit "
        "may make up for a wrong one among them. All sides bargain by positions. Shares of endings say little of how "
        "talks went. The sources are small, from different countries and years, and count endings that the model does "
        "not have, and the other way round."
    )
    numbers = _("The draws played in full, with their shares: [{file}]({file}).").format(file=NAME)
    return ["", "## " + _("What to keep in mind"), "", paragraph(limits), "", paragraph(library), "", numbers]


def write_page(draws: Draws, folder: Path, language: Language) -> list[Path]:
    """Write the pictures, the numbers and then the page, each whole or not at all; returns the files."""
    from negotiation_sim.calibration.picture import bands_picture, posterior_picture
    from negotiation_sim.figures.picture_files import save_picture

    files: list[Path] = []
    if int(draws.kept.sum()) >= FEWEST:
        files += save_picture(posterior_picture(draws, language), folder / PICTURES, "posterior").values()
        files += save_picture(bands_picture(draws, language), folder / PICTURES, "bands").values()
    write_draws(draws, folder / NAME)
    write_whole(folder / PAGE, page(draws, language))
    return [*files, folder / NAME, folder / PAGE]
