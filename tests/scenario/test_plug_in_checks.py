"""References to a user's functions in a scenario: found wherever they stand, checked without running them."""

from __future__ import annotations

import pytest

from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.plug_in_checks import code_files, plug_in_problems, plug_in_references

from .conftest import Write

STRATEGY = "from negotiation_sim import strategy\nraise SystemExit('this file was run')\n@strategy\n"
FUNCTIONS = "def greedy(party, view, issue, option):\n    return 1.0\ndef slow(party, view):\n    return 1.0\n"


def test_references_in_parties_defaults_mediator_arms_and_axis(write: Write) -> None:
    path = write(
        ("strategy: interest_based", 'strategy: "a.py:one"'),
        ("concession: {firmness: 2}", 'rules: {concession: "b.py:two"}'),
        ("trust: 0.4", 'strategy: "c.py:three"'),
        ("style: facilitative", 'style: "d.py:four"'),
        (
            "{communication.quality: {from: 0.1, to: 1.0, points: 4}}",
            '{parties.union.strategy: ["e.py:five", position_based]}',
        ),
        ("{parties.*.strategy: position_based}", '{parties.*.rules: {acceptance: "f.py:six"}}'),
        ("mediator.style: full", 'mediator.style: "g.py:seven"'),
        ("name: A small table", "name: 'h.py:not_a_reference'"),
    )
    found = [(reference.text, reference.kind) for reference in plug_in_references(load_scenario(path))]
    assert sorted(found) == [
        ("a.py:one", "strategy"),
        ("b.py:two", "concession"),
        ("c.py:three", "strategy"),
        ("d.py:four", "mediator_style"),
        ("e.py:five", "strategy"),
        ("f.py:six", "acceptance"),
        ("g.py:seven", "mediator_style"),
    ]


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("mine.py:greedy", ""),
        ("none.py:greedy", "none.py:1:1: there is no such file"),
        ("mine.py:gredy", "mine.py:1:1: there is no function 'gredy' in this file; did you mean 'greedy'?"),
        (
            "mine.py:slow",
            "mine.py:6:1: 'slow' takes 2 parameters; a strategy takes (party, view, issue, option)",
        ),
    ],
)
def test_a_wrong_reference_is_told_at_its_place_and_no_code_runs(write: Write, reference: str, told: str) -> None:
    path = write(("strategy: interest_based", f'strategy: "{reference}"'))
    (path.parent / "mine.py").write_text(STRATEGY + FUNCTIONS, encoding="utf-8")
    line = 1 + path.read_text(encoding="utf-8").splitlines().index(f'    strategy: "{reference}"')
    scenario = load_scenario(path)
    problems = [str(problem) for problem in plug_in_problems(scenario)]
    if told:
        assert len(problems) == 1
        assert problems[0].startswith(f"{path}:{line}:15: '{reference}' cannot be used: {path.parent}/{told}")
    else:
        assert problems == []
    assert code_files(scenario) == (path.parent / reference.partition(":")[0],)


def test_a_scenario_without_plug_ins_runs_no_code(write: Write) -> None:
    scenario = load_scenario(write())
    assert (code_files(scenario), list(plug_in_problems(scenario))) == ((), [])
