"""A library that is not there is asked for in plain words."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from negotiation_sim.analysis.missing_library import MissingLibrary, needed
from negotiation_sim.analysis.morris_effects import morris_effects
from negotiation_sim.analysis.sobol_indices import sobol_indices
from negotiation_sim.analysis.survival import time_to_agreement
from negotiation_sim.analysis.unpaired import unpaired_difference


def hide(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    for name in [library, *(name for name in sys.modules if name.startswith(f"{library}."))]:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, library, None)


@pytest.mark.parametrize(
    ("library", "call"),
    [
        ("statsmodels", lambda: unpaired_difference(1, 2, 1, 2)),
        ("statsmodels", lambda: time_to_agreement(np.array([1]), np.array([1]))),
        ("SALib", lambda: sobol_indices(["a"], np.arange(6.0)[:, None])),
        ("SALib", lambda: morris_effects(["a"], np.array([[0.0], [2 / 3]] * 2), np.arange(4.0)[:, None])),
    ],
)
def test_says_what_to_install(monkeypatch: pytest.MonkeyPatch, library: str, call) -> None:
    hide(monkeypatch, library)
    with pytest.raises(MissingLibrary) as raised:
        call()
    assert str(raised.value) == f"{library} is not installed: pip install 'negotiation-sim[stats]'"


def test_a_library_that_is_there_comes_as_a_module() -> None:
    assert needed("json.decoder", "json", "stats").JSONDecoder.__name__ == "JSONDecoder"


def test_what_a_library_itself_lacks_is_not_hidden(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half_there.py").write_text("import nowhere_at_all\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="nowhere_at_all"):
        needed("half_there", "half_there", "stats")
