"""The process that compiles the shipped rules puts them where the others look for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_sim.rule import HAVE_NUMBA, source_hash


@pytest.mark.skipif(not HAVE_NUMBA, reason="nothing is compiled without numba")
def test_the_folder_of_compiled_code_holds_where_numba_was_imported_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("NUMBA_DISABLE_INTEL_SVML", raising=False)
    code = "import numba, sys\nfrom negotiation_sim.rule import compiled\n" + (
        "from negotiation_sim.analysis import tally\nimport numpy as np\n"
        "tally.Tally(('a',), 60).add(np.zeros((1, 60)))\nprint(numba.config.CACHE_DIR)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == tmp_path / source_hash()
