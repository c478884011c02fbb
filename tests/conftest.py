"""What all tests share.

Hypothesis sets no time limit on an example, since a first call may compile. Where no compiled kernel lies on disk yet,
a second processor compiles rules and procedures meanwhile.
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from negotiation_sim.rule import HAVE_NUMBA

settings.register_profile("no deadline", settings(), deadline=None)
settings.load_profile("no deadline")


@pytest.fixture(scope="session", autouse=True)
def second_processor() -> Iterator[None]:
    if not HAVE_NUMBA:
        yield
        return
    with subprocess.Popen([sys.executable, "-m", "negotiation_sim.engine.warm_up"]):
        yield
