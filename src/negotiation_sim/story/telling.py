"""Says in sentences what happens; every sentence is one message with named places, ready to be translated."""

from __future__ import annotations

from dataclasses import replace

from negotiation_sim.messages import translator
from negotiation_sim.scenario import Scenario
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import (
    Answered,
    Left,
    LineMoved,
    LostDeal,
    Mediated,
    Move,
    Offered,
    Opened,
    Seated,
    Talked,
    TrustMoved,
)
from negotiation_sim.story.naming import Names
from negotiation_sim.story.summaries import Refused, Stretch
from negotiation_sim.story.telling_ending import EndingNarrator
from negotiation_sim.story.telling_offers import OfferNarrator
from negotiation_sim.story.telling_opening import OpeningNarrator
from negotiation_sim.story.telling_talk import TalkNarrator


class Narrator:
    """Finds the words for the moves of one scenario in one language."""

    def __init__(self, scenario: Scenario, lang: str = "en") -> None:
        """Load the messages and the names."""
        messages = translator(lang)
        names = Names(scenario, messages, lang)
        self._opening = OpeningNarrator(messages, names)
        self._offers = OfferNarrator(messages, names)
        self._talk = TalkNarrator(messages, names)
        self._ending = EndingNarrator(messages, names)

    def with_text(self, move: Move) -> Move:
        """The move with its sentence; each line of it begins with a capital."""
        lines = self._words(move).split("\n")
        return replace(move, text="\n".join(line[:1].upper() + line[1:] for line in lines))

    def _words(self, move: Move) -> str:
        match move:
            case Opened():
                return self._opening.opened(move)
            case Seated():
                return self._opening.seated(move)
            case Offered():
                return self._offers.offered(move)
            case Answered():
                return self._offers.answered(move)
            case Refused():
                return self._offers.refused(move)
            case Stretch():
                return self._offers.stretch(move)
            case LostDeal():
                return self._offers.lost_deal(move)
            case TrustMoved():
                return self._talk.trust_moved(move)
            case Mediated():
                return self._talk.mediated(move)
            case Talked():
                return self._talk.talked(move)
            case LineMoved():
                return self._talk.line_moved(move)
            case Left():
                return self._talk.left(move)
            case Ended():
                return self._ending.ended(move)
        raise TypeError(f"there are no words for {move.kind!r}")
