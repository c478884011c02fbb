"""The table of stylised facts in docs/model.md: what was measured, with intervals, and the verdict.

`python benchmarks/stylised_facts.py` prints it; `--write` puts it into docs/model.md. The facts and their sources are
those of docs/model.md; tests/facts asserts those on whose sign the literature agrees.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from negotiation_sim.experiments.simulation import Result, simulate
from negotiation_sim.scenario import load_scenario

RUNS = 4000
SCENARIOS = ("kazakhstan_general_agreement", "minimum_wage_2025")
INTERESTS = (("parties.*.strategy", "interest_based"),)
POSITIONS = (("parties.*.strategy", "position_based"),)
MEDIATED = (("mediator.style", "full"),)


@cache
def played(name: str, settings: tuple[tuple[str, object], ...]) -> Result:
    """The runs of a scenario with these settings."""
    return simulate(load_scenario(name).with_settings(dict(settings)), RUNS, seed=1)


def series(name: str, base: tuple, path: str, values: tuple) -> list[Result]:
    """One result for each value of a path."""
    return [played(name, (*base, (path, value))) for value in values]


def rates(results: list[Result]) -> str:
    """Agreement rates in per cent."""
    return " / ".join(f"{100 * result.agreement_rate.value:.1f}" for result in results)


def change(more: Result, fewer: Result) -> tuple[str, bool | None]:
    """A paired difference in points with its interval, and whether it is above 0 (None: not told apart)."""
    difference = more.compare(fewer)
    low, high = 100 * difference.low, 100 * difference.high
    verdict = True if low > 0 else (False if high < 0 else None)
    return f"{100 * difference.value:+.1f} ({low:+.1f} to {high:+.1f})", verdict


def rising(results: list[Result]) -> tuple[str, bool | None]:
    """Figures of a series that should rise, the paired change from first to last, and whether every step rises."""
    steps = [change(b, a)[1] for a, b in zip(results, results[1:], strict=False)]
    text, whole = change(results[-1], results[0])
    every = all(step is True for step in steps)
    return f"{rates(results)}; last - first {text}", True if every else (None if whole else False)


def value(result: Result, column: str = "joint_value") -> str:
    """Mean of a column given agreement."""
    interval = result.tally.mean_of_deals(column)
    return "-" if interval is None else f"{interval.value:.3f}"


def facts(name: str) -> list[tuple[str, str, str, str]]:
    """Number, fact, figures, verdict."""
    rows: list[tuple[str, str, str, str]] = []

    def add(number: str, fact: str, figures: str, shown: bool | None, note: str = "") -> None:
        verdict = {True: "shown", False: "not shown", None: "in part"}[shown]
        rows.append((number, fact, figures, f"{verdict}{'; ' + note if note else ''}"))

    quality = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
    path = "communication.quality"
    for words, base in (
        ("positions", POSITIONS),
        ("interests", INTERESTS),
        ("positions, mediator", POSITIONS + MEDIATED),
        ("interests, mediator", INTERESTS + MEDIATED),
    ):
        add(
            "1",
            f"agreement rises with quality .1 .3 .5 .7 .9 1 ({words})",
            *rising(series(name, base, path, quality)),
        )
    pairs = [
        (i, p) for i, p in zip(*(series(name, b, path, (0.3, 0.6, 0.9)) for b in (INTERESTS, POSITIONS)), strict=True)
    ]
    higher = [i.tally.mean_of_deals("joint_value").low > p.tally.mean_of_deals("joint_value").high for i, p in pairs]
    figures = "; ".join(f"{value(i)} against {value(p)}" for i, p in pairs)
    add("2", "joint value given a deal: interests above positions (quality .3, .6, .9)", figures, all(higher))

    talk = played(name, INTERESTS)
    silent = played(name, (*INTERESTS, ("parties.*.disclosure_items", 0)))
    haggle = played(name, POSITIONS)
    kept = (silent.agreement_rate.value - haggle.agreement_rate.value) / (
        talk.agreement_rate.value - haggle.agreement_rate.value
    )
    add(
        "3",
        "the advantage of interests goes without disclosure",
        f"talk, silence, positions: {rates([talk, silent, haggle])}; silence - talk {change(silent, talk)[0]}",
        None if kept > 0.05 else True,
        f"{100 * kept:.0f} % of the advantage stays, because effects of options are public facts",
    )
    pie = series(name, (*INTERESTS, (path, 0.4)), "parties.*.fixed_pie", (1.0, 0.5, 0.0))
    add("4", "fixed-pie bias (1, .5, 0) lowers agreement, quality .4", *rising(pie))
    trust = series(name, INTERESTS, "parties.*.trust", (0.15, 0.29, 0.31, 0.45, 0.8))
    text, every = rising(trust)
    add("5", "trust .15 .29 .31 .45 .8 raises agreement", text, every, "no cliff at the disclosure threshold")
    ends = [r.tally.mean_of("trust") for r in series(name, INTERESTS, path, (0.3, 0.9))]
    add(
        "6",
        "trust at the end: quality .3, .9",
        " / ".join(f"{e.value:.3f}" for e in ends),
        ends[1].low > ends[0].high,
    )
    add(
        "7",
        "devaluation .3 .2 .1 0: less of it, more agreement",
        *rising(series(name, INTERESTS, "parties.*.devaluation", (0.3, 0.2, 0.1, 0.0))),
    )
    for words, base in (("interests", INTERESTS), ("positions", POSITIONS)):
        gains = [change(played(name, (*base, *MEDIATED, (path, q))), played(name, (*base, (path, q)))) for q in quality]
        low, high = (float(gains[i][0].split(" ")[0]) for i in (1, 4))
        add(
            "8",
            f"a mediator (skill .4) helps more at low quality: gain at .1 .3 .5 .7 .9 1 ({words})",
            "; ".join(g[0] for g in gains),
            low > high if abs(low - high) > 5 else None,
            "at quality .1 hardly anything can be heard, with or without help",
        )
    weak = [
        played(name, (*INTERESTS, (path, 0.9), *MEDIATED, ("mediator.skill", s), ("mediator.pressure", 0.0)))
        for s in (0.05, 0.1)
    ]
    none = played(name, (*INTERESTS, (path, 0.9)))
    diffs = [change(w, none) for w in weak]
    add(
        "9",
        "a weak mediator (skill .05, .1, no reality-testing) may not help or may harm, quality .9",
        "; ".join(d[0] for d in diffs),
        any(d[1] is not True for d in diffs),
    )
    low_trust = [played(name, (*INTERESTS, *MEDIATED, ("parties.*.trust", t))).tally for t in (0.2, 0.25, 0.3, 0.45)]
    pairs_of = [(t.mean_of("disclosed_to_sides").value, t.mean_of("disclosed_to_mediator").value) for t in low_trust]
    add(
        "10",
        "turns with disclosure to sides / to the mediator, trust .2 .25 .3 .45",
        "; ".join(f"{a:.2f} / {b:.2f}" for a, b in pairs_of),
        all(b > a for a, b in pairs_of[:3]),
    )
    rounds = talk.to_pandas().query("ending == 'agreement'")["rounds"]
    late = (rounds > 0.8 * load_scenario(name).deadline).mean()
    add("12", "deals in the last fifth of the time", f"{100 * late:.0f} %", bool(late > 0.3))
    add(
        "13",
        "a longer deadline (12, 20, 30, 60) means more agreement",
        *rising(series(name, INTERESTS, "deadline", (12, 20, 30, 60))),
    )
    add(
        "14",
        "firmness 5, 3, 1, .33: softer, more agreement",
        *rising(series(name, INTERESTS, "parties.*.concession.firmness", (5.0, 3.0, 1.0, 0.33))),
    )
    both = series(name, INTERESTS, "quota", ("unanimity", "two_thirds"))
    add(
        "15",
        "two thirds: more agreement, less value, less for the last",
        f"{rates(both)}; value {value(both[0])} / {value(both[1])}; least surplus "
        f"{value(both[0], 'least_surplus')} / {value(both[1], 'least_surplus')}",
        True
        if both[1].tally.mean_of_deals("joint_value").high < both[0].tally.mean_of_deals("joint_value").low
        else None,
    )
    add(
        "17",
        "optimism .3 .2 .1 .05 0: less of it, more agreement",
        *rising(series(name, INTERESTS, "parties.*.optimism", (0.3, 0.2, 0.1, 0.05, 0.0))),
    )
    add(
        "18",
        "reservation value .65 .6 .55 .5 .42: a wider zone, more agreement",
        *rising(series(name, INTERESTS, "parties.*.reservation_value", (0.65, 0.6, 0.55, 0.5, 0.42))),
    )
    calm, touchy = series(name, INTERESTS, "parties.*.devaluation", (0.0, 0.3))
    expected = [r.tally.mean_of("joint_value").value for r in (calm, touchy)]
    add(
        "24",
        "survivors look better: value given a deal, expected value, at devaluation 0 / .3",
        f"{value(calm)} / {value(touchy)}; {expected[0]:.3f} / {expected[1]:.3f}",
        touchy.tally.mean_of_deals("joint_value").low > calm.tally.mean_of_deals("joint_value").high
        and expected[1] < expected[0],
    )
    return rows


def fewer_issues() -> tuple[str, str, str, str]:
    """Fact 16: the first 1, 2, 3, 4, 6 issues of the national table."""
    scenario = load_scenario(SCENARIOS[0]).with_settings(dict(INTERESTS))
    content = scenario.canonical() | {"compare": None}
    found = []
    for count in (1, 2, 3, 4, 6):
        import json
        import tempfile

        issues = dict(list(content["issues"].items())[:count])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "fewer.yaml"
            path.write_text(json.dumps({**content, "issues": issues}), encoding="utf-8")
            found.append(simulate(load_scenario(path), RUNS, seed=1))
    text = rates(found)
    steps = [result.agreement_rate.value for result in found]
    shown = True if steps == sorted(steps) else (None if steps[-1] > steps[0] else False)
    verdict = {True: "shown", None: "in part", False: "not shown"}[shown]
    note = "which issues come first matters too"
    return (
        "16",
        "agreement with the first 1, 2, 3, 4, 6 issues (interests, quality .6)",
        text,
        f"{verdict}; {note}",
    )


def table() -> str:
    """The Markdown table of all facts on both scenarios."""
    lines = [
        f"{RUNS:,} runs a figure, seed 1, quality .6 and no mediator unless said; agreement in %, differences in "
        "points under the same luck with 95 % intervals (Tango). *Shown* means that every step has the sign and its "
        "interval excludes 0; *in part* that the sign holds overall or not everywhere.",
    ]
    for name in SCENARIOS:
        lines += ["", f"`{name}`:", "", "| # | fact | figures | verdict |", "|---|---|---|---|"]
        rows = facts(name) + ([fewer_issues()] if name == SCENARIOS[0] else [])
        lines += [f"| {' | '.join(row)} |" for row in sorted(rows, key=lambda row: int(row[0]))]
    return "\n".join(lines)


def main() -> None:
    """Print the table, or write it into docs/model.md."""
    text = table()
    if "--write" not in sys.argv:
        print(text)
        return
    page = Path(__file__).parents[1] / "docs" / "model.md"
    content = page.read_text(encoding="utf-8")
    start, end = "<!-- facts table -->", "<!-- end of facts table -->"
    before, _, after = content.partition(start)
    after = after.partition(end)[2] if end in after else after
    page.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
