"""What docs/benchmarks.md shows of the bridge runs; run by `python benchmarks/peers/compare.py --interop`."""

import re
from pathlib import Path

import pytest

pytest.importorskip("negmas", reason="NegMAS is no dependency: python benchmarks/peers/compare.py --interop")

PAGE = (Path(__file__).parents[3] / "docs" / "benchmarks.md").read_text(encoding="utf-8")


def test_both_examples_print_how_the_talks_ended(capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        exec(compile(example, "docs/benchmarks.md", "exec"), {})
    agreement, ending = capsys.readouterr().out.splitlines()
    assert agreement == "('middle', '38')"
    assert ending.split()[0] in ("agreement", "deadline", "walk_away")
