"""One question to the class, and what each phone guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from negotiation_sim.classroom.server.bodies import Body
from negotiation_sim.classroom.server.refusals import Refusal

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.mailbox import Mailbox

_ = str  # marks sentences for the message catalogues; the browser looks them up
MOST_GUESSES = 200

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Question(Body):
    """What is asked: which share of such negotiations ends in agreement. Each phone says it in its own language."""

    kind: Literal["rate"]
    scenario: Annotated[str, Field(max_length=100)]
    quality: Share
    mediator: bool
    skill: Share | None = None


class Poll:
    """Guesses by who guessed (a token's hash), and who is looking on: None stands for the trainer."""

    def __init__(self, code: str, question: Question, opened: float) -> None:
        """Open for guesses."""
        self.code = code
        self.question = question
        self.opened = opened
        self.is_open = True
        self.answer: float | None = None
        self.guesses: dict[str, float] = {}
        self.watching: dict[Mailbox, str | None] = {}

    @property
    def state(self) -> str:
        """Guesses come in, or all may see them, or the poll was ended without that."""
        if self.is_open:
            return "open"
        return "closed" if self.answer is None else "revealed"

    def guess(self, who: str, share: float) -> None:
        """Take a guess, or another one instead. Raises Refusal (409) when it is too late or there are too many."""
        if not self.is_open:
            raise Refusal(409, _("The guessing is over."))
        if who not in self.guesses and len(self.guesses) >= MOST_GUESSES:
            raise Refusal(409, _("There are too many guesses already."))
        self.guesses[who] = share

    def reveal(self, answer: float) -> None:
        """End the guessing and show everybody the guesses and the answer."""
        if self.state == "closed":
            raise Refusal(409, _("The guessing is over."))
        self.is_open = False
        self.answer = answer

    def close(self) -> None:
        """End the guessing; what was revealed stays to be seen."""
        self.is_open = False

    def view(self, who: str | None) -> dict[str, object]:
        """What a phone may see, or the trainer (None): the others' guesses only once they are revealed, never whose."""
        seen: dict[str, object] = {
            "code": self.code,
            "question": self.question.model_dump(),
            "state": self.state,
            "mine": self.guesses.get(who) if who else None,
            "answer": self.answer,
        }
        if who is None or self.state == "revealed":
            seen["guesses"] = sorted(self.guesses.values())
        return seen
