"""All checks, in the order in which the page shows them."""

from __future__ import annotations

from negotiation_sim.validation import (
    alternating_offers,
    answering_tactics,
    disclosing_dyads,
    double_auction,
    frontier,
    kazakh_disputes,
    legislature,
    mediated_disputes,
    mediated_talk,
    single_text_voters,
    solutions,
    time_tactics,
)
from negotiation_sim.validation.check import AnyCheck

CHECKS: dict[str, AnyCheck] = {
    check.name: check
    for check in (
        frontier.CHECK,
        solutions.CHECK,
        double_auction.CHECK,
        alternating_offers.CHECK,
        legislature.CHECK,
        mediated_talk.CHECK,
        single_text_voters.CHECK,
        time_tactics.CHECK,
        answering_tactics.CHECK,
        disclosing_dyads.CHECK,
        mediated_disputes.CHECK,
        kazakh_disputes.CHECK,
    )
}
"""The checks by name."""
