"""One thousand mutated files of each base; benchmarks/fuzz_scenarios.py does the same with twenty thousand."""

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz_scenarios.py"
FOLDER = Path(__file__).parent


@pytest.mark.parametrize("base", ["small_table.yaml", "long_dispute.yaml"])
def test_every_mutated_file_loads_or_is_explained(base: str, tmp_path: Path) -> None:
    counts, slowest = runpy.run_path(str(SCRIPT))["survey"](500, 2024, [FOLDER / base], tmp_path)
    assert set(counts) == {"loaded", "explained"}, counts
    assert counts["loaded"] > 25
    assert counts["explained"] > 150
    assert slowest < 5
