"""From files of Genius to a scenario file: what is read, what is refused, and what is said about it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from negotiation_sim.interop.genius.all_outcomes import utilities
from negotiation_sim.interop.genius.domain_reading import read_domain
from negotiation_sim.interop.genius.file_error import GeniusFileError
from negotiation_sim.interop.genius.findings import Findings
from negotiation_sim.interop.genius.model import GeniusDomain, GeniusProfile
from negotiation_sim.interop.genius.names import identifiers
from negotiation_sim.interop.genius.profile_reading import read_profile
from negotiation_sim.scenario.own_values import MOST_PACKAGES, lowest, most
from negotiation_sim.scenario.party import MOST_CONDITIONS
from negotiation_sim.scenario.problems import Place, Problem, Source

MOST_ISSUES = 20
"""Issues of a scenario."""


class ImportedParty(NamedTuple):
    """A party: its name in the scenario, its file, its preferences."""

    role: str
    file: Path
    profile: GeniusProfile


class Imported(NamedTuple):
    """What was read: a domain and the preferences of its parties, in the order of the files."""

    file: Path
    domain: GeniusDomain
    parties: tuple[ImportedParty, ...]


def read_genius(domain_file: Path, profile_files: Sequence[Path], roles: Sequence[str] = ()) -> Imported:
    """The domain and the profiles of files, checked; `roles` name the parties instead of the files.

    Raises GeniusFileError with all mistakes, or OSError where a file cannot be opened.
    """
    domain = read_domain(domain_file)
    _check_size(domain_file, domain)
    names = list(roles) or identifiers(_telling([path.stem for path in profile_files]), "party")
    parties: list[ImportedParty] = []
    problems: list[Problem] = []
    for role, path in zip(names, profile_files, strict=True):
        try:
            profile = read_profile(path, domain)
            _check_use(path, profile)
            parties.append(ImportedParty(role, path, profile))
        except GeniusFileError as error:
            problems += error.problems
    if problems:
        raise GeniusFileError(problems)
    return Imported(domain_file, domain, tuple(parties))


def scale_of(profile: GeniusProfile) -> tuple[float, float]:
    """What is 0 and what is 1 on the scale of the scenario, in Genius' utilities."""
    rows = {str(j): row for j, row in enumerate(profile.worths)}
    worst = math.fsum(lowest(rows, {str(each.issue) for each in profile.lost}).values())
    return (min(worst, 0.0) if profile.deal_breakers else worst), most(rows)


def _telling(stems: list[str]) -> list[str]:
    """The file names without the words that all of them begin or end with."""
    words = [re.split(r"[^\w]+|_", stem) for stem in stems]
    while all(len(each) > 1 for each in words) and len({each[0] for each in words}) == 1:
        words = [each[1:] for each in words]
    while all(len(each) > 1 for each in words) and len({each[-1] for each in words}) == 1:
        words = [each[:-1] for each in words]
    return ["_".join(each) for each in words]


def _check_size(path: Path, domain: GeniusDomain) -> None:
    if len(domain.issues) > MOST_ISSUES:
        told = gettext("{count} issues; allowed: {most} or fewer").format(count=len(domain.issues), most=MOST_ISSUES)
        raise GeniusFileError([_problem(path, told)])
    if domain.outcomes > MOST_PACKAGES:
        told = gettext("{count} outcomes; allowed: {most} or fewer")
        raise GeniusFileError(
            [_problem(path, told.format(count=_counted(domain.outcomes), most=_counted(MOST_PACKAGES)))]
        )


def _check_use(path: Path, profile: GeniusProfile) -> None:
    """Preferences that can be read and yet not be played."""
    findings = Findings(str(path))
    conditions = max(len(profile.deal_breakers), len(profile.lost))
    if conditions > MOST_CONDITIONS:
        told = gettext("the constraints come to {count} conditions; allowed: {most} or fewer")
        findings.problems.append(_problem(path, told.format(count=conditions, most=MOST_CONDITIONS)))
    worst, best = scale_of(profile)
    reached = float(utilities(profile).max()) if conditions else best
    if not best - worst > 1e-9 * best:
        findings.problems.append(_problem(path, gettext("every outcome is worth the same; nothing is at stake")))
    elif not reached > profile.reservation:
        told = gettext(
            "no outcome is worth more than the reservation value {reservation:g}; the best is worth {best:g}"
        )
        findings.problems.append(_problem(path, told.format(reservation=profile.reservation, best=reached)))
    findings.finish()


def _problem(path: Path, message: str) -> Problem:
    return Place(Source(str(path), ()), 1, 1).problem(message)


def _counted(number: int) -> str:
    return f"{number:,}".replace(",", " ") if number < 10**9 else f"{number:.1e}".replace("e+", "e")
