"""Losses of direct talk, of the mediator and of a promise, against sums worked out another way."""

from __future__ import annotations

import numpy as np
import pytest

from negotiation_sim.validation import talk_theory


@pytest.mark.parametrize(("conflict", "edges"), [(0.3, [0.0, 1.0]), (0.2, [0.0, 0.1, 1.0]), (0.125, [0.0, 0.25, 1.0])])
def test_intervals_of_direct_talk_grow_by_four_conflicts(conflict: float, edges: list[float]) -> None:
    assert talk_theory.cuts(conflict) == pytest.approx(edges)


def test_direct_talk_through_a_mediator_without_noise_is_direct_talk() -> None:
    silent = talk_theory.equilibrium_with(0.2, 0.0)
    assert silent.cutoff == pytest.approx(0.1)
    assert talk_theory.loss_of(silent) == pytest.approx(talk_theory.direct_loss(0.2))


@pytest.mark.parametrize("conflict", [0.125, 0.2, 0.3, 0.5])
def test_the_mediator_of_the_closed_form_has_the_loss_of_the_closed_form(conflict: float) -> None:
    mediator = talk_theory.mediator_for(conflict)
    assert talk_theory.loss_of(mediator) == pytest.approx(talk_theory.mediated_loss(conflict))


@pytest.mark.parametrize("conflict", [0.05, 0.2, 0.4])
def test_a_promise_to_follow_up_to_a_bound_loses_what_the_closed_form_says(conflict: float) -> None:
    states = (np.arange(100_000) + 0.5) / 100_000
    acts = np.minimum(states + conflict, 1.0 - conflict)
    assert talk_theory.promised_loss(conflict) == pytest.approx(float(((acts - states) ** 2).mean()), abs=1e-8)


def test_what_helps_comes_in_an_order() -> None:
    """At 1/2 nothing helps; at 1/8 (and at 1/18) the mediator adds nothing to direct talk."""
    for conflict in (0.05, 0.15, 0.2, 0.3, 0.45):
        losses = [talk_theory.promised_loss(conflict), talk_theory.mediated_loss(conflict)]
        losses += [talk_theory.direct_loss(conflict), talk_theory.NO_TALK + 1e-12]
        assert losses == sorted(losses)
    assert talk_theory.promised_loss(0.5) == pytest.approx(talk_theory.mediated_loss(0.5))
    for conflict in (1 / 8, 1 / 18):
        assert talk_theory.mediated_loss(conflict) == pytest.approx(talk_theory.direct_loss(conflict))
