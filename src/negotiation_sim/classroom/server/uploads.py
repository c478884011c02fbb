"""Scenarios that a trainer brings as a text: read with care, one at a time, beside the event loop."""

from __future__ import annotations

import asyncio
from gettext import gettext
from typing import TYPE_CHECKING

from negotiation_sim.cli.speaking import speaking
from negotiation_sim.scenario.loading import scenario_of_text
from negotiation_sim.scenario.problems import Place, ScenarioError, Source
from negotiation_sim.scenario.reading import LARGEST

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario

from negotiation_sim.classroom.server.refusals import Refusal

_ = str  # marks sentences for the message catalogues; the browser looks them up
NAME = "scenario.yaml"
"""What mistakes call the text."""

PATIENCE = 15.0
"""Seconds that reading may take."""


def load_uploaded(text: str, lang: str) -> Scenario:
    """The scenario of an uploaded text. Raises ScenarioError: every mistake with line and column, in a language."""
    with speaking(["--lang", lang]):
        if len(text.encode("utf-8", errors="replace")) > LARGEST:
            # NOTE: the number is `LARGEST`; write it as your language does
            told = gettext("the file is larger than 1,000,000 bytes; a scenario is a few pages")
            raise ScenarioError([Place(Source(NAME, ()), 1, 1).problem(told)])
        return scenario_of_text(NAME, text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))


class Reader:
    """Reads one uploaded text at a time; while one is being read, another is asked to wait."""

    def __init__(self) -> None:
        """Nothing is being read."""
        self._reading: asyncio.Future[Scenario] | None = None

    async def read(self, text: str, lang: str) -> Scenario:
        """The scenario of a text. Raises Refusal, with all mistakes where the text has some."""
        if self._reading is not None and not self._reading.done():
            raise Refusal(429, _("Another scenario is being read; try again in a moment."))
        self._reading = asyncio.ensure_future(asyncio.to_thread(load_uploaded, text, lang))
        self._reading.add_done_callback(lambda done: done.exception())  # read late, it is nobody's any more
        try:
            return await asyncio.wait_for(asyncio.shield(self._reading), PATIENCE)
        except TimeoutError:
            raise Refusal(422, _("This scenario takes too long to read; make it smaller.")) from None
        except ScenarioError as error:
            raise mistakes(error) from None


def mistakes(error: ScenarioError) -> Refusal:
    """What a page shows of the mistakes of a scenario: one line each, with line and column."""
    return Refusal(422, _("The scenario has mistakes:\n{problems}"), problems=str(error))
