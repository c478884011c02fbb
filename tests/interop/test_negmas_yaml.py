"""What is written for NegMAS: files of the form that NegMAS 0.16 writes itself."""

from __future__ import annotations

import yaml

from negotiation_sim.interop.negmas_yaml import negmas_files
from negotiation_sim.interop.value_tables import Exported, ExportedIssue, ExportedParty

EXPORTED = Exported(
    "A shop: staff and owner",
    (ExportedIssue("Pay", ("10%", "8", "yes")), ExportedIssue("Shifts", ("early", "late"))),
    (
        ExportedParty("staff", ((0.5, 0.25, 0.0), (0.0, 0.5)), 0.3, 1.0),
        ExportedParty("owner", ((0.0, 0.1, 0.7), (0.3, 0.0)), 0.2, 0.8),
    ),
    (),
)


def test_the_domain_and_one_utility_function_a_party_in_their_order():
    files = negmas_files(EXPORTED)
    assert list(files) == ["domain.yml", "1_staff.yml", "2_owner.yml"]
    assert yaml.safe_load(files["domain.yml"]) == {
        "type": "DiscreteCartesianOutcomeSpace",
        "name": "A shop: staff and owner",
        "issues": [
            {"type": "CategoricalIssue", "name": "Pay", "values": ["10%", "8", "yes"]},
            {"type": "CategoricalIssue", "name": "Shifts", "values": ["early", "late"]},
        ],
    }
    staff = yaml.safe_load(files["1_staff.yml"])
    assert staff["type"] == "LinearAdditiveUtilityFunction"
    assert (staff["name"], staff["reserved_value"], staff["weights"]) == ("staff", 0.3, [1.0, 1.0])
    assert staff["values"] == [
        {"type": "TableFun", "mapping": {"10%": 0.5, "8": 0.25, "yes": 0.0}},
        {"type": "TableFun", "mapping": {"early": 0.0, "late": 0.5}},
    ]


def test_a_discount_is_by_the_time_that_has_passed():
    owner = yaml.safe_load(negmas_files(EXPORTED)["2_owner.yml"])
    assert (owner["type"], owner["discount"], owner["factor"]) == ("ExpDiscountedUFun", 0.8, "relative_time")
    assert owner["reserved_value"] == owner["ufun"]["reserved_value"] == 0.2
    assert owner["ufun"]["values"][0]["mapping"] == {"10%": 0.0, "8": 0.1, "yes": 0.7}
