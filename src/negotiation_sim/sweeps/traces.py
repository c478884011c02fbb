"""Stories kept with `store: traces`: at each point and arm, the first run with a deal and the first without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from negotiation_sim.experiments.files import whole_file
from negotiation_sim.sweeps.results import Results

TRACES = "traces.jsonl"


def write_traces(results: Results) -> None:
    """Write one JSON document a line: point, arm, run, whether it ended with a deal, and every move in English.

    Every other run can be told as well, by `negotiation-sim watch FOLDER --point P --arm NAME --run K`.
    """
    with whole_file(results.folder / TRACES) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        for trace in _traces(results):
            file.write(json.dumps(trace, ensure_ascii=False) + "\n")


def _traces(results: Results) -> Iterator[dict[str, Any]]:
    for cell in results.summary.itertuples():
        agreed = results.agreed(int(cell.point), str(cell.arm))
        for deal in (True, False):
            if (agreed == deal).any():
                run = int(np.argmax(agreed == deal))
                moves = [move.as_json() for move in results.watch(int(cell.point), str(cell.arm), run, full=True)]
                yield {"point": int(cell.point), "arm": cell.arm, "run": run, "agreement": deal, "moves": moves}
