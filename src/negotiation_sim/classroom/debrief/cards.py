"""Role cards: what each side gets to read before the talks, ready to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from negotiation_sim.analysis.bargaining_space import table_of_run
from negotiation_sim.classroom.table.telling_words import word_for
from negotiation_sim.messages import translator
from negotiation_sim.rules.preferences import fill_ideal
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story.naming import Names

if TYPE_CHECKING:
    from negotiation_sim.classroom.server.session import Session


def cards_of(session: Session, lang: str) -> dict[str, Any]:
    """A card for each side and for the mediator. Values are those that the sides have at every table."""
    played = session.tables[0].played
    names = Names(session.scenario, translator(lang), lang)
    setting = setting_of(session.scenario)
    table = table_of_run(setting.case, session.seed, session.run)
    cards = []
    for seat, role in enumerate(setting.roles):
        ideal = np.zeros(len(setting.issues), dtype=np.int64)
        fill_ideal(table.values[seat], setting.case.opening_options, ideal)
        shares = [float(share) for share in table.importance[seat]]
        stake = [
            float(np.ptp(table.values[seat, j, : int(setting.case.options[j])])) for j in range(len(setting.issues))
        ]
        order = sorted(range(len(stake)), key=lambda j: -stake[j])
        cards.append(
            {
                "role": role,
                "label": names.party(role),
                "line": round(float(table.perceived[seat]), 3),
                "interests": sorted(
                    (
                        {
                            "id": name,
                            "label": names.interest(name),
                            "word": word_for(share, len(shares)),
                            "share": share,
                        }
                        for name, share in zip(session.scenario.interests, shares, strict=True)
                    ),
                    key=lambda one: -float(str(one["share"])),
                ),
                "issues": [
                    {
                        "id": setting.issues[j],
                        "label": names.issue(setting.issues[j]),
                        "wish": names.option(setting.issues[j], int(ideal[j])),
                        "stake": round(stake[j], 3),
                        "values": [
                            round(float(v), 3) for v in table.values[seat, j, : int(setting.case.opening_options[j])]
                        ],
                    }
                    for j in order
                    if setting.case.opening_options[j] > 1
                ],
            }
        )
    mediator = {"label": names.party("mediator")} if played.has_mediator else None
    scenario = played.words(lang).scenario()
    return {"title": session.title, "scenario": scenario, "cards": cards, "mediator": mediator}
