"""This project: the compiled kernel, and the executor to watch, where agents play on Mesa's stage."""

from __future__ import annotations

import functools
import itertools
from contextlib import ExitStack
from typing import Any

import numpy as np
import yaml
from engines import Again, Engine
from negotiations import EXACT, Negotiation, Result, Side, scenario_content

from negotiation_sim.concepts import AGREEMENT, Floats
from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.mesa_model import BargainingModel, Negotiator
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.loading import scenario_of_text


def setting_for(content: dict[str, Any]) -> Setting:
    """The setting of a scenario file with this content, read and checked as any file is."""
    return setting_of(scenario_of_text("benchmark", yaml.dump(content, Dumper=_DUMPER, sort_keys=False)))


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Deal:
    """Negotiations dealt by this project: fixed options, weights Dirichlet(1) and reserves uniform (.3, .7) anew."""

    def __init__(self, seed: int, count: int, parties: int, curves: tuple[str, ...], steps: int = 50) -> None:
        effects = np.random.default_rng(seed).random((parties, 5, 5))
        low, high = effects.min(-1, keepdims=True), effects.max(-1, keepdims=True)
        effects = 2.0 * (effects - low) / (high - low) - 1.0
        curves = tuple(curves[p % len(curves)] for p in range(parties))
        names = [f"side_{p}_issue_{j}" for p in range(parties) for j in range(5)]
        own = scenario_content(Negotiation(tuple(Side(((0.0, 1.0),) * 5, 0.5, curve) for curve in curves), steps))
        for p, party in enumerate(own["parties"].values()):
            del party["values"]
            party["importance"] = dict.fromkeys(names[5 * p : 5 * p + 5], 1.0)
        # Interests / spread is the concentration of the Dirichlet distribution: 5 here, 1 for each own interest.
        own["defaults"] |= {**EXACT, "importance_spread": float(parties), "reservation_spread": 0.2}
        own["interests"] = dict.fromkeys(names, "gain")
        own["issues"] = {
            f"issue_{j}": {
                "options": [f"v{k}" for k in range(5)],
                "effects": {f"side_{p}_issue_{j}": effects[p, j].tolist() for p in range(parties)},
            }
            for j in range(5)
        }
        self.seed, self.runs = seed, range(count)
        self.setting = setting_for(own)
        self.tables = [BargainingModel(self.setting, seed, run).table for run in self.runs]
        self.worths = np.array([table.values for table in self.tables])
        self.negotiations = [
            Negotiation(
                tuple(
                    Side(tuple(map(tuple, table.values[p].tolist())), float(table.perceived[p]), curve)
                    for p, curve in enumerate(curves)
                ),
                steps,
            )
            for table in self.tables
        ]
        self.packages = self.negotiations[0].packages()
        del self.tables


@functools.cache
def _places(roles: tuple[str, ...], issues: tuple[str, ...]) -> tuple[int, ...]:
    names = column_names(roles, issues)
    wanted = ("ending", "rounds", "proposer", *(f"option.{issue}" for issue in issues))
    return tuple(map(names.index, wanted))


def result_of(setting: Setting, row: Floats) -> Result:
    """What a row of results tells."""
    ending, rounds, proposer, *options = row[list(_places(setting.roles, setting.issues))].astype(int).tolist()
    return Result(tuple(options) if ending == AGREEMENT else None, rounds, proposer)


class Kernel(Engine):
    """The compiled kernel: many runs in one call, each run a row of numbers."""

    name = "kernel"
    times = 100
    keeps_trace = False

    def __init__(self) -> None:
        self.rooms = ExitStack()

    def prepared(self, negotiation: Negotiation) -> Again:
        """A room that stays open; the packages are ranked at the first run."""
        setting = setting_for(scenario_content(negotiation))
        play = self.rooms.enter_context(Player(setting, threads=1).seated())
        play(1, range(1))
        return lambda times: result_of(setting, play(1, range(times))[-1])

    def for_the_first_time(self, negotiation: Negotiation) -> Result:
        """From the numbers through a scenario file, checked, to a result."""
        setting = setting_for(scenario_content(negotiation))
        with Player(setting, threads=1).seated() as play:
            return result_of(setting, play(1, range(1))[0])

    def newly_dealt(self, deal: Deal) -> list[Result]:
        """All in one call, dealt by the kernel itself."""
        with Player(deal.setting, threads=1).seated() as play:
            rows = play(deal.seed, deal.runs)
        return [result_of(deal.setting, row) for row in rows]


class KernelFromFiles(Kernel):
    """The compiled kernel, where each negotiation comes as a scenario file that is read and checked."""

    name = "kernel, a scenario file each"

    def newly_dealt(self, deal: Deal) -> list[Result]:
        """One by one."""
        return [self.for_the_first_time(negotiation) for negotiation in deal.negotiations]


class _Recorded(Negotiator):
    """A negotiator whose offers are written down."""

    def propose(self) -> None:
        super().propose()
        offer = tuple(self.model.table.offer.tolist())
        self.model.trace.append((self.model.rounds - 1, self.seat, offer))


class RecordedModel(BargainingModel):
    """The executor to watch, with every offer written down."""

    negotiator_type = _Recorded

    def __init__(self, setting: Setting, seed: int = 1, run: int = 0) -> None:
        self.trace: list[tuple[int, int, tuple[int, ...]]] = []
        super().__init__(setting, seed, run)


class MesaExecutor(Engine):
    """The executor to watch: the same rules in plain Python, called by Mesa agents."""

    name = "Mesa executor"

    @staticmethod
    def _run(setting: Setting, seed: int, run: int) -> Result:
        model = RecordedModel(setting, seed, run)
        model.run_model()
        return result_of(setting, model.row())._replace(trace=tuple(model.trace))

    def prepared(self, negotiation: Negotiation) -> Again:
        """The scenario, once; every model ranks the packages anew."""
        setting = setting_for(scenario_content(negotiation))

        def again(times: int) -> Result:
            for _ in itertools.repeat(None, times - 1):
                self._run(setting, 1, 0)
            return self._run(setting, 1, 0)

        return again

    def newly_dealt(self, deal: Deal) -> list[Result]:
        """Dealt by this project, run by run."""
        return [self._run(deal.setting, deal.seed, run) for run in deal.runs]
