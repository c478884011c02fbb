"""Rules that different processes compiled and kept on disk stay apart where one process loads them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_sim.rule import HAVE_NUMBA

LOADED = """
import sys
from negotiation_sim.engine.compiled_rules import CONCESSION, Compiler
from negotiation_sim.strategies.catalogue import single_rules
from numba.experimental.function_type import _get_wrapper_address

rules = [single_rules()["concession"][name] for name in sys.argv[1:]]
compiled = [Compiler()._adopt("concession", rule, rule) for rule in rules]
print(len({_get_wrapper_address(one, CONCESSION) for one in compiled}))
"""


@pytest.mark.skipif(not HAVE_NUMBA, reason="nothing is compiled without numba")
def test_rules_from_different_processes_stay_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    for names in (["rational"], ["faratin_polynomial", "rational"]):
        call = [sys.executable, "-c", LOADED, *names]
        done = subprocess.run(call, capture_output=True, text=True, check=True)
        assert done.stdout == f"{len(names)}\n"
