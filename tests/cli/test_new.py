"""The command `new`: a folder whose scenario runs as it is, and one line makes it use the strategy file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from negotiation_sim.cli import group
from negotiation_sim.engine.executor import Player
from negotiation_sim.experiments import conformance
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import load_scenario, shipped_cases
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.plug_in_checks import plug_in_problems, plug_in_references


@pytest.fixture(autouse=True)
def in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def new(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["new", *arguments])


def test_two_files_and_what_to_try_next() -> None:
    result = new("first/lesson")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("first/lesson").iterdir()) == ["my_strategy.py", "scenario.yaml"]
    scenario, strategy = Path("first/lesson/scenario.yaml"), Path("first/lesson/my_strategy.py")
    assert result.stdout == (
        f"Made {scenario} and {strategy}. Try next:\n"
        f"  negotiation-sim run {scenario}\n"
        f"  negotiation-sim watch {scenario} --run 7\n"
        f"  negotiation-sim check {scenario} {strategy}\n"
    )


def test_a_folder_with_a_space_can_be_copied_from_the_screen() -> None:
    assert f'negotiation-sim run "{Path("my lesson/scenario.yaml")}"' in new("my lesson").stdout


# One that stands alone, one with a ladder, and two that extend another, with and without arms of their own.
KINDS = ("two_party_textbook", "enterprise_wage_dispute", "three_union_centres", "tight_zone")


@pytest.mark.parametrize("case", shipped_cases())
def test_the_scenario_of_every_case_is_copied_as_it_is(case: str) -> None:
    assert new("lesson", "--case", case).exit_code == 0
    assert load_scenario("lesson/scenario.yaml").sha256 == load_scenario(case).sha256


@pytest.mark.parametrize("case", KINDS)
def test_the_scenario_is_the_case_and_one_line_makes_it_use_the_file(case: str) -> None:
    assert new("lesson", "--case", case).exit_code == 0
    path = Path("lesson/scenario.yaml")
    text = path.read_text(encoding="utf-8")
    assert load_scenario(path).sha256 == load_scenario(case).sha256
    assert text.isascii() or "\N{REPLACEMENT CHARACTER}" not in text
    for name, kind in (("generous", "strategy"), ("careful", "mediator_style")):
        lines = [line.replace("# ", "", 1) if f":{name}" in line else line for line in text.splitlines()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        changed = load_scenario(path)
        assert [(r.text, r.kind) for r in plug_in_references(changed)] == [(f"my_strategy.py:{name}", kind)]
        assert list(plug_in_problems(changed)) == []
        assert len(changed.arms) == len(load_scenario(case).arms) + 1
        arm = "my strategy" if name == "generous" else "my mediator"
        setting = setting_of(changed.with_settings(changed.arms[arm]))
        assert len(Player(setting, threads=1).rows(1, range(2))) == 2


def test_the_strategy_file_passes_its_own_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conformance, "RUNS", 6)
    new("lesson")
    report = conformance.check_file(Path("lesson/my_strategy.py"))
    assert (report.problems, report.warnings) == ((), ())
    why_not = "" if HAVE_NUMBA else "numba is not installed"
    assert [(f.name, f.called_back) for f in report.functions] == [
        ("generous", why_not),
        ("careful", why_not),
    ]


def test_nothing_is_overwritten_and_nothing_half_written() -> None:
    Path("lesson").mkdir()
    Path("lesson/my_strategy.py").write_text("my work\n", encoding="utf-8")
    result = new("lesson")
    assert result.exit_code == 2
    assert f"{Path('lesson/my_strategy.py')} would be overwritten" in result.stderr
    assert Path("lesson/my_strategy.py").read_text(encoding="utf-8") == "my work\n"
    assert not Path("lesson/scenario.yaml").exists()


def test_wrong_calls_make_nothing() -> None:
    Path("taken").write_text("", encoding="utf-8")
    assert new("taken").exit_code == 2
    result = new("lesson", "--case", "tight_zome")
    assert result.exit_code == 2
    assert "did you mean 'tight_zone'?" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["taken"]
