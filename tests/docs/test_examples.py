"""What the pages show can be typed in: scenarios load, the strategy plays, every command exists."""

import re
import shlex
from pathlib import Path

import click
import pytest

from negotiation_sim.cli import group
from negotiation_sim.cli.new import command as new
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of

DOCS = Path(__file__).parents[2] / "docs"
FIRST_STEPS = (DOCS / "first-steps.md").read_text(encoding="utf-8")
CALL = ".venv/bin/negotiation-sim "


def blocks(page, language):
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", blocks("scenario-file.md", "yaml"))
def test_scenarios_load(block, tmp_path):
    whole = re.search(r"^(interests|extends):", block, re.MULTILINE)
    file = tmp_path / "scenario.yaml"
    file.write_text(block if whole else f"extends: kazakhstan_general_agreement\n{block}", encoding="utf-8")
    scenario = load_scenario(file)
    for arm in scenario.arms.values():
        assert setting_of(scenario.with_settings(arm)).roles == scenario.roles


def test_a_strategy_of_five_lines_joins_a_new_scenario(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    new.main(["mytable"], standalone_mode=False)
    (code,), (arm,) = blocks("first-steps.md", "python"), blocks("first-steps.md", "yaml")
    Path("mytable/obliging.py").write_text(code, encoding="utf-8")
    with Path("mytable/scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(arm)
    scenario = load_scenario("mytable/scenario.yaml")
    setting = setting_of(scenario.with_settings(scenario.arms["obliging"]))
    assert [rule.__name__ for rule in setting.selection.packages] == ["obliging"]
    model = BargainingModel(setting, seed=1, run=0)
    model.run_model()
    assert model.ending in ("agreement", "deadline", "walk_away")
    assert code.split('"""')[2].strip().count("\n") + 1 == 5


def test_names_that_the_page_takes_from_a_new_scenario(tmp_path):
    new.main([str(tmp_path / "mytable")], standalone_mode=False)
    text = (tmp_path / "mytable" / "scenario.yaml").read_text(encoding="utf-8")
    assert "deadline: 30" in text
    assert "interests" in load_scenario(tmp_path / "mytable" / "scenario.yaml").arms
    assert (tmp_path / "mytable" / "my_strategy.py").exists()


def test_settings_that_the_page_suggests():
    for setting in re.findall(r"`--set ([^ `]+)`", FIRST_STEPS):
        load_scenario("kazakhstan_general_agreement", [setting])


def test_the_readme_names_every_shipped_case():
    table = re.findall(r"^\| `(\w+)` \| .+ \|$", (DOCS.parent / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(table) == list(shipped_cases())


def test_the_deal_that_the_page_watches_fails_at_home():
    (line,) = [line for line in commands() if line.startswith("watch enterprise_wage_dispute")]
    asked = group.get_command(click.Context(group), "watch").make_context("watch", shlex.split(line)[1:]).params
    scenario = load_scenario(asked["config"], asked["settings"])
    setting = setting_of(scenario.with_settings(scenario.arms[asked["arm"]]))
    model = BargainingModel(setting, seed=1, run=asked["run"])
    model.run_model()
    assert model.table.votes_failed[0] > 0


def commands():
    lines = "".join(blocks("first-steps.md", "")).splitlines()
    return [line.removeprefix(CALL) for line in lines if line.startswith(CALL)]


def test_commands_are_shown():
    assert {shlex.split(line)[0] for line in commands()} == {"run", "new", "check", "watch", "explain"}


@pytest.mark.parametrize("line", commands())
def test_every_command_can_be_typed(line):
    name, *arguments = shlex.split(line)
    command = group.get_command(click.Context(group), name)
    context = command.make_context(name, arguments)
    config = context.params.get("config")
    if config in shipped_cases():
        load_scenario(config, context.params["settings"])
