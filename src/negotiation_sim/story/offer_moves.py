"""The first phase of a round as moves: the offer, what each side heard and answered, what it did to trust."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.concepts import ABSENT, ANSWERS, NO_BELOW_LINE, NO_DEVALUED, WITHDREW, YES
from negotiation_sim.engine.clock import clock_at
from negotiation_sim.rules.preferences import utility
from negotiation_sim.rules.trust import after_breach, after_offer
from negotiation_sim.story.moves import Answered, Change, Lost, LostDeal, Misheard, Move, Offered, TrustMoved
from negotiation_sim.story.remembered import Remembered

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def new_offer(model: RecordedModel, last: list[int] | None) -> Offered:
    """The offer on the table; `last` is the speaker's one before, None if there was none."""
    table, issues = model.table, model.setting.issues
    speaker = int(table.speaker[0])
    now = [int(option) for option in table.offer]
    by_a_side = speaker < len(model.setting.roles)
    worth = float(utility(table.values[speaker], table.offer)) if by_a_side else None
    return Offered(
        round=model.rounds,
        speaker=model.speaker,
        package=dict(zip(issues, now, strict=True)),
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


def answers(model: RecordedModel, before: Remembered) -> Iterator[Move]:
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
            yield from _trust(model, before, seat, speaker)
    if would_sign >= model.setting.case.needed and model.ending == "talking":
        yield LostDeal(round=model.rounds, because=tuple(lost))


def _answer(model: RecordedModel, seat: int) -> Answered:
    table, speaker = model.table, int(model.table.speaker[0])
    answer = int(table.answers[seat])
    written = float(utility(table.values[seat], table.offer))
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
        would_accept_written=_would_accept(model, seat, answer, written),
    )


def _misheard(model: RecordedModel, seat: int) -> tuple[Misheard, ...]:
    table, found = model.table, []
    for j, issue in enumerate(model.setting.issues):
        said, heard = int(table.offer[j]), int(table.heard[seat, j])
        if heard != said:
            values = table.values[seat, j]
            found.append(Misheard(issue, said, heard, float(values[said] - values[heard])))
    # Whoever withdraws had heard it better than it was: then the most flattering mistakes come first.
    flattered = int(table.answers[seat]) == WITHDREW
    return tuple(sorted(found, key=lambda one: one.loss if flattered else -one.loss))


def _would_accept(model: RecordedModel, seat: int, answer: int, written: float) -> bool:
    if answer not in (NO_BELOW_LINE, NO_DEVALUED):
        return answer == YES
    case, table, rules, room = model.at_the_table
    accept = rules.acceptance[case.acceptance_code[seat]]
    later = clock_at(case, table.round_no[0] + 1)
    return bool(accept(room, seat, int(table.speaker[0]), later, written) == 1)


def _trust(model: RecordedModel, before: Remembered, seat: int, speaker: int) -> Iterator[TrustMoved]:
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


def _cause(model: RecordedModel, before: Remembered, seat: int, speaker: int) -> str:
    case, table = model.setting.case, model.table
    withdrew = table.answers[seat] == WITHDREW
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
