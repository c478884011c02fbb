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
        self._issues: list[dict[str, Any]] = []

    def scenario(self) -> dict[str, Any]:
        """Title, interests, the issues known so far, parties, quota, time, and whether words may be misheard."""
        case = self._model.setting.case
        return {
            "title": self._scenario.title(self._lang),
            "description": text_in(self._scenario.description, self._lang),
            "interests": [{"id": name, "label": self.names.interest(name)} for name in self._scenario.interests],
            "issues": self._known_issues(),
            "parties": [{"id": role, "label": self.names.party(role)} for role in self._roles],
            "quota": int(self._model.table.needed[0]),
            "deadline": int(case.deadline),
            "noise": bool(np.any(case.quality * case.listening < 1.0)),
        }

    def _known_issues(self) -> list[dict[str, Any]]:
        """The issues without those that nobody has thought of yet."""
        known = tuple(int(options) for options in self._model.table.options)
        if known != self._known:
            self._known = known
            issues = zip(self._model.setting.issues, known, strict=True)
            self._issues = [self._issue(j, issue, n) for j, (issue, n) in enumerate(issues) if n > 1]
        return self._issues

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
