"""What one seat knows and sees, cut out of the table for its rules; and how its rules are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negotiation_sim.concepts import Mediator, MediatorView, Party, View
from negotiation_sim.draws import TIT_FOR_TAT, normal
from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.table import Case, Table
from negotiation_sim.rule import rule

_ = str  # marks words for the message catalogues; they are translated where they are shown
_NO_ASPIRATION = _("the concession rule must give a number from 0 to 1")
_NO_SCORE = _("the packages rule must give a finite number for every option")
_NO_DISCLOSURE = _("the talk rule must disclose 0 to 255 interests, bent by 0 to 1")


@rule
def party_at(case: Case, table: Table, seat: int) -> Party:
    """What the side at this seat knows about itself."""
    return Party(
        seat,
        table.importance[seat],
        table.values[seat],
        table.ideal[seat],
        table.perceived[seat],
        case.firmness[seat],
        case.start[seat],
        case.window[seat],
        case.noise[seat],
        case.devaluation[seat],
        case.fixed_pie[seat],
        case.disclosure_threshold[seat],
        case.disclosure_threshold_mediator[seat],
        case.disclosure_items[seat],
        case.reciprocity[seat],
        case.exaggeration[seat],
        table.ranked[seat],
        table.ranking[seat],
        case.own_unit[seat],
        case.own_zero[seat],
    )


@rule
def view_from(case: Case, table: Table, seat: int, source: int, clock: float) -> View:
    """What the side at this seat sees at this time, after hearing `source` (-1: nothing new)."""
    return View(
        clock,
        int(table.round_no[0]),
        case.deadline,
        float(table.aspiration[seat]),
        source,
        len(case.reservation),
        normal(moment_of(table), seat, TIT_FOR_TAT, 0),
        case.claim_noise * case.claim_noise,
        table.positions[seat],
        table.beliefs[seat],
        table.doubt[seat],
        table.emphasis[seat],
        table.present,
        table.trust[seat],
        table.disclosed[seat],
        table.memory[seat],
        table.heard_offers[seat],
        case.effects,
        table.options,
        case.ordered,
        table.scratch,
        table.interest_scratch,
    )


@rule
def mediator_view(case: Case, table: Table, clock: float) -> MediatorView:
    """What the mediator sees; its trust column is read into `table.weights` first."""
    doubt = 0.0
    for p in range(len(table.present)):
        table.weights[p] = table.trust[p, len(table.present)]
        for g in range(table.mediator_doubt.shape[1]):
            doubt += table.mediator_doubt[p, g]
    doubt /= len(table.present) * table.mediator_doubt.shape[1] * case.claim_noise * case.claim_noise
    return MediatorView(clock, int(table.round_no[0]), case.deadline, table.weights, table.answers, doubt)


@rule
def ask_concession(
    function: Callable[..., Any], case: Case, table: Table, seat: int, source: int, clock: float
) -> float:
    """The side's aspiration by its concession rule."""
    aspiration = float(function(party_at(case, table, seat), view_from(case, table, seat, source, clock)))
    if not 0.0 <= aspiration <= 1.0:
        raise ValueError(_NO_ASPIRATION)
    return aspiration


@rule
def _check_scores(case: Case, table: Table) -> None:
    for j in range(len(case.options)):
        for k in range(table.options[j]):
            if not -1e12 < table.scores[j, k] < 1e12:
                raise ValueError(_NO_SCORE)


@rule
def ask_scores(function: Callable[..., Any], case: Case, table: Table, seat: int, clock: float) -> int:
    """Fill `table.scores` by a rule that fills the whole table at once; -1, since no package is chosen yet."""
    function(party_at(case, table, seat), view_from(case, table, seat, -1, clock), table.scores)
    _check_scores(case, table)
    return -1


@rule
def ask_each_score(function: Callable[..., Any], case: Case, table: Table, seat: int, clock: float) -> int:
    """Fill `table.scores` by a rule that scores one option at a time; -1, since no package is chosen yet."""
    party = party_at(case, table, seat)
    view = view_from(case, table, seat, -1, clock)
    for j in range(len(case.options)):
        for k in range(table.options[j]):
            table.scores[j, k] = float(function(party, view, j, k))
    _check_scores(case, table)
    return -1


@rule
def ask_package(function: Callable[..., Any], case: Case, table: Table, seat: int, clock: float) -> int:
    """The number of the package that a rule chooses among all of them."""
    return int(function(party_at(case, table, seat), view_from(case, table, seat, -1, clock)))


@rule
def ask_talk(function: Callable[..., Any], case: Case, table: Table, seat: int, clock: float) -> int:
    """Fill `table.items` and `table.bend` with what the side discloses to each listener and to the mediator."""
    party = party_at(case, table, seat)
    view = view_from(case, table, seat, -1, clock)
    for listener in range(len(table.items)):
        if listener != seat:
            said = function(party, view, listener)
            table.items[listener] = int(said.items)
            table.bend[listener] = float(said.exaggeration)
            if not (0 <= table.items[listener] <= 255 and 0.0 <= table.bend[listener] <= 1.0):
                raise ValueError(_NO_DISCLOSURE)
    return 0


@rule
def ask_acceptance(
    function: Callable[..., Any], case: Case, table: Table, seat: int, source: int, clock: float, value: float
) -> int:
    """Whether the side says yes (1) or no (0) to an offer that seems worth `value`."""
    if function(party_at(case, table, seat), view_from(case, table, seat, source, clock), value):
        return 1
    return 0


@rule
def ask_style(function: Callable[..., Any], case: Case, table: Table, clock: float) -> int:
    """Fill `table.efforts` with the mediator's efforts, each held to [0, 1]."""
    efforts = function(Mediator(case.skill, case.bias), mediator_view(case, table, clock))
    table.efforts[0] = min(1.0, max(0.0, float(efforts.open_channel)))
    table.efforts[1] = min(1.0, max(0.0, float(efforts.caucus)))
    table.efforts[2] = min(1.0, max(0.0, float(efforts.relay)))
    table.efforts[3] = min(1.0, max(0.0, float(efforts.reality_test)))
    table.efforts[4] = min(1.0, max(0.0, float(efforts.text)))
    table.efforts[5] = min(1.0, max(0.0, float(efforts.keep_at_table)))
    table.efforts[6] = min(1.0, max(0.0, float(efforts.brainstorm)))
    return 0
