"""Speed beside peers: `python benchmarks/peers/compare.py` makes NegMAS' environment, asserts equal results, measures.

Writes benchmarks/peers/results.json and the tables of docs/benchmarks.md; takes about ten minutes, and some more where
the environment must be made first. `--quick` prints a small run and writes nothing; `--interop` runs the tests of
negotiation_sim.interop.negmas in that environment instead.
"""

from __future__ import annotations

import argparse
import sys

from environment import ROOT, run_there


def main() -> int:
    """Do in the peers' environment what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a small run, printed only")
    parser.add_argument("--interop", action="store_true", help="the tests of the bridge to NegMAS")
    asked = parser.parse_args()
    if asked.interop:
        return run_there(["-m", "pytest", "-p", "no:cacheprovider", str(ROOT / "tests" / "interop" / "negmas")])
    return run_there([str(ROOT / "benchmarks" / "peers" / "measure.py"), *(["--quick"] if asked.quick else [])])


if __name__ == "__main__":
    sys.exit(main())
