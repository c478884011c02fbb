"""The model's document and the code say the same: parameters, functions, defaults, draws, columns."""

import importlib
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from negotiation_sim import draws
from negotiation_sim.engine.outcome import COLUMNS, SIDE_COLUMNS
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.protocols.catalogue import all_protocols
from negotiation_sim.scenario import (
    Communication,
    Compare,
    Concession,
    Grid,
    Issue,
    Mediator,
    Party,
    PartySettings,
    Rules,
    Scenario,
)
from negotiation_sim.scenario.delegation import Organisation
from negotiation_sim.scenario.invention import InventedOption, Invention
from negotiation_sim.scenario.ladder import Ladder, Stage
from negotiation_sim.scenario.side_payments import SidePayments
from negotiation_sim.scenario.term import Term

DOCS = Path(__file__).parents[2] / "docs"
MODEL = "".join((DOCS / name).read_text(encoding="utf-8") for name in ("model.md", "beyond-the-table.md"))
SCENARIO_FILE = (DOCS / "scenario-file.md").read_text(encoding="utf-8")

GROUPS = {
    "": Scenario,
    "communication.": Communication,
    "mediator.": Mediator,
    "compare.": Compare,
    "issues.ISSUE.": Issue,
    "issues.ISSUE.grid.": Grid,
    "parties.ROLE.": Party,
    "parties.ROLE.concession.": Concession,
    "parties.ROLE.rules.": Rules,
    "parties.ROLE.organisations.ORGANISATION.": Organisation,
    "invention.": Invention,
    "invention.options.OPTION.": InventedOption,
    "ladder.": Ladder,
    "ladder.stages.STAGE.": Stage,
    "side_payments.": SidePayments,
    "term.": Term,
}


def paths_of_the_model():
    return [
        prefix + (field.alias or name) for prefix, model in GROUPS.items() for name, field in model.model_fields.items()
    ]


def tables(text, heading):
    """Rows, as {column: cell}, of every table that has a column with this heading."""
    found = []
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block.splitlines()]
        if heading in lines[0]:
            assert all(len(line) == len(lines[0]) for line in lines), f"a row of another length in:\n{block}"
            found += [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]
    return found


@pytest.mark.parametrize("path", paths_of_the_model())
def test_every_parameter_is_in_the_parameter_table(path):
    assert f"| `{path}` |" in SCENARIO_FILE


def test_every_setting_of_behaviour_is_explained_in_the_model():
    prefixes = ("communication.", "mediator.", "parties.ROLE.concession.", "parties.ROLE.rules.")
    wanted = [path for path in paths_of_the_model() if path.startswith(prefixes) and not path.endswith(".label")]
    wanted += [f"parties.ROLE.{name}" for name in PartySettings.model_fields if name not in ("rules", "concession")]
    wanted += ["issues.ISSUE.shape", "issues.ISSUE.curvature", "deadline", "quota", "protocol"]
    missing = [path for path in wanted if f"`{path.replace('ROLE', '*').replace('ISSUE', '*')}`" not in MODEL]
    assert missing == []


def resolved(reference):
    """What `package.module.function` in the document names."""
    module, _, name = reference.rpartition(".")
    return getattr(importlib.import_module(f"negotiation_sim.{module}"), name)


FUNCTIONS = {
    name
    for column in ("Function", "Where")
    for row in tables(MODEL, column)
    for name in re.findall(r"`([^`]+)`", row[column])
}


def test_functions_are_named_in_the_tables():
    assert len(FUNCTIONS) > 60


@pytest.mark.parametrize("reference", sorted(FUNCTIONS))
def test_every_function_named_in_a_table_exists(reference):
    assert callable(resolved(reference))


def field_at(path):
    model = Scenario
    for part in path.split("."):
        if part != "*":
            field = next(info for name, info in model.model_fields.items() if part in (name, info.alias))
            model = inner_model(field.annotation) or model
    return field


def inner_model(annotation):
    groups = {"issues": Issue, "parties": PartySettings}
    for kind in (annotation, *getattr(annotation, "__args__", ())):
        if kind is Party:
            return groups["parties"]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
    return None


@pytest.mark.parametrize("row", tables(MODEL, "Parameter"), ids=lambda row: row["Parameter"])
def test_defaults_and_ranges_are_those_of_the_code(row):
    field = field_at(row["Parameter"].strip("`"))
    description = field.description
    assert f"Default: {row['Default']}." in description
    if row["Range"][:1].isdigit():
        assert re.search(rf"Allowed: {re.escape(row['Range'])}\b", description)
    else:
        for word in re.findall(r"[a-z_]+_[a-z_]+|absent|full", row["Range"]):
            assert word in description


def test_purposes_of_draws_are_those_of_the_code():
    written = {row["Purpose"].strip("`"): int(row["Number"]) for row in tables(MODEL, "Purpose")}
    in_code = {name: value for name, value in vars(draws).items() if name.isupper() and not name.startswith("_")}
    assert written == in_code


def test_columns_of_a_row_are_those_of_the_code():
    written = {name for row in tables(MODEL, "Column") for name in re.findall(r"`([^`]+)`", row["Column"])}
    assert written == {*COLUMNS, *(f"ROLE.{name}" for name in SIDE_COLUMNS), "option.ISSUE"}


def test_efforts_of_the_styles_are_those_of_the_code():
    rows = tables(MODEL, "Style")
    assert {row["Style"].strip("`") for row in rows} == set(styles())
    for row in rows:
        efforts = resolved(row["Function"].strip("`"))(None, None)
        assert [float(cell) for cell in list(row.values())[1:8]] == list(efforts)


def test_protocols_are_those_of_the_code():
    rows = {row["Protocol"].strip("`"): row for row in tables(MODEL, "Protocol")}
    assert set(rows) == set(all_protocols())
    for name, protocol in all_protocols().items():
        assert resolved(rows[name]["Function"].strip("`")) is protocol.next_speaker
        assert (rows[name]["Direct talk"] == "yes") == protocol.direct_talk


@pytest.mark.parametrize(
    ("heading", "mark"),
    [
        ("Stylised facts: what the model shows", "facts table"),
        ("Accuracy of best_package", "best_package table"),
        ("Speed", "speed table"),
    ],
)
def test_places_for_generated_tables(heading, mark):
    section = MODEL.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    assert f"<!-- {mark} -->" in section


def test_links_between_the_pages_lead_somewhere():
    for page in DOCS.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        anchors = {
            re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
            for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        } | set(re.findall(r'<a id="([\w-]+)"></a>', text))
        for target in re.findall(r"\]\(([^)]+)\)", text):
            if target.startswith("#"):
                assert target[1:] in anchors, f"{page.name}: {target}"
            elif "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"
