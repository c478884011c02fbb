"""What all tests share.

Hypothesis sets no time limit on an example, since a first call may compile, and tries the same 40 examples every time,
so that what fails is due to the change at hand; a test that needs more says so. Where tests are dealt out to several
processes (`-n auto`), kernel and rules are compiled before these start, since otherwise each would compile all of it.
"""

import subprocess
import sys

import pytest
from hypothesis import settings

from negotiation_sim.engine.executor import processors
from negotiation_sim.rule import HAVE_NUMBA

settings.register_profile("no deadline", settings(), deadline=None, derandomize=True, max_examples=40)
settings.load_profile("no deadline")

MOST_WORKERS = 8  # more of them only take memory: the longest tests end no sooner


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One for each processor that may be used; left alone, `-n auto` counts two threads of a core as one."""
    return min(processors(), MOST_WORKERS)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Ahead of xdist's own start of the workers, in the process that deals out: there alone `dist` is set."""
    if HAVE_NUMBA and session.config.getoption("dist", "no") != "no":
        kernel = [sys.executable, "-c", "from negotiation_sim.engine.kernel import prepare; prepare()"]
        rules = [sys.executable, "-m", "negotiation_sim.engine.warm_up"]
        with subprocess.Popen(kernel), subprocess.Popen(rules):
            pass  # to leave is to wait for both
