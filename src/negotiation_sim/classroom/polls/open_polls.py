"""All polls of a classroom. In memory only: a guess is worth nothing once its question has been answered."""

from __future__ import annotations

import time
from collections.abc import Callable

from negotiation_sim.classroom.polls.poll import Poll, Question
from negotiation_sim.classroom.server.allowances import Allowance
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.tokens import new_code

_ = str  # marks sentences for the message catalogues; the browser looks them up
MOST_POLLS = 50
LASTS = 3 * 3600.0
"""Seconds after which a poll is forgotten."""


class OpenPolls:
    """The polls by their codes, and how often somebody may guess.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin without any."""
        self._clock = clock
        self._polls: dict[str, Poll] = {}
        self.changes = Allowance(30, 60, clock)
        self.newcomers = Allowance(120, 60, clock)
        """For each address: a whole class may come from one, behind a router of its own."""

    def open(self, question: Question) -> Poll:
        """A new poll; the oldest makes room for it where there are too many."""
        self._forget_old()
        while len(self._polls) >= MOST_POLLS:
            self._dismiss(next(iter(self._polls)))
        code = next(code for code in iter(new_code, "") if code not in self._polls)
        poll = self._polls[code] = Poll(code, question, self._clock())
        return poll

    def get(self, code: str) -> Poll:
        """The poll of this code. Raises Refusal (404)."""
        self._forget_old()
        if code not in self._polls:
            raise Refusal(404, _("There is no question with the code {code}, or it is long over."), code=code)
        return self._polls[code]

    def _forget_old(self) -> None:
        now = self._clock()
        for code in [code for code, poll in self._polls.items() if now - poll.opened >= LASTS]:
            self._dismiss(code)

    def _dismiss(self, code: str) -> None:
        for mailbox in self._polls.pop(code).watching:
            mailbox.close(4410)
