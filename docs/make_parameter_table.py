"""Rewrites the tables of parameters in the pages on files: `python docs/make_parameter_table.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from negotiation_sim.scenario import json_schema
from negotiation_sim.sweeps.editor_schema import experiment_schema

BEGIN = "<!-- parameter table, made by docs/make_parameter_table.py -->"
END = "<!-- end of the parameter table -->"

# What stands for a name that the author of a scenario chooses, by the mapping that holds it.
_OWN_NAMES = {
    "factors": "PATH",
    "figures": "NAME",
    "issues": "ISSUE",
    "parties": "ROLE",
    "axis": "PATH",
    "organisations": "ORGANISATION",
    "stages": "STAGE",
    "options": "OPTION",
}
_SCENARIO_HEADINGS = {
    "": "The whole file",
    "issues": "An issue: `issues.ISSUE`",
    "parties": "A party: `parties.ROLE`, or for every party `defaults`",
    "communication": "Communication",
    "mediator": "Mediator",
    "invention": "Options to be invented: `invention`",
    "ladder": "The ladder of a dispute: `ladder`",
    "side_payments": "A guarantor: `side_payments`",
    "term": "After signing: `term`",
    "compare": "Comparison",
}
_EXPERIMENT_HEADINGS = {
    "": "The whole file",
    "design": "The design",
    "stop": "When a point has been played often enough: `stop`",
    "figures": "A figure: `figures.NAME`",
}
_DESCRIPTION = re.compile(
    r"(?P<meaning>.*?)(?:\. Text)?(?:\. Allowed: .*?)?(?:\. Unit: [^.]*)?(?:\. Default: (?P<default>.*))?\.",
    re.DOTALL,
)


class Page(NamedTuple):
    """A page with a table: the schema it is made from, and a heading for each top-level entry with entries."""

    file: Path
    schema: Callable[[], dict[str, Any]]
    headings: dict[str, str]


SCENARIO = Page(Path(__file__).with_name("scenario-file.md"), json_schema, _SCENARIO_HEADINGS)
EXPERIMENT = Page(Path(__file__).with_name("experiment-file.md"), experiment_schema, _EXPERIMENT_HEADINGS)


class Parameter(NamedTuple):
    """One entry of a file: its path, and what the schema says of it."""

    path: str
    meaning: str
    allowed: str
    unit: str
    default: str


def parameters(page: Page) -> list[Parameter]:
    """All entries of a file in the order of the schema.

    `defaults` of a scenario is one entry here: its fields are those of a party.
    """
    schema = page.schema()
    found = []
    for path, field in _fields(schema, schema["$defs"], ""):
        if path.startswith("defaults."):
            continue
        match = _DESCRIPTION.fullmatch(field["description"])
        if match is None:
            raise ValueError(f"{path}: the description has another form: {field['description']!r}")
        allowed = field.get("x-allowed") or _allowed_form(field, schema["$defs"])
        found.append(Parameter(path, match["meaning"], allowed, field.get("x-unit", ""), match["default"] or ""))
    return found


def _fields(schema: dict[str, Any], models: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and schema of every described field below a schema."""
    for form in _forms(schema, models):
        for name, field in form.get("properties", {}).items():
            below = f"{path}.{name}" if path else name
            if form is models["Translations"]:
                continue
            yield below, field
            yield from _fields(field, models, below)
        kind = path.rpartition(".")[2]
        if kind in _OWN_NAMES:
            for held in _held(form):
                yield from _fields(held, models, f"{path}.{_OWN_NAMES[kind]}")


def _forms(schema: dict[str, Any], models: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema with references followed, one for each form that a value may take."""
    if "$ref" in schema:
        yield from _forms(models[schema["$ref"].rpartition("/")[2]], models)
        return
    choices = schema.get("anyOf", schema.get("oneOf"))
    if choices is None:
        yield schema
        return
    for choice in choices:
        yield from _forms(choice, models)


def _held(form: dict[str, Any]) -> list[dict[str, Any]]:
    """Schemas of what a mapping with free names holds."""
    values = [*form.get("patternProperties", {}).values(), form.get("additionalProperties")]
    return [value for value in values if isinstance(value, dict)]


def _allowed_form(field: dict[str, Any], models: dict[str, Any]) -> str:
    """What may be written where the schema has no sentence for it."""
    is_text = any(form.get("type") == "string" for form in _forms(field, models))
    return "a text" if is_text else "entries of its own, see below"


def table(page: Page) -> str:
    """The table as Markdown, one part for each top-level entry with entries of its own."""
    parts: dict[str, list[Parameter]] = {top: [] for top in page.headings}
    for parameter in parameters(page):
        top, dot, _ = parameter.path.partition(".")
        parts[top if dot else ""].append(parameter)
    return "\n\n".join(_part(page.headings[top], rows) for top, rows in parts.items())


def _part(heading: str, rows: list[Parameter]) -> str:
    lines = [
        f"### {heading}",
        "",
        "| Path | Meaning | Allowed | Unit | Default |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        cells = (f"`{row.path}`", row.meaning, row.allowed, row.unit, row.default)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def with_table(page: Page, text: str) -> str:
    """The text of the page with what is between the two marks replaced by the table."""
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{page.file.name} must hold the lines {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n\n{table(page)}\n\n{END}{after}"


if __name__ == "__main__":
    for page in (SCENARIO, EXPERIMENT):
        page.file.write_text(with_table(page, page.file.read_text(encoding="utf-8")), encoding="utf-8")
