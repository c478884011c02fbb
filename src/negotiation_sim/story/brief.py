"""What of a negotiation is told in brief: what is new and what decided; uneventful rounds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import (
    Answered,
    Change,
    LineMoved,
    LostDeal,
    Mediated,
    Move,
    Offered,
    Talked,
    TrustMoved,
)
from negotiation_sim.story.series import NextTalks
from negotiation_sim.story.stages import StageEnded
from negotiation_sim.story.stoppage import StoppageDay
from negotiation_sim.story.summaries import Moved, Refused, Stretch

TRUST_STEP = 0.25
"""Trust is told of again when it has changed by this much since it was last told of."""

LINE_STEP = 0.05
"""The same for what a side believes to have without a deal."""

MOST_CHANGES = 1
"""So many changes of an offer are named, the costliest; the rest are counted."""

MOST_CHANGES_IN_SUM = 2
"""The same for the changes over several rounds."""

FEWEST_TOGETHER = 3
"""So many uneventful rounds are worth a sentence together."""

MOST_MISHEARD = 1
"""So many misheard issues are named; the rest are counted."""


def in_brief(moves: Iterable[Move]) -> Iterator[Move]:
    """The moves worth telling, in order; several rounds of nothing but refusals become one `Stretch`.

    Of the next talks of a series the reader knows nothing yet.
    """
    told = _Told()
    uneventful: list[tuple[Offered, Refused | LostDeal]] = []
    for scene in _scenes(moves):
        if isinstance(scene[0], NextTalks):
            told = _Told()
        news = list(told.of_scene(scene))
        match news:
            case [Offered(changes=tuple()) as offer, (Refused() | LostDeal()) as end] if told.is_nothing_new(end):
                uneventful.append((offer, end))
            case _:
                yield from _together(uneventful)
                uneventful = []
                yield from map(_shortened, news)
    yield from _together(uneventful)


def _scenes(moves: Iterable[Move]) -> Iterator[list[Move]]:
    """What belongs together: a round; where a round has several offers, each with the answer that it got.

    The last offer of such a round is answered in the next one.
    """
    scene: list[Move] = []
    for move in moves:
        has_offer = any(isinstance(one, Offered) for one in scene)
        is_later = bool(scene) and move.round != scene[-1].round and not (has_offer and isinstance(move, Answered))
        if is_later or (has_offer and isinstance(move, Offered)):
            yield scene
            scene = []
        scene.append(move)
    if scene:
        yield scene


class _Told:
    """What the reader knows already, so that only news is told."""

    def __init__(self) -> None:
        self._trust: dict[tuple[str, str], float] = {}
        self._lines: dict[str, float] = {}
        self._told: set[tuple[str, str]] = set()
        self._held_back: set[tuple[str, str]] = set()
        self._at_work: set[str] = set()
        self._reasons: set[str] = set()
        self._lost: set[tuple[str, str]] = set()
        self._lost_as_before = False
        self._stoppage: StoppageDay | None = None

    def of_scene(self, happened: list[Move]) -> Iterator[Move]:
        """The news of what belongs together; refusals that are none come as one `Refused` after the offer."""
        answers = [move for move in happened if isinstance(move, Answered)]
        is_lost = any(isinstance(move, LostDeal) for move in happened)
        folded = [answer for answer in answers if not self._is_news(answer, is_lost)]
        walked_away = any(isinstance(move, Ended) and move.ending == "walk_away" for move in happened)
        if folded and not is_lost and not any(isinstance(move, Offered) for move in happened):
            yield _refused(folded, len(answers))  # of an offer told of before
        for move in happened:
            if walked_away and isinstance(move, StageEnded):
                continue  # the ending says the same
            if isinstance(move, Offered):
                yield move
                if folded and not is_lost:
                    yield replace(_refused(folded, len(answers)), round=move.round)
            elif move not in folded:
                yield from self._news(move)

    def is_nothing_new(self, end: Refused | LostDeal) -> bool:
        """Plain refusals, and a deal lost by sides and for reasons that have cost deals before."""
        return isinstance(end, Refused) or self._lost_as_before

    def _is_news(self, answer: Answered, is_lost: bool) -> bool:
        """A yes is, if no `LostDeal` implies it; a plain no never; a no for another reason when first met."""
        if answer.reason in ("yes", "withdrew"):
            return answer.reason == "withdrew" or not is_lost
        is_first = answer.reason not in self._reasons
        self._reasons.add(answer.reason)
        return is_first and answer.reason != "below_line"

    def _news(self, move: Move) -> Iterator[Move]:
        match move:
            case TrustMoved():
                pair = (move.party, move.other)
                trust = self._trust.setdefault(pair, move.before)
                if abs(move.after - trust) >= TRUST_STEP or move.cause == "found_out":
                    self._trust[pair] = move.after
                    yield replace(move, before=trust)
            case LineMoved():
                line = self._lines.setdefault(move.party, move.before)
                if abs(move.after - line) >= LINE_STEP:
                    self._lines[move.party] = move.after
                    yield replace(move, before=line)
            case LostDeal():
                because = {(lost.party, lost.reason) for lost in move.because}
                self._lost_as_before = because <= self._lost
                self._lost |= because
                yield move
            case Mediated():
                at_work = {action for action, effort in move.efforts.items() if effort > 0.0}
                if at_work - self._at_work:
                    self._at_work |= at_work
                    yield move
            case Talked():
                told = tuple(other for other in move.told if (move.party, other) not in self._told)
                held = tuple(other for other in move.held_back if (move.party, other) not in self._held_back)
                self._told |= {(move.party, other) for other in told}
                self._held_back |= {(move.party, other) for other in held}
                if told or held:
                    yield replace(move, told=told, held_back=held, kept_from=())
            case StoppageDay():
                self._stoppage = move
            case StageEnded() | Ended():
                if self._stoppage:  # what it has cost is told once, when it is over
                    yield replace(self._stoppage, round=move.round)
                    self._stoppage = None
                yield move
            case _:
                yield move


def _refused(refusals: list[Answered], answered: int) -> Refused:
    nearest = min(refusals, key=lambda answer: answer.demand - answer.felt)
    return Refused(
        round=nearest.round,
        parties=tuple(answer.party for answer in refusals),
        by_all=len(refusals) == answered,
        nearest=nearest.party,
        short=nearest.demand - nearest.felt,
    )


def _shortened(move: Move) -> Move:
    if isinstance(move, Offered) and move.changes:
        more = max(0, len(move.changes) - MOST_CHANGES)
        return replace(move, changes=move.changes[:MOST_CHANGES], more_changes=more)
    if isinstance(move, Answered):
        more = max(0, len(move.misheard) - MOST_MISHEARD)
        return replace(move, misheard=move.misheard[:MOST_MISHEARD], more_misheard=more)
    return move


def _together(rounds: list[tuple[Offered, Refused | LostDeal]]) -> Iterator[Move]:
    if len({offer.round for offer, _ in rounds}) < FEWEST_TOGETHER:
        yield from (_shortened(move) for pair in rounds for move in pair)
        return
    refusals = [end for _, end in rounds if isinstance(end, Refused)]
    nearest = min(refusals, key=lambda refused: refused.short, default=None)
    offers = [offer for offer, _ in rounds]
    speakers = dict.fromkeys(offer.speaker for offer in offers)
    yield Stretch(
        round=rounds[-1][0].round,
        first=rounds[0][0].round,
        nearest=nearest.nearest if nearest else None,
        nearest_round=nearest.round if nearest else None,
        short=nearest.short if nearest else None,
        lost_deals=len(rounds) - len(refusals),
        moved=tuple(_in_sum(speaker, offers) for speaker in speakers),
    )


def _in_sum(speaker: str, offers: list[Offered]) -> Moved:
    changes: dict[str, Change] = {}
    for offer in (offer for offer in offers if offer.speaker == speaker):
        for new in offer.changes or ():
            old = changes.get(new.issue)
            changes[new.issue] = replace(new, before=old.before, cost=old.cost + new.cost) if old else new
    moved = sorted((one for one in changes.values() if one.before != one.after), key=lambda one: -one.cost)
    return Moved(speaker, tuple(moved[:MOST_CHANGES_IN_SUM]), max(0, len(moved) - MOST_CHANGES_IN_SUM))
