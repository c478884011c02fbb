"""Mechanisms without a published form ("ours" in docs/model.md) move what they should, in the right direction."""

from __future__ import annotations

import pytest

from negotiation_sim.experiments.simulation import Result, simulate
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.scenario import load_scenario

pytestmark = pytest.mark.skipif(not HAVE_NUMBA, reason="thousands of runs need the compiled kernel")

NATIONAL = load_scenario("kazakhstan_general_agreement").with_settings({"parties.*.strategy": "interest_based"})
CLEAR = {"communication.quality": 1.0, "parties.*.listening": 1.0}


def with_settings(*some: dict[str, object]) -> Result:
    return simulate(NATIONAL.with_settings({key: value for each in some for key, value in each.items()}), 1000, seed=3)


def test_learning_from_offers_teaches_silent_sides_something_true() -> None:
    silent = {"parties.*.disclosure_items": 0}
    none, some = (with_settings(silent, {"parties.*.learning_from_offers": rate}) for rate in (0.0, 0.2))
    for role in NATIONAL.roles:
        assert none.tally.side_mean("understanding", role) == pytest.approx(0.0, abs=1e-9)
        assert some.tally.side_mean("understanding", role) > 0.02


def test_exaggeration_leaves_the_others_less_informed_and_makes_deals_rarer() -> None:
    honest, bent = (with_settings({"parties.*.exaggeration": h}) for h in (0.0, 0.8))
    assert honest.tally.side_mean("understanding", "unions") > bent.tally.side_mean("understanding", "unions")
    assert honest.compare(bent).low > 0.0


def test_gross_exaggeration_is_found_out_over_a_clear_channel_and_costs_trust() -> None:
    watchful = {**CLEAR, "parties.*.vigilance": 0.25}
    honest, bent = (with_settings(watchful, {"parties.unions.exaggeration": h}) for h in (0.0, 1.0))
    found = [result.tally.mean_of("found_out") for result in (honest, bent)]
    assert found[1].low > 2 * found[0].high
    blind = with_settings(CLEAR, {"parties.unions.exaggeration": 1.0})
    assert blind.tally.mean_of("found_out").value == 0.0
    assert bent.tally.mean_of("trust").value < blind.tally.mean_of("trust").value


def test_a_partial_mediator_loses_trust_and_helps_less() -> None:
    full = {"mediator.style": "full"}
    fair = with_settings(full)
    partial = with_settings(full, {"mediator.bias": 0.8, "mediator.bias_toward": "employers"})
    assert partial.tally.mean_of("trust_in_mediator").high < fair.tally.mean_of("trust_in_mediator").low
    assert fair.compare(partial).low > 0.0
    favoured = [result.tally.side_mean("utility", "employers") for result in (fair, partial)]
    others = [result.tally.side_mean("utility", "unions") for result in (fair, partial)]
    assert favoured[1] - others[1] > favoured[0] - others[0]


def test_pressure_costs_a_mediator_trust() -> None:
    evaluative = {"mediator.style": "evaluative", "mediator.skill": 0.8}
    free, costly = (with_settings(evaluative, {"mediator.pressure_cost": cost}) for cost in (0.0, 1.0))
    assert costly.tally.mean_of("trust_in_mediator").high < free.tally.mean_of("trust_in_mediator").low


def test_a_line_overstated_to_the_mediator_makes_its_texts_worse() -> None:
    full = {"mediator.style": "full", "mediator.skill": 0.8}
    frank, shaded = (with_settings(full, {"parties.unions.shading": s}) for s in (0.0, 0.4))
    assert shaded.tally.text_deals < frank.tally.text_deals


def test_a_missing_link_makes_agreement_harder() -> None:
    whole = with_settings({})
    broken = with_settings({"communication.links": {"unions - employers": 0.3}})
    assert whole.compare(broken).low > 0.0


def test_a_late_mediator_helps_less() -> None:
    full = {"mediator.style": "full"}
    early, late, none = with_settings(full), with_settings(full, {"mediator.enters": 20}), with_settings({})
    assert early.compare(late).low > 0.0
    assert late.compare(none).low > 0.0
