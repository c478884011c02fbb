"""Each check is made once for all tests that read its rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from negotiation_sim.messages.language import ENGLISH
from negotiation_sim.validation.catalogue import CHECKS
from negotiation_sim.validation.report import Checked, made


@cache
def _made(name: str) -> Checked:
    return made(CHECKS[name], ENGLISH)


@pytest.fixture(scope="session")
def checked() -> Callable[[str], Checked]:
    """The check of that name with its rows."""
    return _made


@pytest.fixture
def failing() -> Callable[[str], list[str]]:
    """Make a check anew and give what does not hold."""
    return lambda name: [row.what for row in made(CHECKS[name], ENGLISH).rows if not row.holds]
