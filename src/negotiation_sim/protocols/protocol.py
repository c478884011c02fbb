"""What a protocol is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Protocol(NamedTuple):
    """Rules of procedure.

    `next_speaker(case, table) -> seat` whose proposal this round is about, or the number of sides for the mediator.
    `direct_talk`: the sides speak with each other about interests. `carried`: offers go through the mediator.
    `needs_mediator`: makes no sense without one.
    """

    next_speaker: Callable[..., Any]
    direct_talk: bool
    carried: bool
    needs_mediator: bool
