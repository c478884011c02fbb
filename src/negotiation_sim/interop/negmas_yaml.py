"""A scenario as the YAML files that NegMAS 0.16 writes and reads (Scenario.from_yaml_folder)."""

from __future__ import annotations

from typing import Any

import yaml

from negotiation_sim.interop.value_tables import Exported, ExportedIssue, ExportedParty


def negmas_files(exported: Exported) -> dict[str, str]:
    """The texts of the files by name. NegMAS takes the parties in the order of the file names, hence the numbers."""
    domain = {
        "type": "DiscreteCartesianOutcomeSpace",
        "name": exported.title,
        "issues": [
            {"type": "CategoricalIssue", "name": issue.name, "values": list(issue.options)} for issue in exported.issues
        ],
    }
    files = {"domain.yml": _text(domain)}
    for number, party in enumerate(exported.parties, start=1):
        files[f"{number}_{party.role}.yml"] = _text(_utility_function(exported.issues, party))
    return files


def _utility_function(issues: tuple[ExportedIssue, ...], party: ExportedParty) -> dict[str, Any]:
    """The utilities of a party; where it discounts, by the share of the rounds that has passed."""
    tables = [
        {"type": "TableFun", "mapping": dict(zip(issue.options, row, strict=True))}
        for issue, row in zip(issues, party.worths, strict=True)
    ]
    own = {"name": party.role, "reserved_value": party.reservation}
    additive = {
        "type": "LinearAdditiveUtilityFunction",
        **own,
        "values": tables,
        "weights": [1.0] * len(tables),
    }
    if party.discount == 1.0:
        return additive
    return {
        "type": "ExpDiscountedUFun",
        **own,
        "discount": party.discount,
        "factor": "relative_time",
        "ufun": additive,
    }


def _text(content: dict[str, Any]) -> str:
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=10**9)
