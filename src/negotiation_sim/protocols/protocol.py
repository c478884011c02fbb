"""What a protocol is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Protocol(NamedTuple):
    """Rules of procedure.

    `next_speaker(case, table) -> seat` whose proposal this round is about, or the number of sides for the mediator.
    `direct_talk`: the sides speak with each other about interests. `carried`: offers go through the mediator.
    `needs_mediator`: makes no sense without one. `by_turns`: a round is one turn of every side, who accepts what lies
    on the table or replaces it; nobody is asked for the next speaker.
    """

    next_speaker: Callable[..., Any]
    direct_talk: bool
    carried: bool
    needs_mediator: bool
    by_turns: bool = False
