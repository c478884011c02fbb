"""The ladder of a dispute: the stages that talks climb when they do not end in agreement."""

import math
import re
from gettext import gettext
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from negotiation_sim.scenario.fields import WholeNumber, described, number, word
from negotiation_sim.scenario.strict_model import StrictModel
from negotiation_sim.scenario.text import Identifier, Text

_LIMIT = re.compile(r"([0-9]{1,3}) (working|calendar) days?")
_ALLOWED_LIMIT = "a whole number of days up to 999 with its unit, such as '7 working days' or '10 calendar days'"
_WORKING_DAYS_A_WEEK, _DAYS_A_WEEK = 5, 7
END = "end"


def _limit(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise PydanticCustomError("limit_without_unit", "{reason}", {"reason": ": " + gettext("it has no unit")})
    if not isinstance(value, str) or _LIMIT.fullmatch(value.strip()) is None:
        raise PydanticCustomError("limit_form", "{reason}", {"reason": ": " + gettext("this is no number of days")})
    return value


Limit = Annotated[str, BeforeValidator(_limit)]


def working_days(limit: str) -> int:
    """The working days in a limit; calendar days count five in seven, rounded up."""
    found = _LIMIT.fullmatch(limit.strip())
    if found is None:
        raise ValueError(f"{limit!r} is no limit")
    days = int(found[1])
    return days if found[2] == "working" else math.ceil(days * _WORKING_DAYS_A_WEEK / _DAYS_A_WEEK)


class Stage(StrictModel):
    """One stage: how long it lasts, who sits there, how they talk, who decides, whether work stops."""

    label: Text | None = Field(None, description="Name shown to people. Text. Default: the identifier with spaces.")
    source: Text | None = Field(
        None, **described("Where the limit is from, such as an article of a law", "a text", "none")
    )
    limit: Limit = Field(**described("How long the stage lasts at most", _ALLOWED_LIMIT, "none, must be written"))
    preparation: Limit = Field(
        "0 working days", **described("Days before its talks begin", _ALLOWED_LIMIT, "0 working days")
    )
    clarity: float = number(0.0, 0, 1, "share", "Share of what is otherwise lost in talk that arrives in this stage")
    mediator: bool = word(False, "true or false", "Whether the scenario's mediator works in this stage")
    seats: list[str] | None = Field(
        None, min_length=1, **described("Who sits at the table; only they vote", "a list of parties", "all parties")
    )
    authority: dict[str, Annotated[float, Field(ge=0, le=1)]] = Field(
        {},
        **described(
            "How far negotiators of a party may give way here without asking",
            "0 to 1 as a share, under names of parties",
            "no entries, then as the party's own",
            "share",
        ),
    )
    pull: float = number(1.0, 0, 1, "share", "How strongly duty brings a reluctant side to this stage")
    stoppage: Literal["none", "warning_strike", "strike", "lockout"] = word(
        "none", "none, warning_strike, strike or lockout", "Whether work stops during the stage"
    )
    intensity: float = number(1.0, 0, 1, "share", "Share of a full stoppage, such as a minimum service that is kept")
    called_by: str | None = word(None, "a party", "Who calls the stoppage; its members vote on it where it has members")
    majority: float = number(0.5, 0.3, 0.95, "share", "Share of the votes that a call must exceed")
    banned: bool = word(False, "true or false", "Whether the law bans the stage, which is then passed over")
    award: Literal["none", "conventional", "final_offer"] = word(
        "none",
        "none, conventional (a package of its own) or final_offer (one of the sides' last offers)",
        "What an arbitrator decides at the end of the stage",
    )
    enforcement: float = number(
        1.0, 0, 1, "utility", "How far below its line a side carries an award out; 0: a mere recommendation, 1: always"
    )
    insight: float = number(0.5, 0, 1, "share", "How well the arbitrator knows what the sides care about")
    clock: float | None = Field(
        None,
        gt=0,
        le=1,
        **described(
            "Share of all concessions to be made by the end of the stage",
            "above 0 to 1 as a share",
            "in proportion to rounds of talks; while work is stopped none",
            "share",
        ),
    )
    next: str | None = word(
        None, "a later stage, or 'end'", "What follows without a deal; left out: the next stage of the file"
    )
    if_evaded: str | None = word(
        None, "a later stage, or 'end'", "What follows where a side does not come; left out: as without a deal"
    )

    @property
    def stops_work(self) -> bool:
        """Whether work stops during the stage."""
        return self.stoppage != "none"


class Ladder(StrictModel):
    """The stages in their order, and how days and rounds go together."""

    rounds_per_day: WholeNumber = number(2, 1, 10, "rounds", "Rounds of talks in a working day")
    learning: float = number(
        0.15, 0, 1, "share", "Share of its over-optimism that a side loses on a day of full stoppage"
    )
    stages: dict[Identifier, Stage] = Field(
        min_length=1,
        max_length=12,
        **described("The stages in their order", "1 to 12 stages under names", "none, must be written"),
    )

    def rounds(self, stage: str) -> int:
        """Rounds of talks that a stage has room for, at least one."""
        return max(1, working_days(self.stages[stage].limit) * self.rounds_per_day)

    def after(self, stage: str) -> str:
        """The stage that follows without a deal, or `end`."""
        names = [*self.stages, END]
        return self.stages[stage].next or names[names.index(stage) + 1]

    def after_evasion(self, stage: str) -> str:
        """The stage that follows where a side does not come, or `end`."""
        return self.stages[stage].if_evaded or self.after(stage)
