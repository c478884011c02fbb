"""After the answers: the sides speak of their interests, to each other and to the mediator."""

from __future__ import annotations

import math
from typing import Any

from negotiation_sim.draws import CAUCUS, CAUCUS_LINE, CLAIM, Moment, near_normal, normal, pair, words
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.engine.mediating import works
from negotiation_sim.engine.rule_set import RuleSet
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.beliefs import claim_scatter, learn_claim
from negotiation_sim.rules.channel import noise_of
from negotiation_sim.rules.mediation import caucus_noise, estimate_line, relay_scatter
from negotiation_sim.rules.talk import claim


@rule
def prepare_talk(case: Case, table: Table, rules: RuleSet, room: Any, speaker: int) -> None:
    """The speaker decides what to disclose to whom (`table.items`, `table.bend`), if there is anybody to tell."""
    if case.direct_talk == 0 and not works(case, table):
        return
    rules.talk[case.talk_code[speaker]](room, speaker, clock_at(case, table, table.round_no[0]))


@rule
def hear_claim(
    case: Case, table: Table, speaker: int, listener: int, interest: int, spoken: float, luck: float
) -> float:
    """A listener learns from what a speaker says an interest matters to it; returns what was heard."""
    noise = noise_of(case.claim_noise, table.clarity[speaker, listener])
    heard = spoken + noise * luck
    scatter = claim_scatter(noise, table.trust[listener, speaker])
    learn_claim(table.beliefs[listener, speaker], table.doubt[listener, speaker], interest, heard, scatter)
    return heard


@rule
def tell(case: Case, table: Table, moment: Moment, speaker: int, listener: int) -> None:
    """The speaker tells one listener about some of its interests; the listener learns what arrives."""
    said = table.items[listener]
    table.disclosed[listener, speaker] = said
    table.occasions[0] += 1
    if said <= 0:
        return
    table.disclosures[0] += 1
    table.claimed[listener, speaker] = 1
    interests = table.importance.shape[1]
    for item in range(said):
        which, high, low, _ = words(moment, pair(speaker, listener), CLAIM, item)
        g = (which * interests) >> 32
        truth = table.importance[speaker, g]
        # What the speaker thinks this listener cares about is what an exaggeration bends towards.
        spoken = claim(truth, table.beliefs[speaker, listener, g], table.bend[listener])
        hear_claim(case, table, speaker, listener, g, spoken, near_normal(high, low))


@rule
def _relay(case: Case, table: Table, speaker: int, interest: int, help_given: float) -> None:
    """The mediator passes on what it has just understood of one side's interests to all the others."""
    n = len(table.present)
    for listener in range(n):
        if listener != speaker and table.present[listener] == 1:
            scatter = relay_scatter(table.mediator_doubt[speaker, interest], table.trust[listener, n], help_given)
            learn_claim(
                table.beliefs[listener, speaker],
                table.doubt[listener, speaker],
                interest,
                table.mediator_beliefs[speaker, interest],
                scatter,
            )


@rule
def confide(case: Case, table: Table, seat: int, interest: int, spoken: float, luck: float) -> None:
    """The mediator learns from what a side says alone that an interest matters to it; what it may, it relays."""
    help_given = case.skill * table.efforts[1]
    noise = caucus_noise(case.claim_noise, help_given)
    heard = spoken + noise * luck
    doubt = table.mediator_doubt[seat]
    learn_claim(table.mediator_beliefs[seat], doubt, interest, heard, claim_scatter(noise, 1.0))
    if table.efforts[2] > 0.0:
        _relay(case, table, seat, interest, case.skill * table.efforts[2])


@rule
def meet_in_caucus(case: Case, table: Table, moment: Moment, seat: int) -> None:
    """The mediator hears one side alone; what it may, it relays to the others."""
    n = len(table.present)
    help_given = case.skill * table.efforts[1]
    if help_given <= 0.0:
        return
    table.occasions[1] += 1
    said = table.items[n]
    if said <= 0:
        return
    table.disclosures[1] += 1
    interests = table.importance.shape[1]
    for item in range(said):
        which, high, low, _ = words(moment, pair(seat, n), CAUCUS, item)
        g = (which * interests) >> 32
        # To please the mediator a side that exaggerates claims what the mediator thinks all want.
        spoken = claim(table.importance[seat, g], 1.0 / interests, table.bend[n])
        confide(case, table, seat, g, spoken, near_normal(high, low))
    hear_line(case, table, moment, seat)


@rule
def hear_line(case: Case, table: Table, moment: Moment, seat: int) -> None:
    """The mediator forms a picture of what a side has without a deal."""
    n = len(table.present)
    help_given = case.skill * table.efforts[1]
    luck = normal(moment, pair(seat, n), CAUCUS_LINE, 0)
    told = min(1.0, table.perceived[seat] + case.shading[seat])
    heard_line = told + 0.05 * math.sqrt((1.0 - help_given) / help_given) * luck
    table.mediator_lines[seat] = estimate_line(table.mediator_lines[seat], heard_line, help_given)
