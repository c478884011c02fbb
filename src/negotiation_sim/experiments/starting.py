"""A fresh folder to start from: a shipped case to change, and a strategy file."""

from __future__ import annotations

from pathlib import Path

from negotiation_sim.scenario import case_path

SCENARIO = "scenario.yaml"
STRATEGY = "my_strategy.py"
_STARTERS = Path(__file__).resolve().parents[1] / "starters"
_ARMS = (
    'my strategy:  {parties.*.strategy: "my_strategy.py:generous"}',
    'my mediator:  {parties.*.strategy: position_based, mediator.style: "my_strategy.py:careful"}',
)


def starter_files(case: str) -> dict[str, str]:
    """The texts of the files by name, for a shipped case. Raises ValueError where there is none."""
    text = case_path(case).read_text(encoding="utf-8")
    header = (_STARTERS / "scenario_header.yaml").read_text(encoding="utf-8").replace("CASE", case)
    strategy = (_STARTERS / STRATEGY).read_text(encoding="utf-8")
    return {SCENARIO: header + text.rstrip("\n") + _arms(text), STRATEGY: strategy}


def _arms(text: str) -> str:
    """Arms that use the strategy file, commented out: below the case's own, or as the only ones it writes."""
    if "\ncompare:" in text:
        return "".join(f"\n    # {arm}" for arm in _ARMS) + "\n"
    return "\n" + "".join(f"\n# compare: {{arms: {{{arm}}}}}" for arm in _ARMS) + "\n"
