"""Says in sentences what happens; every sentence is one message with named places, ready to be translated."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from negotiation_sim.messages import translator
from negotiation_sim.scenario import Scenario
from negotiation_sim.story import award, ending, finding, home, moves, series, stages, stoppage, summaries
from negotiation_sim.story.moves import Move
from negotiation_sim.story.naming import Names
from negotiation_sim.story.telling_days import DayNarrator
from negotiation_sim.story.telling_ending import EndingNarrator
from negotiation_sim.story.telling_home import HomeNarrator
from negotiation_sim.story.telling_offers import OfferNarrator
from negotiation_sim.story.telling_opening import OpeningNarrator
from negotiation_sim.story.telling_stages import StageNarrator
from negotiation_sim.story.telling_talk import TalkNarrator

_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)")
"""The stop of an abbreviation, such as a unit, before that of the sentence."""


class Narrator:
    """Finds the words for the moves of one scenario in one language."""

    def __init__(self, scenario: Scenario, lang: str = "en") -> None:
        """Load the messages and the names."""
        messages = translator(lang)
        names = Names(scenario, messages, lang)
        opening, behind = OpeningNarrator(messages, names), HomeNarrator(messages, names)
        offers, talk = OfferNarrator(messages, names), TalkNarrator(messages, names)
        ladder, days = StageNarrator(messages, names), DayNarrator(messages, names)
        self._words: dict[type[Move], Callable[[Any], str]] = {
            moves.Opened: opening.opened,
            moves.Seated: opening.seated,
            home.Home: behind.home,
            home.Voted: behind.voted,
            moves.Offered: offers.offered,
            moves.Answered: offers.answered,
            moves.LostDeal: offers.lost_deal,
            summaries.Refused: offers.refused,
            summaries.Stretch: offers.stretch,
            moves.TrustMoved: talk.trust_moved,
            moves.Mediated: talk.mediated,
            moves.Talked: talk.talked,
            moves.LineMoved: talk.line_moved,
            moves.Left: talk.left,
            stages.StageBegan: ladder.began,
            stages.StagePassed: ladder.passed,
            stages.Evaded: ladder.evaded,
            stages.StageEnded: ladder.ended,
            stages.HeldBack: ladder.held_back,
            stoppage.StoppageDay: days.stoppage_day,
            finding.Found: days.found,
            finding.Paid: days.paid,
            award.Awarded: days.awarded,
            series.NextTalks: days.next_talks,
            ending.Ended: EndingNarrator(messages, names).ended,
        }

    def with_text(self, move: Move) -> Move:
        """The move with its sentence; each line begins with a capital, and one full stop is enough."""
        lines = _DOUBLE_STOP.sub(".", self._words[type(move)](move)).split("\n")
        return replace(move, text="\n".join(line[:1].upper() + line[1:] for line in lines))
