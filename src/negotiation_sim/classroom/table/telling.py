"""People speak of their interests: agents learn from it by the engine's rules, people read what arrived."""

from __future__ import annotations

from negotiation_sim.classroom.table.actions import MEDIATOR, Tell, Weight
from negotiation_sim.classroom.table.checking import must
from negotiation_sim.classroom.table.played_model import PlayedModel
from negotiation_sim.classroom.table.record import Record
from negotiation_sim.classroom.table.telling_words import spoken_share, word_for
from negotiation_sim.draws import CAUCUS, CLAIM, near_normal, pair, words
from negotiation_sim.engine.mediating import meets_this_round
from negotiation_sim.engine.talking import confide, hear_claim, hear_line

MOST_CLAIMS = 8  # to one listener in one round
_PEOPLE = 128  # where people's claims begin among the numbers of draws, clear of the agents'
_ = str  # marks sentences for the message catalogues; they are translated where they are shown


def tell_interest(model: PlayedModel, record: Record, action: Tell, interest: int) -> None:
    """Every listener learns what arrives; a listener is told at most eight things a round. Raises Refused."""
    roles = model.setting.roles
    speaker = roles.index(action.seat)
    claims = model.negotiators[speaker].decisions.claims
    listeners = [len(roles) if role == MEDIATOR else roles.index(role) for role in action.to]
    for listener in listeners:
        must(claims.get(listener, 0) < MOST_CLAIMS, _("You have told enough in this round."))
        meets = listener < len(roles) or (
            meets_this_round(model.setting.case, model.table, speaker) and model.table.efforts[1] > 0.0
        )
        must(meets, _("The mediator does not meet you alone in this round."))
        present = listener == len(roles) or model.negotiators[listener].is_present
        must(present, _("This side is not at the table now."))
    heard = {}
    for role, listener in zip(action.to, listeners, strict=True):
        count = claims.get(listener, 0)
        claims[listener] = count + 1
        heard[role] = _learn(model, speaker, listener, interest, action.weight, count)
    said = {"interest": action.interest, "weight": action.weight, "heard": heard}
    record.note("told", only=(action.seat, *action.to), speaker=action.seat, to=list(action.to), **said)


def _learn(model: PlayedModel, speaker: int, listener: int, interest: int, weight: Weight, count: int) -> Weight:
    case, table = model.setting.case, model.table
    interests = table.importance.shape[1]
    spoken = spoken_share(weight, interests)
    with_mediator = listener == len(model.setting.roles)
    purpose = CAUCUS if with_mediator else CLAIM
    _which, high, low, _rest = words(model.moment, pair(speaker, listener), purpose, _PEOPLE + count)
    luck = near_normal(high, low)
    if with_mediator:
        confide(case, table, speaker, interest, spoken, luck)
        hear_line(case, table, model.moment, speaker)
        return word_for(float(table.mediator_beliefs[speaker, interest]), interests)
    return word_for(hear_claim(case, table, speaker, listener, interest, spoken, luck), interests)
