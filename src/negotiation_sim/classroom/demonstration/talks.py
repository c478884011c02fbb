"""The talks that the page asks about: a shipped case with a few things set, checked before anything is played."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.engine.setting import Setting
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.cases import shipped_cases

_ = str  # marks sentences for the message catalogues; the browser looks them up
STEP = 0.05
Arm = Literal["without", "with"]
Strategy = Literal["position_based", "interest_based"]
Style = Literal["full", "facilitative", "evaluative", "formulative", "transformative"]
_Share = Annotated[float, Field(ge=0, le=1)]


class Talks(BaseModel):
    """What the controls of the page say. Shares are taken in steps of a twentieth, so that answers can be kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scenario: Annotated[str, Field(max_length=100)]
    quality: _Share
    mediator: bool = True
    skill: _Share = 0.4
    style: Style = "full"
    bargain: Annotated[dict[Annotated[str, Field(max_length=100)], Strategy], Field(max_length=8)] = {}
    seed: Annotated[int, Field(ge=0, le=2**31)] = 1

    def at(self, quality: float) -> Talks:
        """The same talks at another quality of communication."""
        return self.model_copy(update={"quality": quality})

    def key(self, arm: Arm) -> str:
        """What decides how the talks go under an arm, as a text to find answers again by."""
        mediated = {"skill": snapped(self.skill), "style": self.style} if arm == "with" else {}
        bargain = sorted(self.bargain.items())
        return json.dumps([self.scenario, snapped(self.quality), bargain, self.seed, mediated])

    def scene(self, arm: Arm) -> Scenario:
        """The case with all of it set. Raises Refusal."""
        case = case_named(self.scenario)
        for role in self.bargain:
            if role not in case.roles:
                raise Refusal(422, _("The entry {field} is missing or wrong."), field=f"bargain.{role[:40]}")
        settings: dict[str, object] = {f"parties.{role}.strategy": how for role, how in self.bargain.items()}
        settings["communication.quality"] = snapped(self.quality)
        if arm == "with":
            settings |= {"mediator.style": self.style, "mediator.skill": snapped(self.skill)}
        else:
            settings |= {"mediator.style": "absent", "protocol": "alternating_offers"}
        return case.with_settings(settings)

    def setting(self, arm: Arm) -> Setting:
        """What is played under an arm. Raises Refusal, ScenarioError."""
        perfect = _with_perfect_communication(
            self.model_copy(update={"quality": 1.0, "seed": 0}).model_dump_json(), arm
        )
        quality = perfect.case.quality * snapped(self.quality)
        return perfect._replace(case=perfect.case._replace(quality=quality))


@lru_cache(maxsize=64)
def _with_perfect_communication(talks: str, arm: Arm) -> Setting:
    """Along a curve only the quality differs, so all else is worked out once; checking a scenario takes its time."""
    return setting_of(Talks.model_validate_json(talks).scene(arm))


def snapped(share: float) -> float:
    """A share on the grid that the sliders have."""
    return round(round(share / STEP) * STEP, 2)


@lru_cache(maxsize=32)
def case_named(name: str) -> Scenario:
    """A shipped case. Raises Refusal."""
    if name not in shipped_cases():
        raise Refusal(404, _("There is no case “{name}”."), name=name[:100])
    return load_scenario(name)


def talks_from(value: Any) -> Talks:
    """The talks that a page asked for. Raises Refusal, naming the first entry that is wrong."""
    try:
        talks = Talks.model_validate(value)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_context=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))[:80]
        raise Refusal(422, _("The entry {field} is missing or wrong."), field=field) from None
    case_named(talks.scenario)
    return talks


def cannot_be_played(error: Exception) -> Refusal:
    """What is told of talks that cannot go as they were asked for."""
    return Refusal(422, _("This case cannot be played: {reason}"), reason=str(error)[:500])
