"""One thousand mutated files; benchmarks/fuzz_scenarios.py does the same with twenty thousand."""

import runpy
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz_scenarios.py"
BASE = Path(__file__).parent / "small_table.yaml"


def test_every_mutated_file_loads_or_is_explained(tmp_path: Path) -> None:
    counts, slowest = runpy.run_path(str(SCRIPT))["survey"](1000, 2024, [BASE], tmp_path)
    assert set(counts) == {"loaded", "explained"}, counts
    assert counts["loaded"] > 50
    assert counts["explained"] > 300
    assert slowest < 5
