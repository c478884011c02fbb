"""The names and public facts of a scenario in one language, for the pages: worked out once, not for every view."""

from __future__ import annotations

from typing import Any

import numpy as np

from negotiation_sim.classroom.table.played_model import PlayedModel
from negotiation_sim.messages import translator
from negotiation_sim.scenario import Scenario, text_in
from negotiation_sim.story.naming import Names

_DIGITS = 3


class Words:
    """What things are called at one table, in one language."""

    def __init__(self, scenario: Scenario, model: PlayedModel, roles: tuple[str, ...], lang: str) -> None:
        """Look the names up."""
        self.names = Names(scenario, translator(lang), lang)
        self._scenario = scenario
        self._model = model
        self._roles = roles
        self._lang = lang
        self._known: tuple[int, ...] = ()
        self._facts: dict[str, Any] = {}

    def scenario(self) -> dict[str, Any]:
        """Title, interests, the issues known so far, parties, quota, time, and whether words may be misheard.

        The same object as long as nothing in it has changed.
        """
        known = tuple(int(number) for number in (*self._model.table.options, self._model.table.needed[0]))
        if known != self._known:
            self._known, self._facts = known, self._facts_now()
        return self._facts

    def _facts_now(self) -> dict[str, Any]:
        case, table = self._model.setting.case, self._model.table
        known = zip(self._model.setting.issues, table.options, strict=True)
        return {
            "title": self._scenario.title(self._lang),
            "description": text_in(self._scenario.description, self._lang),
            "interests": [{"id": name, "label": self.names.interest(name)} for name in self._scenario.interests],
            # without those that nobody has thought of yet
            "issues": [self._issue(j, issue, int(options)) for j, (issue, options) in enumerate(known) if options > 1],
            "parties": [{"id": role, "label": self.names.party(role)} for role in self._roles],
            "quota": int(table.needed[0]),
            "deadline": int(case.deadline),
            "noise": bool(np.any(case.quality * case.listening < 1.0)),
        }

    def _issue(self, j: int, issue: str, known: int) -> dict[str, Any]:
        effects = self._model.setting.case.effects[j, :known]
        return {
            "id": issue,
            "label": self.names.issue(issue),
            "ordered": bool(self._model.setting.case.ordered[j]),
            "known": known,
            "options": [self.names.option(issue, k) for k in range(known)],
            "bare_options": [self.names.bare_option(issue, k) for k in range(known)],
            "unit": self.names.unit(issue),
            "effects": [[round(float(effect), _DIGITS) for effect in option] for option in effects],
        }
