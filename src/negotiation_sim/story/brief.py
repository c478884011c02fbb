"""What of a negotiation is told in brief: turning points whole, what little happens in one sentence or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from negotiation_sim.story.moves import (
    Answered,
    LineMoved,
    LostDeal,
    Mediated,
    Move,
    Offered,
    Refused,
    Talked,
    TrustMoved,
)

TRUST_STEP = 0.25
"""Trust is told of again when it has changed by this much since it was last told of."""

LINE_STEP = 0.05
"""The same for what a side believes to have without a deal."""

MOST_CHANGES = 3
"""So many changes of an offer are named at a turning point, one elsewhere."""


def in_brief(moves: Iterable[Move]) -> Iterator[Move]:
    """The moves worth telling, round by round, in their order."""
    told = _Told()
    for _, happened in groupby(moves, key=lambda move: move.round):
        yield from told.of_round(list(happened))


class _Told:
    """What the reader knows already, so that only news is told."""

    def __init__(self) -> None:
        self._trust: dict[tuple[str, str], float] = {}
        self._lines: dict[str, float] = {}
        self._told: set[tuple[str, str]] = set()
        self._held_back: set[tuple[str, str]] = set()
        self._at_work: set[str] = set()
        self._reasons: set[str] = set()

    def of_round(self, happened: list[Move]) -> Iterator[Move]:
        answers = [move for move in happened if isinstance(move, Answered)]
        is_turning_point = any(isinstance(move, LostDeal) for move in happened) or any(
            answer.reason in ("yes", "withdrew") for answer in answers
        )
        in_short = [answer for answer in answers if not self._is_news(answer, is_turning_point)]
        for move in happened:
            if isinstance(move, Offered):
                yield _shortened(move, MOST_CHANGES if is_turning_point else 1)
                if in_short:
                    yield _refused(in_short, len(answers))
            elif move not in in_short:
                yield from self._news(move)

    def _is_news(self, answer: Answered, is_turning_point: bool) -> bool:
        """A plain no never is; a no for another reason where it decided, or when first met."""
        if answer.reason == "below_line":
            return False
        is_first = answer.reason not in self._reasons
        self._reasons.add(answer.reason)
        return is_turning_point or is_first

    def _news(self, move: Move) -> Iterator[Move]:
        match move:
            case TrustMoved():
                yield from self._trust_news(move)
            case LineMoved():
                before = self._lines.setdefault(move.party, move.before)
                if abs(move.after - before) >= LINE_STEP:
                    self._lines[move.party] = move.after
                    yield replace(move, before=before)
            case Mediated():
                at_work = {action for action, effort in move.efforts.items() if effort > 0.0}
                if at_work - self._at_work:
                    self._at_work |= at_work
                    yield move
            case Talked():
                yield from self._talk_news(move)
            case _:
                yield move

    def _trust_news(self, move: TrustMoved) -> Iterator[TrustMoved]:
        pair = (move.party, move.other)
        before = self._trust.setdefault(pair, move.before)
        if abs(move.after - before) >= TRUST_STEP or move.cause == "found_out":
            self._trust[pair] = move.after
            yield replace(move, before=before)

    def _talk_news(self, move: Talked) -> Iterator[Talked]:
        told = tuple(other for other in move.told if (move.party, other) not in self._told)
        held_back = tuple(other for other in move.held_back if (move.party, other) not in self._held_back)
        self._told |= {(move.party, other) for other in told}
        self._held_back |= {(move.party, other) for other in held_back}
        if told or held_back:
            yield replace(move, told=told, held_back=held_back, kept_from=())


def _shortened(offer: Offered, most: int) -> Offered:
    changes = offer.changes or ()
    if len(changes) <= most:
        return offer
    return replace(offer, changes=changes[:most], more_changes=len(changes) - most)


def _refused(refusals: list[Answered], answered: int) -> Refused:
    nearest = min(refusals, key=lambda answer: answer.demand - answer.felt)
    return Refused(
        round=nearest.round,
        parties=tuple(answer.party for answer in refusals),
        by_all=len(refusals) == answered,
        nearest=nearest.party,
        short=nearest.demand - nearest.felt,
    )
