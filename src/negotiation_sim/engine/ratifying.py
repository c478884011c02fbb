"""The members vote: on a deal their leaders would sign, and on a call to stop work."""

from __future__ import annotations

from negotiation_sim.concepts import VOTED_DOWN, YES, Ints
from negotiation_sim.draws import MEMBER_BAR, MEMBER_MOOD, Moment, normal
from negotiation_sim.engine.clock import moment_of, start_of
from negotiation_sim.engine.counting import count_yes
from negotiation_sim.engine.guaranteeing import top_up
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule
from negotiation_sim.rules.ratification import carries, fill_taste, line_after_rejection, members_bar, package_worth
from negotiation_sim.rules.trust import after_breach


@rule
def bar_of(case: Case, table: Table, seat: int, reach: float) -> float:
    """What the members of an organisation ask of a deal now; `reach`: how well the spokesperson reaches it."""
    luck = normal(start_of(table), seat, MEMBER_BAR, 0)
    explanation = case.explanation[seat] * reach
    return members_bar(table.opening_line[seat], case.gap[seat], luck, explanation, table.perceived[seat])


@rule
def _taste(case: Case, table: Table, seat: int, member: int) -> float:
    """Fill `table.taste` with what a member cares about; returns how well the spokesperson reaches the member."""
    # The same members in all agreements of a series.
    people = Moment(table.seed[0], table.run[0], 0)
    spread = case.member_spread[seat]
    if case.organisations[seat] == 0:
        fill_taste(table.importance[seat], spread, people, seat, member, table.taste)
        return 1.0
    o = case.organisation_of[seat, member]
    fill_taste(table.organisation_importance[seat, o], spread, people, seat, member, table.taste)
    return float(case.organisation_reach[seat, o])


@rule
def votes_for(case: Case, table: Table, seat: int, package: Ints) -> int:
    """How many members of a side find a package good enough; `table.ballots` keeps each vote."""
    moment = moment_of(table)
    yes = 0
    for member in range(case.members[seat]):
        reach = _taste(case, table, seat, member)
        mood = 0.05 * normal(moment, seat, MEMBER_MOOD, member)
        worth = package_worth(table.taste, case.effects, case.options, case.ordinary, package) + table.payments[seat]
        table.ballots[seat, member] = 1 if worth >= bar_of(case, table, seat, reach) + mood else 0
        yes += table.ballots[seat, member]
    return yes


@rule
def ratify(case: Case, table: Table, seat: int) -> None:
    """The members of a side that would sign vote on the package; a no costs trust and raises the leaders' line."""
    if carries(votes_for(case, table, seat, table.offer), case.members[seat], case.majority[seat]):
        return
    table.answers[seat] = VOTED_DOWN
    table.votes_failed[0] += 1
    table.perceived[seat] = line_after_rejection(table.perceived[seat], bar_of(case, table, seat, 1.0))
    for other in range(len(table.present)):
        if other != seat:
            table.trust[other, seat] = after_breach(table.trust[other, seat], case.trust_loss[other])


@rule
def backing_of_call(case: Case, table: Table, seat: int, majority: float) -> float:
    """The share of members who would rather stop work than take the best that the others last offered; 1: none asked.

    -1 - share where the call does not carry.
    """
    members = case.members[seat]
    if members == 0:
        return 1.0
    content = 0
    for source in range(len(table.present)):
        if source != seat and table.offered[source] == 1:
            content = max(content, votes_for(case, table, seat, table.last_offers[source]))
    share = (members - content) / members
    return share if carries(members - content, members, majority) else -1.0 - share


@rule
def decide_at_home(case: Case, table: Table, missing: int) -> int:
    """Before a deal is signed: payments to sides that lack little, if yeses are missing; then the members' votes.

    The answers change; what was to be paid is not, if they no longer make a deal.
    """
    if case.payer >= 0:
        top_up(case, table, missing)
    if count_yes(table) < table.needed[0]:
        return 0
    for seat in range(len(table.present)):
        if case.members[seat] > 0 and table.answers[seat] == YES:
            ratify(case, table, seat)
    if count_yes(table) < table.needed[0]:
        for seat in range(len(table.present)):
            table.payments[seat] = 0.0
    return 0
