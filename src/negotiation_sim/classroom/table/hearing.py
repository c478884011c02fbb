"""What a phase of a round changed in people's ears and minds, read off the table before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from negotiation_sim.classroom.table.played_model import PlayedModel
from negotiation_sim.classroom.table.telling_words import word_for
from negotiation_sim.concepts import ACTIONS
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.table import Table
from negotiation_sim.rules.preferences import utility


def efforts_made(model: PlayedModel) -> list[str]:
    """Names of the actions that the mediator puts effort into this round."""
    if not works(model.setting.case, model.table):
        return []
    return [action for action, effort in zip(ACTIONS, model.table.efforts, strict=True) if effort > 0.0]


def offer_heard(model: PlayedModel) -> dict[str, Any]:
    """The offer on the table: as said, as each side heard it, and what that is worth to the side."""
    table, speaker = model.table, int(model.table.speaker[0])
    heard, worth = {}, {}
    for seat, role in enumerate(model.setting.roles):
        if seat == speaker:
            worth[role] = float(utility(table.values[seat], table.offer))
        elif model.negotiators[seat].is_present:
            heard[role] = model.known_part(table.heard[seat])
            worth[role] = float(utility(table.values[seat], table.heard[seat]))
    return {"package": model.known_part(table.offer), "heard": heard, "worth": worth}


def beliefs_changed(model: PlayedModel, before: Table) -> Iterator[tuple[str, str, str, str, bool]]:
    """Speaker, listener, interest, the listener's word for it, and whether only the mediator can have said it.

    What changes no word for an interest that was spoken of before is left out.
    """
    table, roles = model.table, model.setting.roles
    interests = list(model.written.interests)
    unheard = model.setting.case.claim_noise**2
    for seat, speaker in enumerate(roles):
        for other, listener in enumerate(roles):
            if other == seat:
                continue
            changed = np.flatnonzero(table.beliefs[other, seat] != before.beliefs[other, seat])
            silent = model.negotiators[seat].is_human or table.disclosed[other, seat] == 0
            for g in changed:
                word = word_for(float(table.beliefs[other, seat, g]), len(interests))
                last_word = word_for(float(before.beliefs[other, seat, g]), len(interests))
                if word != last_word or before.doubt[other, seat, g] == unheard:
                    yield speaker, listener, interests[int(g)], word, bool(silent)


def lines_moved(model: PlayedModel, before: Table) -> Iterator[tuple[str, float, float]]:
    """Sides whose picture of what they have without a deal the mediator has moved, before and after."""
    for seat, role in enumerate(model.setting.roles):
        was, now = float(before.perceived[seat]), float(model.table.perceived[seat])
        if was != now:
            yield role, was, now
