"""Domains of Genius, imported: do the scenarios say what Genius' formula says of every outcome?

`python benchmarks/genius_domains.py FOLDER` takes every folder below FOLDER that holds a domain of Genius and its
profiles, imports each profile that can be read, and compares what the written scenario says (its `values`,
`deal_breakers` and `worthless`, added up here) with Genius' formula, written here once more from its Java sources with
the standard library's XML reader. All outcomes are compared, or 20,000 drawn by chance where there are more. What the
reader makes of the same files (GeniusProfile.utility) is compared as well. Ends with 1 if anything differs by more than
1e-12. Its output for a set of 14 domains, which carry no licence and are not in the project, is kept in
benchmarks/genius_domains.txt.
"""

from __future__ import annotations

import itertools
import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

import yaml

from negotiation_sim.interop.genius import GeniusDomain, GeniusFileError, read_domain, read_profile
from negotiation_sim.interop.genius.importing import read_genius
from negotiation_sim.interop.genius.scenario_text import scenario_text
from negotiation_sim.scenario.loading import scenario_of_text

MOST_COMPARED = 20_000
MOST_PARTIES = 8
TOLERANCE = 1e-12
Outcome = dict[int, str]
"""The text of the option by the index of the issue."""


def genius_utility(profile: Path) -> Callable[[Outcome], float]:
    """Genius' own formula for a profile, read as plainly as can be."""
    root = ElementTree.parse(profile).getroot()
    constrained = root.get("type") == "constraint"
    return _constraint_space(root) if constrained else _additive_space(root)


def _additive_space(root: ElementTree.Element) -> Callable[[Outcome], float]:
    weights = {int(e.attrib["index"]): float(e.attrib["value"]) for e in root.findall("objective/weight")}
    total = sum(weights.values())
    issues = {int(e.attrib["index"]): e for e in root.findall("objective/issue")}

    def evaluation(issue: ElementTree.Element, value: str) -> float:
        line = issue.find("evaluator")
        if line is not None:
            step = int(value) - int(issue.attrib["lowerbound"])
            return min(1.0, max(0.0, float(line.attrib["offset"]) + float(line.attrib["slope"]) * step))
        table = {item.attrib["value"]: float(item.attrib["evaluation"]) for item in issue.findall("item")}
        return table[value] / max(table.values()) if max(table.values()) >= 0.00001 else 0.0

    known = {}

    def utility(outcome: Outcome) -> float:
        worth = 0.0
        for index, value in outcome.items():
            if (index, value) not in known:
                known[index, value] = weights[index] / total * evaluation(issues[index], value)
            worth += known[index, value]
        return min(1.0, worth)

    return utility


def _constraint_space(root: ElementTree.Element) -> Callable[[Outcome], float]:
    ranks = {
        int(issue.attrib["index"]): {item.attrib["value"]: int(item.attrib["rank"]) for item in issue}
        for issue in root.findall("objective/rules/ranks/issue")
    }
    constraints = root.findall("objective/rules/constraints/constraint")

    def utility(outcome: Outcome) -> float:
        worth = 0.0
        for constraint in constraints:
            if "Outcome" in constraint.attrib["type"] and _is_void(constraint, outcome):
                return 0.0
        for index, table in ranks.items():
            own = [each for each in constraints if each.get("index") == str(index)]
            if not any(_is_lost(each, outcome) for each in own):
                worth += table[outcome[index]] / max(table.values())
        return worth / len(ranks)

    return utility


def _is_void(constraint: ElementTree.Element, outcome: Outcome) -> bool:
    checks = {int(each.attrib["index"]): each.attrib["condition"] for each in constraint}
    if constraint.attrib["type"] == "inclusiveZeroOutcomeConstraint":
        for index, condition in checks.items():
            value = outcome[index]
            if condition == "numeric=positive":
                holds = int(value) >= 0
            elif condition == "numeric=negative":
                holds = int(value) <= 0
            else:
                holds = condition in value
            if not holds:
                return False
        return True
    (first, condition), (second, words) = sorted(checks.items())
    number = int(outcome[first])
    asked = number > 0 if condition == "numeric=positive" else number < 0 and condition == "numeric=negative"
    return asked and words not in outcome[second]


def _is_lost(constraint: ElementTree.Element, outcome: Outcome) -> bool:
    kind, value = constraint.attrib["type"], outcome[int(constraint.attrib["index"])]
    if kind in ("zeroConstraint", "conditionalZeroConstraint"):
        assigned = {int(each.attrib["index"]): each.attrib["value"] for each in constraint}
        met = all(outcome[index] == wanted for index, wanted in assigned.items())
        return met and (kind == "zeroConstraint" or constraint.attrib["value"] not in value)
    total = sum(int(outcome[int(item.attrib["index"])]) for item in constraint.findall("item"))
    if not int(constraint.attrib["min"]) <= total <= int(constraint.attrib["max"]):
        return False
    if kind == "sumZeroConstraintList":
        return any(each.attrib["value"] in value for each in constraint.findall("condition"))
    return (constraint.attrib["value"] in value) == (kind == "sumZeroConstraint")


def outcomes_of(domain: GeniusDomain) -> Iterator[tuple[int, ...]]:
    """All outcomes as options by position, or so many of them drawn by chance."""
    counts = [len(issue.options) for issue in domain.issues]
    if domain.outcomes <= MOST_COMPARED:
        yield from itertools.product(*map(range, counts))
    else:
        chance = random.Random(2026)
        for _ in range(MOST_COMPARED):
            yield tuple(chance.randrange(count) for count in counts)


def scenario_utility(text: str, role: str) -> Callable[[Sequence[int]], float]:
    """What a scenario file says that a package is worth, in its own units."""
    party = yaml.safe_load(text)["parties"][role]
    issues = list(party["values"])

    def meets(package: Sequence[int], condition: dict[str, list[int]]) -> bool:
        return all(package[issues.index(issue)] + 1 in options for issue, options in condition.items())

    def utility(package: Sequence[int]) -> float:
        if any(meets(package, condition) for condition in party.get("deal_breakers", [])):
            return 0.0
        lost = {entry["issue"] for entry in party.get("worthless", []) if meets(package, entry["when"])}
        pairs = zip(issues, package, strict=True)
        return math.fsum(party["values"][issue][option] for issue, option in pairs if issue not in lost)

    return utility


def compare(folder: Path) -> Iterator[tuple[str, float]]:
    """A line a profile, and by how much it differs at most; 0 where it is refused."""
    files = sorted(folder.glob("*.xml"))
    domain_file = next(path for path in files if "<negotiation_template" in path.read_text(encoding="utf-8"))
    domain = read_domain(domain_file)
    compared = min(domain.outcomes, MOST_COMPARED)
    told = "all" if domain.outcomes <= MOST_COMPARED else f"{compared} of the"
    yield f"{folder.name}: {len(domain.issues)} issues, {told} {domain.outcomes} outcomes compared", 0.0
    sound = []
    for path in files:
        if path != domain_file:
            line, difference = _compare_profile(domain_file, domain, path)
            sound += [] if "refused" in line else [path]
            yield line, difference
    for first in range(0, len(sound), MOST_PARTIES):
        together = sound[first : first + MOST_PARTIES]
        if len(together) > 1:
            imported = read_genius(domain_file, together)
            scenario_of_text(f"{folder.name}.yaml", scenario_text(imported, 50))
            yield f"  a scenario that loads: {', '.join(party.role for party in imported.parties)}", 0.0


def _compare_profile(domain_file: Path, domain: GeniusDomain, path: Path) -> tuple[str, float]:
    try:
        read = read_profile(path, domain).utility
        imported = read_genius(domain_file, [path])
    except GeniusFileError as error:
        first, *more = str(error).replace(f"{path.parent}/", "").splitlines()
        return f"  {path.name}: refused\n    {first}{f' (and {len(more)} more)' if more else ''}", 0.0
    formula, worst_read, worst_written = genius_utility(path), 0.0, 0.0
    written = scenario_utility(scenario_text(imported, 50), imported.parties[0].role)
    for outcome in outcomes_of(domain):
        named = {issue.index: issue.options[k] for issue, k in zip(domain.issues, outcome, strict=True)}
        wanted = formula(named)
        worst_read = max(worst_read, abs(read(outcome) - wanted))
        worst_written = max(worst_written, abs(written(outcome) - wanted))
    line = f"  {path.name}: largest difference as read {worst_read:.1e}, in the scenario {worst_written:.1e}"
    return line, max(worst_read, worst_written)


def main(folder: Path) -> int:
    """Print the comparison of all domains below a folder."""
    largest = 0.0
    for below in sorted(path for path in folder.iterdir() if path.is_dir()):
        for line, difference in compare(below):
            print(line, flush=True)
            largest = max(largest, difference)
    print(f"largest difference of all: {largest:.1e}; allowed: {TOLERANCE:.0e}")
    return 0 if largest <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
