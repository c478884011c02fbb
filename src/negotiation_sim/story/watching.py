"""Watches one negotiation: plays it and yields what happens, move by move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.story.brief import in_brief
from negotiation_sim.story.moves import Move

if TYPE_CHECKING:
    from negotiation_sim.scenario import Scenario


def watch(scenario: Scenario, run: int = 0, seed: int = 1, *, lang: str = "en", full: bool = False) -> Iterator[Move]:
    """What happens in one negotiation, move by move; `print(move)` says it in a sentence of language `lang`.

    The same scenario, seed and run give the negotiation that they give in a sweep. Uneventful rounds are told
    in one sentence; `full` gives every answer, every talk about interests and every change of trust.
    Raises PluginError where a function of the user's cannot be used, RunError where it fails in this run.
    """
    from negotiation_sim.story.telling import Narrator

    narrator = Narrator(scenario, lang)
    moves = _moves(scenario, run, seed)
    return map(narrator.with_text, moves if full else in_brief(moves))


def _moves(scenario: Scenario, run: int, seed: int) -> Iterator[Move]:
    from negotiation_sim.engine.executor import RunError
    from negotiation_sim.scenario.arrays import setting_of
    from negotiation_sim.story.opening_moves import opening
    from negotiation_sim.story.recorded_model import RecordedModel

    setting = setting_of(scenario)
    try:
        model = RecordedModel(scenario, setting, seed, run)
    except Exception as error:  # whatever a user's rule raises, the run is named
        raise RunError(run, error) from error
    yield from opening(scenario, model)
    while model.running:
        try:
            model.step()
        except Exception as error:  # as above
            raise RunError(run, error) from error
        yield from model.moves
