"""Why no deal: every run is replayed with one cause removed, under the same draws.

A failed run that then ends in agreement is repaired by the removal, an agreed run that then fails is broken
by it. The causes overlap: one failed run may be repaired by several removals, so the shares do not add up.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from negotiation_sim.analysis.causes import CAUSES, MISPERCEPTIONS, Cause, plays_alike
from negotiation_sim.analysis.intervals import Interval, paired_difference, rate
from negotiation_sim.concepts import AGREEMENT
from negotiation_sim.engine.executor import Player
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.model import Scenario

CONFIDENCE = 0.95
_ = str  # marks words for the message catalogues; they are translated where they are shown
OVERLAP = _("Causes overlap: several removals may repair the same failed run, so the shares do not add up.")
_CSV_COLUMNS = (
    "name", "label", "removal", "applies", "failed", "repaired", "repairs", "repairs_low", "repairs_high",
    "agreed", "broken", "breaks", "breaks_low", "breaks_high", "change", "change_low", "change_high",
)  # fmt: skip


@dataclass(frozen=True)
class Removal:
    """What comes of removing a cause from the runs of a scenario.

    `settings` {path: value} removed it; there are none where the cause is not in this scenario, and no run
    was replayed. Without the cause, `repaired` of the `failed` runs end in agreement, and `broken` of the
    `agreed` runs end without one.
    """

    name: str
    label: str
    removal: str
    settings: Mapping[str, object]
    failed: int
    agreed: int
    repaired: int
    broken: int

    @property
    def applies(self) -> bool:
        """Whether the cause is in this scenario at all."""
        return bool(self.settings)

    @property
    def repairs(self) -> Interval | None:
        """Share of the failed runs repaired, with Wilson's interval; None where nothing can be repaired."""
        return rate(self.repaired, self.failed, CONFIDENCE) if self.applies and self.failed else None

    @property
    def breaks(self) -> Interval | None:
        """Share of the agreed runs broken, with Wilson's interval; None where nothing can be broken."""
        return rate(self.broken, self.agreed, CONFIDENCE) if self.applies and self.agreed else None

    @property
    def change(self) -> Interval | None:
        """By how much the agreement rate changes, in [-1, 1], with Tango's interval for paired runs."""
        if not self.applies:
            return None
        kept, never = self.agreed - self.broken, self.failed - self.repaired
        return paired_difference(kept, self.repaired, self.broken, never, CONFIDENCE)

    def to_dict(self) -> dict[str, Any]:
        """Everything ready for JSON; an interval is {value, low, high} or null."""
        intervals = {"repairs": self.repairs, "breaks": self.breaks, "change": self.change}
        return {
            "name": self.name,
            "label": self.label,
            "removal": self.removal,
            "settings": dict(self.settings),
            "applies": self.applies,
            "repaired": self.repaired,
            "broken": self.broken,
            **{key: value and value._asdict() for key, value in intervals.items()},
        }


@dataclass(frozen=True)
class WhyNoDeal:
    """Why runs of a scenario failed: the outcome as written, and what the removal of each cause changes.

    `causes` holds first those that apply, the one that repairs most first, then those that do not apply.
    `none_single` counts the failed runs that no single removal repairs; `misperceptions` is what removing
    noise, devaluation, optimism and fixed-pie bias all at once does. `called_back` names rules of the user's
    that run as plain Python, each with the reason.
    """

    title: str
    sha256: str
    seed: int
    failed: int
    agreed: int
    causes: tuple[Removal, ...]
    none_single: int
    misperceptions: Removal
    called_back: Mapping[str, str]

    @property
    def runs(self) -> int:
        """How many runs there were."""
        return self.failed + self.agreed

    @property
    def applying(self) -> tuple[Removal, ...]:
        """The causes that are in this scenario."""
        return tuple(cause for cause in self.causes if cause.applies)

    @property
    def agreement_rate(self) -> Interval:
        """Share of runs that end in agreement as written, with Wilson's interval."""
        return rate(self.agreed, self.runs, CONFIDENCE)

    def to_dict(self) -> dict[str, Any]:
        """Everything ready for JSON."""
        return {
            "scenario": {"name": self.title, "sha256": self.sha256},
            "seed": self.seed,
            "runs": self.runs,
            "confidence": CONFIDENCE,
            "agreed": self.agreed,
            "failed": self.failed,
            "agreement_rate": self.agreement_rate._asdict(),
            "causes": [cause.to_dict() for cause in self.causes],
            "none_single": self.none_single,
            "misperceptions": self.misperceptions.to_dict(),
            "note": OVERLAP,
        }

    def to_csv(self) -> str:
        """A table with one line for each cause, and one for the misperceptions together; shares in [0, 1]."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_CSV_COLUMNS)
        for row in (*self.causes, self.misperceptions):
            shown = row.repairs or ("", "", ""), row.breaks or ("", "", ""), row.change or ("", "", "")
            words = (row.name, row.label, row.removal, row.applies)
            writer.writerow((*words, row.failed, row.repaired, *shown[0], row.agreed, row.broken, *shown[1], *shown[2]))
        return text.getvalue()


STEPS = len(CAUSES) + 2
"""How often `explain` says what it plays next: as written, without each cause, without the misperceptions."""


def explain(
    scenario: Scenario, runs: int = 2000, seed: int = 1, progress: Callable[[str], None] | None = None
) -> WhyNoDeal:
    """Play the scenario as written and again with each cause removed, all under the same draws.

    The arms of the scenario's comparison are not looked at; for an arm, give
    `scenario.with_settings(scenario.arms[name])`. `progress` is told what is played next, `STEPS` times in
    all. A few bytes are kept for each run, whatever the number of causes. Raises ValueError for less than one
    run, RunError where a user's rule fails.
    """
    if runs < 1:
        raise ValueError(f"at least one run is needed, not {runs}")
    say = progress or _nothing
    say("as written")
    as_written = setting_of(scenario)
    player = Player(as_written)
    agreed = _agreements(player, runs, seed)
    beyond_one_removal = ~agreed
    rows = []
    for cause in (*CAUSES, MISPERCEPTIONS):
        say(cause.removal)
        settings = cause.settings(scenario)
        setting = setting_of(scenario.with_settings(settings))
        applies = not plays_alike(setting, as_written)
        agreed_then = _agreements(Player(setting), runs, seed) if applies else agreed
        if cause in CAUSES:
            beyond_one_removal &= ~agreed_then
        rows.append(_removal(cause, settings if applies else {}, agreed, agreed_then))
    *singly, misperceptions = rows
    singly.sort(key=lambda row: (not row.applies, -row.repaired))
    return WhyNoDeal(
        title=scenario.title(),
        sha256=scenario.sha256,
        seed=seed,
        failed=int(runs - agreed.sum()),
        agreed=int(agreed.sum()),
        causes=tuple(singly),
        none_single=int(beyond_one_removal.sum()),
        misperceptions=misperceptions,
        called_back=player.called_back,
    )


def _nothing(what: str) -> None:
    """Nobody wants to know what is played."""


def _agreements(player: Player, runs: int, seed: int) -> NDArray[np.bool_]:
    """Which runs end in agreement, one byte a run."""
    return np.concatenate([rows[:, 0] == AGREEMENT for rows in player.stream(seed, range(runs))])


def _removal(
    cause: Cause, settings: Mapping[str, object], agreed: NDArray[np.bool_], agreed_then: NDArray[np.bool_]
) -> Removal:
    return Removal(
        name=cause.name,
        label=cause.label,
        removal=cause.removal,
        settings=settings,
        failed=int((~agreed).sum()),
        agreed=int(agreed.sum()),
        repaired=int((agreed_then & ~agreed).sum()),
        broken=int((agreed & ~agreed_then).sum()),
    )
