"""Memory stays flat from ten thousand to a million runs: peak of fresh processes, as a ratio."""

from __future__ import annotations

import subprocess
import sys

PLAY = """
import resource, sys
from negotiation_sim.experiments.comparison import compare_arms
from negotiation_sim.scenario import load_scenario
scenario = load_scenario("two_party_textbook", ["communication.quality=0.6"])
compare_arms(scenario, int(sys.argv[1]), seed=1)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def peak(runs: int) -> int:
    """Peak memory in MiB of a process that plays four arms with this many runs each."""
    done = subprocess.run([sys.executable, "-c", PLAY, str(runs)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def main() -> None:
    """Print the two peaks and their ratio."""
    small, large = peak(10_000), peak(1_000_000)
    print(f"10,000 runs: {small} MiB; 1,000,000 runs: {large} MiB; ratio {large / small:.2f}")


if __name__ == "__main__":
    main()
