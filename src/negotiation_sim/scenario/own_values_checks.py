"""Checks of private value tables and of what choosing among all packages needs."""

import math
from collections.abc import Iterator, Mapping
from gettext import gettext

from negotiation_sim.scenario.draft import Draft
from negotiation_sim.scenario.issue_checks import levels_of
from negotiation_sim.scenario.nearest_name import suggestion_or_all
from negotiation_sim.scenario.own_values import MOST_PACKAGES, chooses_among_all, lowest, most
from negotiation_sim.scenario.problems import Problem
from negotiation_sim.scenario.yaml_nodes import Path


def own_values_problems(draft: Draft) -> Iterator[Problem]:
    """Everything wrong with private value tables and their conditions, beyond single values."""
    for party in draft.each("parties"):
        if draft.has(*party, "values") and draft.is_sound(*party, "values"):
            yield from _table_problems(draft, party)
        yield from _condition_problems(draft, party)
    yield from _too_many_packages(draft)


def _named(path: Path) -> str:
    return ".".join(map(str, path))


def _unknown_issues(draft: Draft, mapping: Path) -> Iterator[Problem]:
    issues = draft.keys("issues")
    for path in draft.each(*mapping) if issues else ():
        name = str(path[-1])
        if name not in issues:
            told = gettext("{path}: unknown issue {name}").format(path=repr(_named(mapping)), name=repr(name))
            yield draft.key_place(*path).problem(f"{told}{suggestion_or_all(name, issues)}")


def _table_problems(draft: Draft, party: Path) -> Iterator[Problem]:
    path = (*party, "values")
    found = list(_unknown_issues(draft, path))
    missing = [issue for issue in draft.keys("issues") if issue not in draft.keys(*path)]
    if missing:
        told = gettext("'{path}' lacks issues: {names}; write one number an option of every issue")
        found.append(draft.key_place(*path).problem(told.format(path=_named(path), names=", ".join(missing))))
    for row in draft.each(*path):
        numbers, levels = draft.value(*row), levels_of(draft, ("issues", row[-1]))
        if isinstance(numbers, list) and levels is not None and len(numbers) != levels:
            told = gettext("{name} has {numbers} numbers, but the issue has {options} options; write one each")
            found.append(
                draft.place(*row).problem(told.format(name=repr(_named(row)), numbers=len(numbers), options=levels))
            )
    yield from found
    values = draft.value(*path)
    if not found and isinstance(values, Mapping) and values:
        worst, best = math.fsum(lowest(values).values()), most(values)
        if not best - worst > 1e-9 * max(abs(best), abs(worst)):
            told = gettext("'{path}' has nothing at stake: every package is worth the same")
            yield draft.place(*path).problem(told.format(path=_named(path)))


def _condition_problems(draft: Draft, party: Path) -> Iterator[Problem]:
    for key in ("deal_breakers", "worthless"):
        path = (*party, key)
        entries = draft.value(*path)
        if not isinstance(entries, list) or not entries:
            continue
        if not draft.has(*party, "values"):
            told = gettext("'{path}' needs 'values' of the side")
            yield draft.key_place(*path).problem(told.format(path=_named(path)))
        if not _chooses(draft, party):
            told = gettext("'{path}' needs a strategy that chooses among all packages: time_based or genius_time_based")
            yield draft.key_place(*path).problem(told.format(path=_named(path)))
        for number, entry in enumerate(entries):
            where = (*path, number) if key == "deal_breakers" else (*path, number, "when")
            yield from _unknown_issues(draft, where)
            yield from _wrong_options(draft, where)
            name = entry.get("issue") if key == "worthless" and isinstance(entry, Mapping) else None
            issues = draft.keys("issues")
            if isinstance(name, str) and issues and name not in issues:
                told = gettext("{path}: unknown issue {name}")
                told = told.format(path=repr(_named((*path, number, "issue"))), name=repr(name))
                yield draft.place(*path, number, "issue").problem(f"{told}{suggestion_or_all(name, issues)}")


def _wrong_options(draft: Draft, condition: Path) -> Iterator[Problem]:
    entry = draft.value(*condition)
    for issue, options in entry.items() if isinstance(entry, Mapping) else ():
        levels = levels_of(draft, ("issues", issue))
        wrong = [option for option in options if levels is not None and not 1 <= option <= levels]
        if wrong:
            told = gettext("'{path}': the issue has the options 1 to {options}, not {number}")
            told = told.format(path=_named((*condition, issue)), options=levels, number=wrong[0])
            yield draft.place(*condition, issue).problem(told)


def _chooses(draft: Draft, party: Path) -> bool:
    def setting(*keys: str) -> str | None:
        for where in (party, ("defaults",)):
            if draft.has(*where, *keys):
                found = draft.value(*where, *keys)
                return found if isinstance(found, str) else None
        return None

    return chooses_among_all(setting("strategy") or "", setting("rules", "packages"), setting("rules", "acceptance"))


def _too_many_packages(draft: Draft) -> Iterator[Problem]:
    choosing = [party for party in draft.each("parties") if _chooses(draft, party)]
    if not choosing:
        return
    name = str(choosing[0][-1])
    if draft.keys("invention", "options"):
        told = gettext("'invention.options': {party} chooses among all packages, which must be known from the start")
        yield draft.key_place("invention", "options").problem(told.format(party=repr(name)))
    levels = [levels_of(draft, issue) for issue in draft.each("issues")]
    if None not in levels:
        packages = math.prod(level for level in levels if level is not None)
        if packages > MOST_PACKAGES:
            told = gettext("there are {packages} packages; {party} can choose among {most} at most")
            shown = f"{packages:,}".replace(",", " ") if packages < 10**9 else f"{packages:.1e}"
            most = f"{MOST_PACKAGES:,}".replace(",", " ")
            yield draft.key_place("issues").problem(told.format(packages=shown, party=repr(name), most=most))
