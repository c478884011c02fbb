"""An experiment: which scenario is played, at which points, in which arms, how often."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from negotiation_sim.messages import translator
from negotiation_sim.scenario.comparison import AS_WRITTEN
from negotiation_sim.scenario.loading import scenario_from
from negotiation_sim.scenario.model import Scenario, with_floats
from negotiation_sim.scenario.plug_in_checks import files_of, plug_in_references, references_in
from negotiation_sim.scenario.settings import read_settings
from negotiation_sim.scenario.text import Text, Translations, text_in
from negotiation_sim.sweeps.factor import Factor


@dataclass(frozen=True)
class Stop:
    """Play until the intervals are no wider than twice `half_width`; counts are multiples of 1,000."""

    half_width: float
    of: str
    at_least: int
    at_most: int


@dataclass(frozen=True, eq=False)
class Experiment:
    """Everything that a sweep plays and draws; nothing of it changes."""

    file: str
    name: str | Translations
    description: str | Translations
    scenario: Scenario
    kind: str
    factors: tuple[Factor, ...]
    samples: int | None
    design_seed: int | None
    points: Sequence[dict[str, object]]
    arms: dict[str, dict[str, object]]
    labels: dict[str, str | Translations]
    runs: int
    stop: Stop | None
    seed: int
    store: str
    figures: dict[str, dict[str, Any]]

    def title(self, lang: str = "en") -> str:
        """The name of the experiment in a language (en, ru or kk)."""
        return text_in(self.name, lang)

    def arm_label(self, arm: str, lang: str = "en") -> str:
        """The name of an arm shown to people."""
        if arm == AS_WRITTEN and arm not in self.labels:
            return translator(lang).gettext(arm)
        return text_in(self.labels.get(arm, arm), lang)

    def settings(self, point: int, arm: str) -> dict[str, object]:
        """What a point and an arm set together: {path: value}."""
        return {**self.points[point], **self.arms[arm]}

    def cell(self, point: int, arm: str) -> Scenario:
        """The scenario that is played at a point in an arm."""
        return self.scenario.with_settings(self.settings(point, arm))

    @cached_property
    def code_files(self) -> tuple[Path, ...]:
        """The users' files whose code runs with the experiment."""
        values = [{factor.path: value} for factor in self.factors for value in factor.values or ()]
        settings = [setting for pairs in [*values, *self.arms.values()] for setting in read_settings(pairs)]
        references = [*plug_in_references(self.scenario), *references_in(settings)]
        return files_of(references, self.scenario.folder)

    @cached_property
    def sha256(self) -> str:
        """Hash of what decides the negotiations: scenario, points, arms, seed, what is kept, and the users' code."""
        digest = hashlib.sha256()
        for part in self._deciding():
            digest.update(part + b"\n")
        return digest.hexdigest()

    def _deciding(self) -> Iterator[bytes]:
        content = {
            "scenario": self.scenario.sha256,
            "arms": [[arm, with_floats(settings)] for arm, settings in self.arms.items()],
            "seed": self.seed,
            "store": self.store,
        }
        yield _json_bytes(content)
        for point in self.points:
            yield _json_bytes(with_floats(point))
        for path in self.code_files:
            yield hashlib.sha256(path.read_bytes()).hexdigest().encode()

    def canonical(self) -> dict[str, Any]:
        """Everything resolved, ready for JSON; the points are not in it."""
        scenario = self.scenario.canonical()
        del scenario["compare"]
        return {
            "name": _TEXT.dump_python(self.name, mode="json"),
            "description": _TEXT.dump_python(self.description, mode="json"),
            "scenario": scenario,
            "design": {
                "kind": self.kind,
                "factors": [factor.canonical() for factor in self.factors],
                "samples": self.samples,
                "seed": self.design_seed,
            },
            "arms": self.arms,
            "labels": {arm: _TEXT.dump_python(label, mode="json") for arm, label in self.labels.items()},
            "runs": self.runs,
            "stop": asdict(self.stop) if self.stop else None,
            "seed": self.seed,
            "store": self.store,
            "figures": self.figures,
            "file": self.file,
        }


def experiment_from(canonical: dict[str, Any], points: Sequence[dict[str, object]], folder: Path | None) -> Experiment:
    """The experiment that `canonical` wrote, with its points; `folder` is where users' files are looked for."""
    design = canonical["design"]
    return Experiment(
        file=canonical["file"],
        name=_TEXT.validate_python(canonical["name"]),
        description=_TEXT.validate_python(canonical["description"]),
        scenario=scenario_from(canonical["scenario"], folder),
        kind=design["kind"],
        factors=tuple(Factor.from_canonical(factor) for factor in design["factors"]),
        samples=design["samples"],
        design_seed=design["seed"],
        points=points,
        arms=canonical["arms"],
        labels={arm: _TEXT.validate_python(label) for arm, label in canonical["labels"].items()},
        runs=canonical["runs"],
        stop=Stop(**canonical["stop"]) if canonical["stop"] else None,
        seed=canonical["seed"],
        store=canonical["store"],
        figures=canonical["figures"],
    )


_TEXT: TypeAdapter[str | Translations] = TypeAdapter(Text)


def _json_bytes(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=True).encode()
