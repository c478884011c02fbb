"""Stories kept with `store: traces`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from negotiation_sim.sweeps.experiment import Experiment
from negotiation_sim.sweeps.results import load_results
from negotiation_sim.sweeps.runner import Crew
from negotiation_sim.sweeps.sweeping import sweep_into

Loader = Callable[..., Experiment]


def test_the_first_run_with_a_deal_and_the_first_without_are_told(experiment: Loader, tmp_path: Path) -> None:
    design = "{kind: grid, factors: {communication.quality: [0.1, 1.0]}}"
    loaded = experiment(set="{deadline: 8, mediator.style: full}", design=design, store="traces")
    sweep_into(loaded, tmp_path / "out", Crew(2))
    results = load_results(tmp_path / "out")
    lines = (tmp_path / "out" / "traces.jsonl").read_text(encoding="utf-8").splitlines()
    traces = [json.loads(line) for line in lines]
    told = {(trace["point"], trace["agreement"]): trace for trace in traces}
    assert len(told) == len(traces)
    for point in range(2):
        agreed = results.agreed(point, "as written")
        for deal in (True, False):
            assert ((point, deal) in told) == bool((agreed == deal).any())
            if (point, deal) in told:
                trace = told[point, deal]
                assert trace["run"] == np.flatnonzero(agreed == deal)[0]
                assert (trace["moves"][-1]["ending"] == "agreement") == deal
                assert any(move["kind"] == "answered" for move in trace["moves"])  # the full story
    assert (1, True) in told
    assert (0, False) in told
