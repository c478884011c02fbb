"""What can happen at a table of people: the actions of seats and of the trainer, as they stand in the log.

An event is one JSON object: `do` says which, `seat` whose action it is. Nothing else enters the fold, so the
same events give the same table on any machine.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from negotiation_sim.classroom.table.refused import Refused

LONGEST_MESSAGE = 280
MEDIATOR = "mediator"
Weight = Literal["much", "some", "little"]
_Name = Annotated[str, Field(min_length=1, max_length=100)]

_ = str  # marks sentences for the message catalogues; they are translated where they are shown


class _Action(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class OfSeat(_Action):
    """An action of the people who hold a seat."""

    seat: _Name


class Efforts(OfSeat):
    """What the mediator puts effort into this round."""

    do: Literal["efforts"]
    open_channel: bool = False
    caucus: bool = False
    relay: bool = False
    reality_test: bool = False
    text: bool = False
    keep_at_table: bool = False
    brainstorm: bool = False


class Offer(OfSeat):
    """A package is proposed: the number of an option for every issue on the table."""

    do: Literal["offer"]
    package: Annotated[dict[_Name, Annotated[int, Field(ge=0, le=100)]], Field(max_length=40)]


class Answer(OfSeat):
    """Yes or no to the offer, as it was heard."""

    do: Literal["answer"]
    yes: bool


class Sign(OfSeat):
    """The text as written is signed, or the yes is taken back."""

    do: Literal["sign"]
    yes: bool


class Tell(OfSeat):
    """How much an interest matters to the speaker, told to some or to all."""

    do: Literal["tell"]
    to: Annotated[list[_Name], Field(min_length=1, max_length=9)]
    interest: _Name
    weight: Weight


class Say(OfSeat):
    """A message in free words: to all (`to` null) or between two."""

    do: Literal["say"]
    to: _Name | None = None
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_MESSAGE)]


class Done(OfSeat):
    """Nothing more to say in this round."""

    do: Literal["done"]


class Leave(OfSeat):
    """The side walks away from the table."""

    do: Literal["leave"]


class Start(_Action):
    """The talks begin."""

    do: Literal["start"]


class Sit(OfSeat):
    """A person takes a seat; the agent yields it."""

    do: Literal["sit"]


class Release(OfSeat):
    """The agent takes a seat back."""

    do: Literal["release"]


class AgentMoves(OfSeat):
    """The agent decides for a seat, this once."""

    do: Literal["agent_moves"]


class Step(_Action):
    """One round at a table where nobody sits."""

    do: Literal["step"]


class Pause(_Action):
    """Nobody may act until the trainer goes on."""

    do: Literal["pause"]


class Resume(_Action):
    """The talks go on."""

    do: Literal["resume"]


class Close(_Action):
    """The trainer ends the talks as they stand."""

    do: Literal["close"]


Action = (
    Efforts
    | Offer
    | Answer
    | Sign
    | Tell
    | Say
    | Done
    | Leave
    | Start
    | Sit
    | Release
    | AgentMoves
    | Step
    | Pause
    | Resume
    | Close
)
_ACTIONS: TypeAdapter[Action] = TypeAdapter(Annotated[Action, Field(discriminator="do")])
OF_SEATS = frozenset({"efforts", "offer", "answer", "sign", "tell", "say", "done", "leave"})


def action_of(event: dict[str, Any]) -> Action:
    """The action of a log entry; its number `n` and the time `at` are not part of it. Raises Refused."""
    bare = {key: value for key, value in event.items() if key not in ("n", "at")}
    try:
        return _ACTIONS.validate_python(bare)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part)[:40] for part in first["loc"]) or "do"
        raise Refused(_("This is no action that can be taken here: look at “{where}”."), where=where) from None
