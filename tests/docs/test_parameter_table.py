import importlib.util
from pathlib import Path

import pytest

from negotiation_sim.scenario import PartySettings

DOCS = Path(__file__).parents[2] / "docs"
spec = importlib.util.spec_from_file_location("make_parameter_table", DOCS / "make_parameter_table.py")
make_parameter_table = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_parameter_table)


SCENARIO, EXPERIMENT = make_parameter_table.SCENARIO, make_parameter_table.EXPERIMENT
PAGES = pytest.mark.parametrize("page", [SCENARIO, EXPERIMENT], ids=lambda page: page.file.stem)


@PAGES
def test_the_committed_table_is_the_generated_one(page):
    text = page.file.read_text(encoding="utf-8")
    assert make_parameter_table.with_table(page, text) == text, "run: python docs/make_parameter_table.py"


def test_a_known_row():
    rows = {row.path: row for row in make_parameter_table.parameters(SCENARIO)}
    assert rows["parties.ROLE.patience"] == (
        "parties.ROLE.patience",
        "Rounds without hope before walking away; 0: never",
        "0 to 500 rounds",
        "rounds",
        "3",
    )
    assert rows["issues.ISSUE.label"].allowed == "a text"
    assert rows["compare.axis.PATH.points"].default == "none, must be written"


def test_a_known_row_of_an_experiment():
    rows = {row.path: row for row in make_parameter_table.parameters(EXPERIMENT)}
    assert rows["stop.at_most"] == (
        "stop.at_most",
        "Negotiations at which a point ends anyway, a multiple of 1,000",
        "1000 to 10000000 negotiations",
        "negotiations",
        "20000",
    )
    assert rows["design.factors.PATH.points"].allowed == "2 to 10000"
    assert rows["figures.NAME.title"].allowed == "a text"


@PAGES
def test_no_path_comes_twice_and_none_has_an_empty_cell_where_one_is_needed(page):
    rows = make_parameter_table.parameters(page)
    assert len({row.path for row in rows}) == len(rows)
    assert all(row.meaning and row.allowed for row in rows)


def test_defaults_of_parties_are_those_of_the_model():
    rows = {row.path: row for row in make_parameter_table.parameters(SCENARIO)}
    for name, field in PartySettings.model_fields.items():
        if isinstance(field.default, str | int | float):
            written = rows[f"parties.ROLE.{name}"].default
            assert written == (field.default if isinstance(field.default, str) else f"{field.default:g}")


def test_a_page_without_the_marks_is_refused():
    with pytest.raises(ValueError, match=r"scenario-file\.md must hold the lines"):
        make_parameter_table.with_table(SCENARIO, "no marks here")
