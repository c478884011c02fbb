"""All mediator styles, as the catalogue finds them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import ACTIONS, Efforts, Mediator, MediatorView
from negotiation_sim.mediators.catalogue import styles
from negotiation_sim.mediators.style import mediator_style

STYLES = styles()
SHARE = st.floats(0.0, 1.0)

MEDIATORS = st.builds(Mediator, skill=SHARE, bias=SHARE)
VIEWS = st.integers(2, 8).flatmap(
    lambda sides: st.builds(
        MediatorView,
        clock=st.floats(0.01, 1.0),
        round_no=st.integers(0, 499),
        deadline=st.just(500),
        trust=st.lists(SHARE, min_size=sides, max_size=sides).map(np.array),
        answers=st.lists(st.integers(0, 5), min_size=sides, max_size=sides).map(np.array),
        doubt=SHARE,
    )
)


@pytest.mark.parametrize("name", STYLES)
@settings(max_examples=25)
@given(mediator=MEDIATORS, view=VIEWS)
def test_efforts_are_shares_and_depend_on_what_is_seen_alone(name: str, mediator: Mediator, view: MediatorView) -> None:
    trust, answers = view.trust.copy(), view.answers.copy()
    efforts = STYLES[name](mediator, view)
    assert isinstance(efforts, Efforts)
    assert all(isinstance(effort, float) and 0.0 <= effort <= 1.0 for effort in efforts)
    assert STYLES[name](mediator, view) == efforts
    assert np.array_equal(view.trust, trust)
    assert np.array_equal(view.answers, answers)


@pytest.mark.parametrize(
    ("name", "actions"),
    [
        ("absent", set()),
        ("full", set(ACTIONS)),
        ("facilitative", {"open_channel", "caucus", "relay", "keep_at_table", "brainstorm"}),
        ("evaluative", {"caucus", "reality_test", "keep_at_table"}),
        ("formulative", {"caucus", "text", "keep_at_table"}),
        ("transformative", {"open_channel", "keep_at_table"}),
    ],
)
def test_what_each_style_puts_its_effort_into(name: str, actions: set[str]) -> None:
    view = MediatorView(0.5, 4, 10, np.array([0.5, 0.5]), np.array([0, 0]), 1.0)
    efforts = STYLES[name](Mediator(0.4, 0.0), view)
    assert {action for action in ACTIONS if getattr(efforts, action) > 0.0} == actions


def test_efforts_are_the_six_actions_in_their_order() -> None:
    assert Efforts._fields == ACTIONS


def test_every_style_is_marked_and_documented() -> None:
    assert len(STYLES) == 6
    for name, style in STYLES.items():
        assert style.__name__ == name
        assert style.__dict__["negotiation_sim_kind"] == "mediator_style"
        assert style.__doc__


def test_a_users_function_is_marked_and_stays_what_it_is() -> None:
    @mediator_style
    def calm(mediator: Mediator, view: MediatorView) -> Efforts:
        return Efforts(keep_at_table=mediator.skill)

    view = MediatorView(0.5, 4, 10, np.array([0.5]), np.array([0]), 1.0)
    assert calm(Mediator(0.3, 0.0), view) == Efforts(0.0, 0.0, 0.0, 0.0, 0.0, 0.3)
    assert calm.__dict__["negotiation_sim_kind"] == "mediator_style"
