"""The first phase of a round as moves: the offer, what each side heard and answered, what it did to trust."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.concepts import (
    ABSENT,
    ANSWERS,
    NO_BELOW_LINE,
    NO_DEVALUED,
    VOTED_DOWN,
    WITHDREW,
    YES,
)
from negotiation_sim.engine.table import Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.rules.trust import after_breach, after_offer
from negotiation_sim.story.home_moves import was_voted_on
from negotiation_sim.story.moves import Answered, Change, Lost, LostDeal, Misheard, Move, Offered, TrustMoved
from negotiation_sim.story.payment_moves import is_paid, would_accept

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def new_offer(model: RecordedModel, last: list[int] | None) -> Offered:
    """The offer on the table; `last` is the speaker's one before, None if there was none."""
    table = model.table
    speaker = int(table.speaker[0])
    now = [int(option) for option in table.offer]
    by_a_side = speaker < len(model.setting.roles)
    worth = float(worth_of(model.setting.case, table, speaker, table.offer)) if by_a_side else None
    return Offered(
        round=model.rounds,
        speaker=model.speaker,
        package=model.known_part(table.offer),
        changes=None if last is None else _changes(model, last, now),
        worth=worth,
    )


def _changes(model: RecordedModel, last: list[int], now: list[int]) -> tuple[Change, ...]:
    speaker, found = int(model.table.speaker[0]), []
    for j, issue in enumerate(model.setting.issues):
        if now[j] != last[j]:
            cost = 0.0
            if speaker < len(model.setting.roles):
                values = model.table.values[speaker, j]
                cost = float(values[last[j]] - values[now[j]])
            found.append(Change(issue, last[j], now[j], cost))
    return tuple(sorted(found, key=lambda change: -change.cost))


def answers(model: RecordedModel, before: Table) -> Iterator[Move]:
    """Each listener's answer and the change of its trust in the speaker; then whether a deal was lost."""
    speaker, sides = int(model.table.speaker[0]), len(model.setting.roles)
    would_sign = 1 if speaker < sides else 0
    lost = []
    for seat in range(sides):
        if seat != speaker and model.table.answers[seat] != ABSENT:
            answer = _answer(model, seat)
            would_sign += answer.would_accept_written
            if answer.would_accept_written and answer.answer != "yes":
                lost.append(Lost(answer.party, answer.reason, answer.worth, answer.written))
            yield answer
            if speaker == sides or model.table.answers[speaker] != VOTED_DOWN:
                yield from _trust(model, before, seat, speaker)
    if would_sign >= model.table.needed[0] and not was_voted_on(model):
        yield LostDeal(round=model.rounds, because=tuple(lost))


def answer_in_turn(model: RecordedModel, seat: int) -> Answered:
    """The answer of one side to what lies on the table, where the sides answer one after the other."""
    return _answer(model, seat)


def taken_back(model: RecordedModel, before: Table) -> Iterator[Move]:
    """The yeses that were taken back when the text was read, where the sides had answered one after the other."""
    for seat in range(len(model.setting.roles)):
        if _own_answer(model, seat) == WITHDREW and before.answers[seat] != WITHDREW:
            yield _answer(model, seat)
            yield from _trust(model, before, seat, int(model.table.speaker[0]))


def heard_by_all(model: RecordedModel, before: Table) -> Iterator[Move]:
    """What a new offer did to the trust of those who heard it, before they are asked."""
    for seat in range(len(model.setting.roles)):
        if seat != int(model.table.speaker[0]):
            yield from _trust(model, before, seat, int(model.table.speaker[0]))


def _answer(model: RecordedModel, seat: int) -> Answered:
    table, speaker = model.table, int(model.table.speaker[0])
    answer = _own_answer(model, seat)
    written = float(worth_of(model.setting.case, table, seat, table.offer))
    return Answered(
        round=model.rounds,
        party=model.names[seat],
        speaker=model.speaker,
        answer=ANSWERS[answer],
        misheard=_misheard(model, seat),
        heard_worth=float(table.raw[seat, speaker]),
        worth=float(table.understood[seat, speaker]),
        felt=float(table.felt[seat]),
        demand=float(table.aspiration[seat]),
        written=written,
        would_accept_written=answer == YES or (answer != WITHDREW and would_accept(model, seat, written)),
    )


def _own_answer(model: RecordedModel, seat: int) -> int:
    """What the side itself answered, before a payment was added or its members voted."""
    table, speaker = model.table, int(model.table.speaker[0])
    if is_paid(model, seat):
        if would_accept(model, seat, float(table.felt[seat])):
            return WITHDREW
        return NO_DEVALUED if would_accept(model, seat, float(table.understood[seat, speaker])) else NO_BELOW_LINE
    return YES if table.answers[seat] == VOTED_DOWN else int(table.answers[seat])


def _misheard(model: RecordedModel, seat: int) -> tuple[Misheard, ...]:
    table, found = model.table, []
    withdrew = _own_answer(model, seat) == WITHDREW
    for j, issue in enumerate(model.setting.issues):
        said, heard = int(table.offer[j]), int(table.heard[seat, j])
        if heard != said:
            values = table.values[seat, j]
            found.append(Misheard(issue, said, heard, float(values[said] - values[heard])))
    # Whoever withdraws had heard it better than it was: then the most flattering mistakes come first.
    return tuple(sorted(found, key=lambda one: one.loss if withdrew else -one.loss))


def _trust(model: RecordedModel, before: Table, seat: int, speaker: int) -> Iterator[TrustMoved]:
    was, now = float(before.trust[seat, speaker]), float(model.table.trust[seat, speaker])
    if now != was:
        yield TrustMoved(
            round=model.rounds,
            party=model.names[seat],
            other=model.speaker,
            before=was,
            after=now,
            cause=_cause(model, before, seat, speaker),
        )


def _cause(model: RecordedModel, before: Table, seat: int, speaker: int) -> str:
    case, table = model.setting.case, model.table
    withdrew = _own_answer(model, seat) == WITHDREW
    if speaker == len(model.setting.roles):
        return "text" if withdrew else "bias"
    expected = after_offer(
        before.trust[seat, speaker],
        table.raw[seat, speaker] - before.raw[seat, speaker],
        case.trust_gain[seat],
        case.trust_loss[seat],
        case.trust_scale[seat],
    )
    if withdrew:
        expected = after_breach(expected, case.trust_loss[seat])
    # Nothing else but an exaggeration found out lowers trust while an offer is heard.
    if table.trust[seat, speaker] < expected - 1e-12:
        return "found_out"
    return "text" if withdrew else "offers"
