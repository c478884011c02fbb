"""What stands behind each side, and how its members vote, as moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_sim.concepts import VOTED_DOWN, YES
from negotiation_sim.engine.ratifying import bar_of
from negotiation_sim.engine.table import Table
from negotiation_sim.engine.worth import worth_of
from negotiation_sim.story.home import Against, Home, Voted
from negotiation_sim.story.moves import Move, TrustMoved

if TYPE_CHECKING:
    from negotiation_sim.story.recorded_model import RecordedModel


def homes(model: RecordedModel) -> Iterator[Home]:
    """Every side that has organisations or members behind it."""
    case, table = model.setting.case, model.table
    for seat, role in enumerate(model.setting.roles):
        names = model.organisations(seat)
        if not names and case.members[seat] == 0:
            continue
        yield Home(
            round=0,
            party=role,
            organisations=dict(zip(names, map(float, case.organisation_weight[seat]), strict=False)),
            reach=dict(zip(names, map(float, case.organisation_reach[seat]), strict=False)),
            members=int(case.members[seat]),
            expected=float(bar_of(case, table, seat, 0.0)),
            believed=float(table.perceived[seat]),
        )


def votes(model: RecordedModel, before: Table) -> Iterator[Move]:
    """The votes on the offer on the table, if enough sides would have signed it, and what a no does to trust."""
    case, table = model.setting.case, model.table
    if not was_voted_on(model):
        return
    for seat in range(len(model.setting.roles)):
        if table.answers[seat] in (YES, VOTED_DOWN) and case.members[seat] > 0:
            yield _vote(model, before, seat)
    for seat in range(len(model.setting.roles)):
        if table.answers[seat] == VOTED_DOWN:
            yield from trust_lost(model, before, seat, "vote")


def was_voted_on(model: RecordedModel) -> bool:
    """Whether so many sides would have signed that the members were asked."""
    willing = sum(int(answer) in (YES, VOTED_DOWN) for answer in model.table.answers)
    return bool(willing >= model.table.needed[0])


def trust_lost(model: RecordedModel, before: Table, seat: int, cause: str) -> Iterator[TrustMoved]:
    """How far each of the others trusts this side less than before."""
    for other in range(len(model.setting.roles)):
        was, now = float(before.trust[other, seat]), float(model.table.trust[other, seat])
        if other != seat and now < was:
            yield TrustMoved(
                round=model.told_round,
                party=model.names[other],
                other=model.names[seat],
                before=was,
                after=now,
                cause=cause,
            )


def _vote(model: RecordedModel, before: Table, seat: int) -> Voted:
    case, table = model.setting.case, model.table
    members = int(case.members[seat])
    return Voted(
        round=model.rounds,
        party=model.names[seat],
        in_favour=int(table.ballots[seat, :members].sum()),
        members=members,
        passed=bool(table.answers[seat] == YES),
        asked=_asked(model, before, seat),
        worth=float(worth_of(case, table, seat, table.offer)),
        against=_most_against(model, seat),
        before=float(before.perceived[seat]),
        after=float(table.perceived[seat]),
    )


def _asked(model: RecordedModel, before: Table, seat: int) -> float:
    case, members = model.setting.case, int(model.setting.case.members[seat])
    reach = [1.0] * members
    if case.organisations[seat] > 0:
        reach = [float(case.organisation_reach[seat, o]) for o in case.organisation_of[seat, :members]]
    return sum(float(bar_of(case, before, seat, heard)) for heard in reach) / members


def _most_against(model: RecordedModel, seat: int) -> Against | None:
    """The organisation with the smallest share of votes for it, if it differs from the rest."""
    case, table, members = model.setting.case, model.table, int(model.setting.case.members[seat])
    counts: dict[str, tuple[int, int]] = {}
    names = model.organisations(seat)
    for member in range(members if names else 0):
        name = names[int(case.organisation_of[seat, member])]
        yes, asked = counts.get(name, (0, 0))
        counts[name] = yes + int(table.ballots[seat, member]), asked + 1
    shares = {name: yes / asked for name, (yes, asked) in counts.items()}
    if len(set(shares.values())) < 2:
        return None
    worst = min(shares, key=shares.__getitem__)
    return Against(worst, *counts[worst])
