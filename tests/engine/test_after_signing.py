"""What becomes of an agreement, and of the next ones of a series."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import AGREEMENT, AWARD, DEADLINE, PARTIAL, PROTOCOL_ONLY, WALK_AWAY
from negotiation_sim.engine.after_signing import is_last, live_under_agreement, restore_trust, turn_to_next
from negotiation_sim.engine.dealing import deal
from negotiation_sim.engine.play import play

Make = Callable[..., Any]


def lived(bargaining: Make, worth: list[float], ending: int = AGREEMENT, **fields: Any) -> Any:
    """The middle (0.575, 0.675 and 1) was signed, and is worth so much more to each than no deal."""
    bargain = bargaining(**({"checks": 6} | fields))
    table = bargain.table
    table.ending[0] = ending
    table.offer[:] = 1
    table.reservation[:] = np.array([0.575, 0.675, 1.0]) - worth
    live_under_agreement(bargain.case, table, 0)
    return table


@pytest.mark.parametrize("ending", [DEADLINE, WALK_AWAY, PARTIAL, PROTOCOL_ONLY])
def test_without_an_agreement_there_is_nothing_to_keep(bargaining: Make, ending: int) -> None:
    table = lived(bargaining, [0.1] * 3, ending, monitoring=1)
    assert (table.kept[0], table.checked[0]) == (0, 0)
    assert np.all(table.trust[:, :3] == 0.5)


@pytest.mark.parametrize("ending", [AGREEMENT, AWARD])
def test_in_calm_times_a_deal_better_than_none_is_kept_at_every_check(bargaining: Make, ending: int) -> None:
    table = lived(bargaining, [0.01] * 3, ending)
    assert (table.kept[0], table.checked[0]) == (18, 18)


def test_without_a_term_nobody_looks(bargaining: Make) -> None:
    table = lived(bargaining, [0.1] * 3, checks=0, monitoring=1)
    assert table.checked[0] == 0
    assert np.all(table.trust[:, :3] == 0.5)


def test_what_is_seen_to_be_kept_makes_trust_and_what_is_not_seen_does_not(bargaining: Make) -> None:
    """Six checks, each a tenth of the way to full trust."""
    seen = lived(bargaining, [0.1] * 3, monitoring=1)
    risen = 1.0 - 0.5 * 0.9**6
    for p in range(3):
        for q in range(3):
            assert seen.trust[p, q] == pytest.approx(0.5 if p == q else risen)
    assert np.all(seen.trust[:, 3] == 0.6)
    unseen = lived(bargaining, [0.1] * 3, noticed=1.0)
    assert np.all(unseen.trust[:, :3] == 0.5)


@pytest.mark.parametrize(("monitoring", "noticed", "lost"), [(1, 0.0, True), (0, 1.0, True), (0, 0.0, False)])
def test_a_breach_that_comes_out_costs_the_trust_of_the_others(
    bargaining: Make, monitoring: int, noticed: float, lost: bool
) -> None:
    table = lived(
        bargaining,
        [-0.1, 0.1, 0.1],
        checks=2,
        monitoring=monitoring,
        noticed=noticed,
        trust_gain=0.0,
        trust_loss=[0.25, 0.5, 0.1],
    )
    assert (table.kept[0], table.checked[0]) == (4, 6)
    left = [0.5, 0.5 * 0.25, 0.5 * 0.81] if lost else [0.5] * 3
    assert table.trust[:, 0] == pytest.approx(left)
    assert np.all(table.trust[:, 1:3] == 0.5)


def test_where_nobody_looks_breaches_come_out_as_often_as_written(bargaining: Make) -> None:
    """To each other side by itself: 0.3 of 2 sides, 20 checks and 15 runs."""
    found, alike = 0.0, 0
    for run in range(15):
        table = lived(bargaining, [-0.1, 0.1, 0.1], run=run, checks=20, noticed=0.3, trust_loss=0.5)
        times = np.log(table.trust[1:, 0] / 0.5) / np.log(0.5)
        assert times == pytest.approx(np.round(times))
        found += times.sum()
        alike += int(round(times[0]) == round(times[1]))
    assert alike < 10
    assert found == pytest.approx(180, abs=4 * np.sqrt(600 * 0.3 * 0.7))


@pytest.mark.parametrize(("monitoring", "kept"), [(1, 3), (0, 2)])
def test_being_seen_deters(bargaining: Make, monitoring: int, kept: int) -> None:
    table = lived(bargaining, [-0.1, 0.1, 0.1], checks=1, monitoring=monitoring, deterrence=0.11)
    assert table.kept[0] == kept


def test_what_is_paid_is_part_of_what_a_deal_is_worth(bargaining: Make) -> None:
    for paid, kept in ((0.0, 2), (0.11, 3)):
        bargain = bargaining(checks=1)
        table = bargain.table
        table.ending[0], table.offer[:], table.payments[0] = AGREEMENT, 1, paid
        table.reservation[:] = [0.675, 0.4, 0.4]
        live_under_agreement(bargain.case, table, 0)
        assert table.kept[0] == kept


def test_shocks_are_as_large_as_written_and_new_at_every_check_and_side(bargaining: Make) -> None:
    """One standard deviation above no deal: 84 of 100 checks are kept."""
    kept = checked = 0
    shares = set()
    for run in range(30):
        table = lived(bargaining, [0.1] * 3, run=run, checks=20, shock=0.1)
        kept += table.kept[0]
        checked += table.checked[0]
        shares.add(int(table.kept[0]))
    assert checked == 1800
    assert kept / checked == pytest.approx(0.841, abs=4 * np.sqrt(0.84 * 0.16 / 1800) + 0.01)
    assert len(shares) > 5


def test_only_who_sat_at_the_table_has_something_to_keep(bargaining: Make) -> None:
    table = lived(bargaining, [0.1, 0.1, -0.5], monitoring=1, stage_seats=[1, 1, 0], needed=2)
    assert (table.kept[0], table.checked[0]) == (12, 12)
    assert np.all(table.trust[:, 2] == 0.5)
    assert np.all(table.trust[2, :2] > 0.5)


@settings(max_examples=40)
@given(
    run=st.integers(0, 1000),
    worth=st.tuples(*[st.floats(-0.3, 0.3)] * 3),
    shock=st.floats(0.0, 0.5),
    monitoring=st.integers(0, 1),
    gain=st.floats(0.0, 1.0),
    loss=st.floats(0.0, 1.0),
)
def test_trust_stays_a_share(
    bargaining: Make,
    run: int,
    worth: tuple[float, ...],
    shock: float,
    monitoring: int,
    gain: float,
    loss: float,
) -> None:
    table = lived(
        bargaining,
        list(worth),
        run=run,
        shock=shock,
        monitoring=monitoring,
        noticed=0.5,
        trust_gain=gain,
        trust_loss=loss,
    )
    assert np.all((table.trust >= 0.0) & (table.trust <= 1.0))
    assert 0 <= table.kept[0] <= table.checked[0] == 18


class TestSeries:
    """One agreement after another between the same sides."""

    @pytest.mark.parametrize(("agreements", "played"), [(1, 1), (3, 3)])
    def test_as_many_negotiations_are_played_as_are_asked_for(
        self, bargaining: Make, agreements: int, played: int
    ) -> None:
        bargain = bargaining(agreements=agreements)
        play(*bargain, 1, 0)
        assert bargain.table.agreement[0] == played - 1
        assert is_last(bargain.case, bargain.table)

    @pytest.mark.parametrize(("carry", "sides", "mediator"), [(1.0, 0.8, 0.2), (0.5, 0.65, 0.4), (0.0, 0.5, 0.6)])
    def test_so_much_of_the_change_of_trust_is_carried_on(
        self, bargaining: Make, carry: float, sides: float, mediator: float
    ) -> None:
        bargain = bargaining(agreements=2, carry=carry)
        bargain.table.trust[:, :3], bargain.table.trust[:, 3] = 0.8, 0.2
        turn_to_next(bargain.case, bargain.table)
        deal(*bargain)
        assert bargain.table.agreement[0] == 1
        assert bargain.table.trust[:, :3] == pytest.approx(np.full((3, 3), sides))
        assert bargain.table.trust[:, 3] == pytest.approx([mediator] * 3)

    def test_the_first_talks_begin_with_the_trust_that_is_written(self, bargaining: Make) -> None:
        bargain = bargaining()
        bargain.table.carried_trust[:] = 0.9
        restore_trust(bargain.case, bargain.table)
        assert np.all(bargain.table.trust[:, :3] == 0.5)

    def test_trust_lost_by_staying_away_comes_off_what_was_carried(self, bargaining: Make) -> None:
        bargain = bargaining(
            stages=2, stage_pull=[0.0, 1.0], legal_awareness=1.0, reluctance=[0.0, 0.4, 0.0], carry=1.0
        )
        bargain.table.trust[:, :3] = 0.8
        turn_to_next(bargain.case, bargain.table)
        deal(*bargain)
        assert bargain.table.refused[0].tolist() == [0, 1, 0]
        assert bargain.table.trust[:, 1] == pytest.approx([0.6, 0.8, 0.6])

    def test_the_same_people_bargain_again_under_other_circumstances(self, bargaining: Make) -> None:
        """Importances stay, of organisations too; alternatives, optimism, readiness and luck are new."""
        bargain = bargaining(
            places=2,
            organisations=[2, 0, 0],
            organisation_shares=[[[0.7, 0.3], [0.05, 0.95]]] * 3,
            organisation_weight=[[0.6, 0.4]] * 3,
            organisation_reach=1.0,
            shares=[[0.5, 0.5], [0.02, 0.98], [0.3, 0.7]],
            importance_spread=1.0,
            reservation_spread=0.1,
            optimism=0.1,
            reluctance=0.2,
            stage_pull=1.0,
            legal_awareness=1.0,
            agreements=3,
        )
        table = bargain.table
        first = {name: getattr(table, name).copy() for name in table._fields}
        for _ in range(2):
            turn_to_next(bargain.case, table)
            deal(*bargain)
            for name in ("importance", "organisation_importance", "values", "ideal"):
                assert np.array_equal(getattr(table, name), first[name]), name
            for name in ("reservation", "opening_line", "reality_luck", "reluctance"):
                assert not np.any(getattr(table, name) == first[name]), name
