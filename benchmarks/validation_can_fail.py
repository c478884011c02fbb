"""Every check of `negotiation-sim validate` turns red when one line of what it guards is broken.

    python benchmarks/validation_can_fail.py [NAME ...]

Works on a copy of src in a temporary folder. First all checks are made there as they are; then each break in turn is
put in, its check is made, and the line is put back. Prints how many rows turn red that were not red before; ends with
1 where none does, or a check has no break here. Takes about six minutes on one core, most of it compiling. The output
is kept in benchmarks/validation_can_fail.txt.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from negotiation_sim.experiments.text_table import aligned

SOURCES = Path(__file__).parents[1] / "src"


class Break(NamedTuple):
    """One line of the program made wrong: `old`, which the file holds once, becomes `new`."""

    check: str
    file: str
    old: str
    new: str
    how: str


BREAKS = (
    Break(
        "frontier",
        "analysis/frontier.py",
        "utilities[frontier[place], party] < utilities[row, party]",
        "utilities[frontier[place], party] <= utilities[row, party]",
        "a tie with anybody saves a dominated package",
    ),
    Break(
        "frontier",
        "analysis/package_space.py",
        "enumerate(counts[1:], start=1):\n        total = (total[:, :, None] + values",
        "enumerate(counts[1:], start=1):\n        total = (total[:, :, None] - values",
        "values of further issues are taken off",
    ),
    Break(
        "solutions", "analysis/solutions.py", "product *= column", "product += column", "a sum of gains for the product"
    ),
    Break(
        "solutions",
        "analysis/solutions.py",
        "gains[:, can_gain] / ideal[can_gain]",
        "gains[:, can_gain]",
        "gains not divided by the ideal",
    ),
    Break(
        "solutions",
        "analysis/solutions.py",
        "gains.min(axis=1))",
        "gains.max(axis=1))",
        "the largest gain for the smallest",
    ),
    Break(
        "double_auction",
        "draws.py",
        "(high >> 5) * 67108864",
        "(high >> 6) * 67108864",
        "even numbers reach only to a half",
    ),
    Break(
        "double_auction",
        "analysis/intervals.py",
        "bounds = binomtest(successes, n)",
        "bounds = binomtest(n - successes, n)",
        "the interval of the other outcome",
    ),
    Break(
        "alternating_offers",
        "protocols/turns.py",
        "table.turn[0] += 1",
        "table.turn[0] += count",
        "the first always speaks",
    ),
    Break(
        "alternating_offers",
        "scenario/quota.py",
        "return max(2, math.ceil(share * sides))",
        "return 2",
        "two yeses are enough for anything",
    ),
    Break(
        "legislature", "scenario/quota.py", "math.ceil(share * sides)", "math.floor(share * sides)", "a quota too low"
    ),
    Break(
        "legislature",
        "validation/chance.py",
        "uniform(Moment(seed, run, 0), who",
        "uniform(Moment(seed, 0, 0), who",
        "every run draws the same lot",
    ),
    Break(
        "mediated_talk",
        "draws.py",
        "(high >> 5) * 67108864",
        "(high >> 6) * 67108864",
        "even numbers reach only to a half",
    ),
    Break(
        "mediated_talk",
        "validation/talk_theory.py",
        "noise = (8.0 * conflict - 1.0) / (8.0 * (1.0 + conflict))",
        "noise = (8.0 * conflict - 1.0) / (9.0 * (1.0 + conflict))",
        "the mediator hides too little",
    ),
    Break(
        "mediated_talk",
        "validation/best_mechanism.py",
        "    if is_free:",
        "    if not is_free:",
        "who is bound is free, and who is free is bound",
    ),
    Break(
        "single_text_voters",
        "analysis/intervals.py",
        "value = total / n",
        "value = total / (n * n)",
        "a mean divided twice",
    ),
    Break(
        "single_text_voters",
        "validation/single_text.py",
        "stands = (yes | over).all(axis=0)",
        "stands = (yes | over).any(axis=0)",
        "one yes is enough",
    ),
    Break(
        "single_text_voters",
        "validation/single_text.py",
        "evenly & (passed > passed[::-1])",
        "evenly & (passed < passed[::-1])",
        "the mediator stays uneven",
    ),
    Break(
        "time_tactics",
        "rules/concession.py",
        "share = math.pow(view.clock, party.firmness)",
        "share = math.pow(view.clock, 1.0 / party.firmness)",
        "polynomial: beta upside down",
    ),
    Break(
        "time_tactics",
        "rules/concession.py",
        "math.exp(math.pow(1.0 - view.clock, beta)",
        "math.exp(math.pow(view.clock, beta)",
        "exponential: time runs backwards",
    ),
    Break(
        "time_tactics",
        "engine/clock.py",
        "(round_no + 1.0 - table.stage_began[0])",
        "(round_no - table.stage_began[0])",
        "the clock is a round late",
    ),
    Break(
        "answering_tactics",
        "rules/concession.py",
        "ratio = view.memory[q, 1] / view.memory[q, 0]",
        "ratio = view.memory[q, 0] / view.memory[q, 1]",
        "relative: upside down",
    ),
    Break(
        "answering_tactics",
        "rules/concession.py",
        "+ party.noise * view.luck",
        "- party.noise * view.luck",
        "random absolute: the step turned round",
    ),
    Break(
        "answering_tactics",
        "rules/concession.py",
        "lag = min(party.window, int(view.heard[q]) - 1)",
        "lag = min(party.window, int(view.heard[q]))",
        "averaged: an offer looked for that never came",
    ),
    Break(
        "answering_tactics",
        "engine/offering.py",
        "    memory[0] = value\n",
        "    memory[0] = raw\n",
        "remembered as heard, not as understood",
    ),
    Break(
        "disclosing_dyads",
        "scenario/arrays.py",
        "case.reservation[p] = settings.reservation_value",
        "case.reservation[p] = settings.reservation_value + 0.2",
        "everybody's alternative is worth more",
    ),
    Break(
        "mediated_disputes",
        "scenario/arrays.py",
        "case.reservation[p] = settings.reservation_value",
        "case.reservation[p] = settings.reservation_value + 0.2",
        "everybody's alternative is worth more",
    ),
    Break(
        "kazakh_disputes",
        "scenario/arrays.py",
        "case.reservation[p] = settings.reservation_value",
        "case.reservation[p] = settings.reservation_value + 0.2",
        "everybody's alternative is worth more",
    ),
)


def made(sources: Path, folder: Path, *names: str) -> dict[str, Any]:
    """What `negotiation-sim validate --json` says of a check (of all without a name) in these sources, by check."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(sources),
        "NUMBA_CACHE_DIR": str(folder / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "negotiation_sim", "validate", *names, "--json", "--out", str(folder / "out")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=folder)
    if done.returncode not in (0, 1) or not done.stdout.startswith("{"):
        raise SystemExit(f"{' '.join(command)} gave no verdict:\n{done.stderr}")
    return {check["name"]: check for check in json.loads(done.stdout)["checks"]}


def red_rows(check: dict[str, Any]) -> set[str]:
    """What does not hold."""
    return {row["what"] for row in check["rows"] if not row["holds"]}


def broken(sources: Path, folder: Path, one: Break) -> tuple[str, dict[str, Any]]:
    """The line of a break, and its check as it comes out with it."""
    path = sources / "negotiation_sim" / one.file
    text = path.read_text(encoding="utf-8")
    if text.count(one.old) != 1:
        raise SystemExit(f"{one.file} holds {text.count(one.old)} times, not once: {one.old}")
    path.write_text(text.replace(one.old, one.new), encoding="utf-8")
    check = made(sources, folder, one.check)[one.check]
    path.write_text(text, encoding="utf-8")
    return f"{one.file}:{text[: text.index(one.old)].count(chr(10)) + 1}", check


def main(chosen: list[str]) -> int:
    from negotiation_sim.validation.catalogue import CHECKS

    names = chosen or list(CHECKS)
    table, green = [["check", "line", "broken how", "red rows"]], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sources = folder / "src"
        shutil.copytree(SOURCES, sources, ignore=shutil.ignore_patterns("__pycache__"))
        for name in names:
            whole = made(sources, folder, name)[name]
            before = red_rows(whole)
            table.append([name, "as it is", "", f"{len(before)} of {len(whole['rows'])}"])
            for one in BREAKS:
                if one.check == name:
                    line, check = broken(sources, folder, one)
                    new = red_rows(check) - before
                    table.append([name, line, one.how, f"{len(new)} of {len(check['rows'])}"])
                    green += [] if new else [f"{name} ({line})"]
    without = [name for name in names if all(one.check != name for one in BREAKS)]
    print("\n".join(aligned(table)))
    print(f"\nbreaks that turn nothing red: {', '.join(green) or 'none'}")
    print(f"checks without a break: {', '.join(without) or 'none'}")
    return 1 if green or without else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
