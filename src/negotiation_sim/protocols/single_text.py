"""Single negotiating text: only the mediator proposes; each side says yes or no to the draft (Fisher 1978)."""

from negotiation_sim.engine.table import Case, Table
from negotiation_sim.protocols.protocol import Protocol
from negotiation_sim.protocols.turns import next_at_the_table
from negotiation_sim.rule import rule


@rule
def mediator_proposes(case: Case, table: Table) -> int:
    """Always the mediator, from the round on in which it enters; before that the sides propose in turn."""
    if case.skill > 0.0 and table.mediator_sits[0] == 1 and table.round_no[0] + 1 >= case.enters:
        return len(case.reservation)
    return next_at_the_table(table)


PROTOCOL = Protocol(mediator_proposes, direct_talk=True, carried=False, needs_mediator=True)
