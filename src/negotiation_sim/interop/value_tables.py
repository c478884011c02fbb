"""What every option is worth to every party, for programs that know nothing but tables of values."""

from __future__ import annotations

from gettext import gettext
from typing import NamedTuple

from negotiation_sim.draws import Moment
from negotiation_sim.engine.dealing import deal_preferences
from negotiation_sim.engine.table import new_table
from negotiation_sim.scenario import Scenario
from negotiation_sim.scenario.arrays import setting_of


class NotExportable(ValueError):  # noqa: N818 - what it says of the scenario
    """A scenario cannot be told in tables; the message says why and what would help."""


class ExportedIssue(NamedTuple):
    """An issue by what people call it, and its options."""

    name: str
    options: tuple[str, ...]


class ExportedParty(NamedTuple):
    """A party: `worths[issue][option]`, 0 for the worst option of each issue, add up to 1 for the best package."""

    role: str
    worths: tuple[tuple[float, ...], ...]
    reservation: float
    discount: float


class Exported(NamedTuple):
    """A scenario in tables; `remarks` tell what the tables leave out."""

    title: str
    issues: tuple[ExportedIssue, ...]
    parties: tuple[ExportedParty, ...]
    remarks: tuple[str, ...]


def exported(scenario: Scenario) -> Exported:
    """The tables that the engine deals in run 0. Raises NotExportable where they differ from run to run."""
    for role in scenario.roles:
        _check_fixed(scenario, role)
    if scenario.invention.options:
        raise NotExportable(gettext("options that are still to be invented cannot be exported; remove 'invention'"))
    case = setting_of(scenario).case._replace(packages=0)  # nobody chooses yet
    table = new_table(case)
    parties, remarks = [], []
    for seat, role in enumerate(scenario.roles):
        deal_preferences(case, table, Moment(1, 0, 0), seat)
        rows = (table.values[seat, j, : issue.levels].tolist() for j, issue in enumerate(scenario.issues.values()))
        settings = scenario.party(role)
        parties.append(ExportedParty(role, tuple(map(tuple, rows)), settings.reservation_value, settings.discount))
        if settings.reservation_spread > 0:
            told = gettext(
                "{role}: the reservation value differs between negotiations; written is its middle, {value:g}"
            )
            remarks.append(told.format(role=role, value=settings.reservation_value))
    return Exported(scenario.title(), _issues(scenario), tuple(parties), tuple(remarks))


def _check_fixed(scenario: Scenario, role: str) -> None:
    party, settings = scenario.parties[role], scenario.party(role)
    if party.deal_breakers or party.worthless:
        told = gettext("{role} has conditions, which tables of values cannot say: 'deal_breakers' or 'worthless'")
        raise NotExportable(told.format(role=role))
    if party.values is None and (settings.importance_spread > 0 or party.organisations):
        told = gettext(
            "what {role} values differs between negotiations; write its 'values', or importance_spread: 0 and no "
            "organisations"
        )
        raise NotExportable(told.format(role=role))


def _issues(scenario: Scenario) -> tuple[ExportedIssue, ...]:
    """The issues by their labels in English, or by their names where two have the same label."""
    labels = [scenario.issue_label(name) for name in scenario.issues]
    if len(set(labels)) < len(labels):
        labels = list(scenario.issues)
    return tuple(
        ExportedIssue(label, issue.labels()) for label, issue in zip(labels, scenario.issues.values(), strict=True)
    )
