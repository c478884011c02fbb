"""The ladder of a dispute, stage by stage."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_sim.concepts import (
    AGREEMENT,
    AWARD,
    DEADLINE,
    PARTIAL,
    PROTOCOL_ONLY,
    TALKING,
    WALK_AWAY,
)
from negotiation_sim.engine.climbing import climb
from negotiation_sim.engine.closing import close_round
from negotiation_sim.engine.dealing import deal
from negotiation_sim.engine.mediating import open_round
from negotiation_sim.engine.outcome import COLUMNS, new_rows, write_row

Make = Callable[..., Any]
KNOWN = {"legal_awareness": 1.0}  # everybody knows how to call a lawful stoppage


def stoppage(stage: int, stages: int, intensity: float = 1.0) -> dict[str, Any]:
    """Side 0 may call a stoppage in this stage."""
    intensities, callers = [0.0] * stages, [-1] * stages
    intensities[stage], callers[stage] = intensity, 0
    return {"stages": stages, "stage_intensity": intensities, "stage_caller": callers}


def through(bargain: Any) -> list[int]:
    """The stages that talks without any deal climb through."""
    table, visited = bargain.table, []
    while table.ending[0] == TALKING:
        visited.append(int(table.stage[0]))
        while table.ending[0] == TALKING and table.stage[0] == visited[-1]:
            close_round(bargain.case, table, bargain.rules, bargain.room)
    return visited


class TestOpening:
    """The first stage of talks."""

    def test_plain_talks_are_one_stage(self, bargaining: Make) -> None:
        bargain = bargaining(deadline=7, needed=2)
        table = bargain.table
        assert (table.stage[0], table.stage_began[0], table.stage_limit[0], table.round_no[0]) == (0, 0, 7, 0)
        assert (table.needed[0], table.mediator_sits[0], table.ending[0], table.days[0]) == (2, 1, TALKING, 0.0)
        assert table.present.tolist() == [1, 1, 1]
        assert through(bargain) == [0]
        assert (table.ending[0], table.round_no[0]) == (DEADLINE, 6)

    def test_a_stage_sets_who_sits_who_decides_and_who_helps(self, bargaining: Make) -> None:
        table = bargaining(stage_seats=[1, 1, 0], needed=2, stage_mediator=0, stage_preparation=3, deadline=4).table
        assert table.present.tolist() == [1, 1, 0]
        assert (table.needed[0], table.mediator_sits[0], table.days[0], table.stage_limit[0]) == (2, 0, 3.0, 4)

    def test_where_nobody_ever_comes_talks_end_before_the_first_round(self, bargaining: Make) -> None:
        bargain = bargaining(stages=2, reluctance=1.0, stage_preparation=2, stage_rounds=[4, 6], rounds_per_day=2)
        bargain.table.present[:] = 1  # as an earlier run may have left it
        deal(*bargain)
        assert not bargain.table.present.any()
        row = new_rows(bargain.case, 1)[0]
        write_row(bargain.case, bargain.table, row)
        found = dict(zip(COLUMNS, row, strict=False))
        assert found["ending"] == DEADLINE
        assert (found["rounds"], found["stage"], found["days"], found["refusals"]) == (0, 0, 2 + 2 + 2 + 3, 6)

    def test_a_second_run_starts_from_the_first_stage_again(self, bargaining: Make) -> None:
        bargain = bargaining(**stoppage(1, 3), **KNOWN, stage_rounds=2)
        assert through(bargain) == [0, 1, 2]
        fresh = bargaining(**stoppage(1, 3), **KNOWN, stage_rounds=2).table
        bargain.table.ending[0] = TALKING
        assert climb(bargain.case, bargain.table, 0)
        assert bargain.table.stage[0] == fresh.stage[0] == 0


class TestClimbing:
    """From one stage to the next."""

    def test_no_stage_is_left_out_and_none_comes_twice(self, bargaining: Make) -> None:
        assert through(bargaining(stages=4, stage_rounds=3)) == [0, 1, 2, 3]

    def test_a_stage_may_lead_past_others_or_to_the_end(self, bargaining: Make) -> None:
        assert through(bargaining(stages=4, stage_rounds=3, stage_next=[2, 3, -1, -1])) == [0, 2]

    def test_each_stage_lasts_its_own_rounds_and_the_days_are_counted(self, bargaining: Make) -> None:
        bargain = bargaining(stages=3, stage_rounds=[4, 2, 6], stage_preparation=[0, 3, 2], rounds_per_day=2)
        starts = []
        while bargain.table.ending[0] == TALKING:
            open_round(*bargain)
            starts.append((int(bargain.table.stage[0]), float(bargain.table.days[0])))
            close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert starts == [(0, 1), (0, 1), (0, 2), (0, 2), (1, 6), (1, 6)] + [(2, day) for day in (9, 9, 10, 10, 11, 11)]
        assert bargain.table.ending[0] == DEADLINE

    @pytest.mark.parametrize(("banned", "visited"), [([0, 1, 0], [0, 2]), ([1, 1, 0], [2]), ([0, 1, 1], [0])])
    def test_a_stage_that_the_law_bans_is_passed_over_and_takes_no_time(
        self, bargaining: Make, banned: list[int], visited: list[int]
    ) -> None:
        bargain = bargaining(stages=3, stage_rounds=2, stage_banned=banned, stage_preparation=5)
        assert through(bargain) == visited
        assert bargain.table.days[0] == 5 * len(visited)
        assert not bargain.table.refused.any()

    def test_a_banned_stoppage_is_not_even_called(self, bargaining: Make) -> None:
        bargain = bargaining(**stoppage(1, 3), **KNOWN, stage_banned=[0, 1, 0], stage_rounds=2)
        assert through(bargain) == [0, 2]
        assert bargain.table.called.tolist() == [-1.0] * 3

    def test_a_new_stage_brings_everybody_back_whose_seat_it_is(self, bargaining: Make) -> None:
        bargain = bargaining(
            stages=2, stage_seats=[[1, 1, 1], [1, 1, 0]], stage_needed=[3, 2], stage_mediator=[1, 0], stage_rounds=2
        )
        table = bargain.table
        table.present[:], table.hopeless[:] = [0, 1, 1], [3, 2, 1]
        close_round(bargain.case, table, bargain.rules, bargain.room)
        assert (table.ending[0], table.stage[0], table.round_no[0], table.stage_began[0]) == (TALKING, 1, 1, 1)
        assert table.present.tolist() == [1, 1, 0]
        assert table.hopeless.tolist() == [0, 0, 0]
        assert (table.needed[0], table.mediator_sits[0]) == (2, 0)

    def test_talk_is_as_clear_as_the_stage_makes_it(self, bargaining: Make) -> None:
        """Half of what gets lost is regained in the second stage; the third is as the first."""
        bargain = bargaining(stages=3, stage_rounds=1, quality=0.6, stage_clarity=[0.0, 0.5, 0.0])
        for clarity in (0.6, 0.8, 0.6):
            open_round(*bargain)
            assert bargain.table.clarity == pytest.approx(np.full((4, 3), clarity))
            close_round(bargain.case, bargain.table, bargain.rules, bargain.room)

    @settings(max_examples=60)
    @given(
        following=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=4, max_size=4),
        banned=st.lists(st.integers(0, 1), min_size=4, max_size=4),
        rounds=st.lists(st.integers(1, 5), min_size=4, max_size=4),
        intensity=st.lists(st.sampled_from([0.0, 0.0, 0.5, 1.0]), min_size=4, max_size=4),
        awareness=st.floats(0.0, 1.0),
        reluctance=st.floats(0.0, 1.0),
        run=st.integers(0, 1000),
    )
    def test_whatever_the_ladder_talks_end_in_time(
        self,
        bargaining: Make,
        following: list[tuple[int, int]],
        banned: list[int],
        rounds: list[int],
        intensity: list[float],
        awareness: float,
        reluctance: float,
        run: int,
    ) -> None:
        """Each stage leads forward or to the end: no more rounds than all stages have, none twice."""
        after = [[s + 1 + step if s + 1 + step < 4 else -1 for step in steps] for s, steps in enumerate(following)]
        bargain = bargaining(
            run=run,
            stages=4,
            stage_next=[pair[0] for pair in after],
            stage_evaded=[pair[1] for pair in after],
            stage_banned=banned,
            stage_rounds=rounds,
            stage_intensity=intensity,
            stage_caller=0,
            legal_awareness=awareness,
            reluctance=reluctance,
            stoppage_cost=0.05,
            stage_pull=0.5,
        )
        visited = through(bargain)
        assert visited == sorted(set(visited))
        assert all(banned[stage] == 0 for stage in visited)
        assert bargain.table.round_no[0] + 1 <= sum(rounds[stage] for stage in visited)
        assert bargain.table.ending[0] == DEADLINE


class TestEvasion:
    """Sides that do not come."""

    def test_days_pass_trust_falls_and_another_stage_follows(self, bargaining: Make) -> None:
        bargain = bargaining(
            stages=3,
            stage_rounds=[6, 4, 4],
            stage_preparation=[2, 0, 1],
            rounds_per_day=2,
            stage_evaded=[2, 2, -1],
            stage_pull=[0.0, 0.0, 1.0],
            legal_awareness=1.0,
            reluctance=[0.0, 0.4, 0.0],
            trust_loss=[0.25, 0.5, 0.1],
        )
        table = bargain.table
        assert 0.0 < table.reluctance[1] <= 0.8
        assert table.refused.tolist() == [[0, 1, 0], [0, 0, 0], [0, 0, 0]]
        assert (table.stage[0], table.round_no[0], table.stage_began[0]) == (2, 0, 0)
        assert table.days[0] == 2 + 3 + 1
        assert table.trust[:, 1] == pytest.approx([0.375, 0.5, 0.45])
        assert np.all(table.trust[:, [0, 2]] == 0.5)
        assert np.all(table.trust[:, 3] == 0.6)

    def test_all_who_stay_away_are_named(self, bargaining: Make) -> None:
        table = bargaining(stages=2, reluctance=[0.5, 0.5, 0.0], stage_pull=[0.0, 1.0], legal_awareness=1.0).table
        assert table.refused[0].tolist() == [1, 1, 0]
        assert table.trust[2, :2].tolist() == pytest.approx([0.375, 0.375])

    def test_who_has_no_seat_need_not_come(self, bargaining: Make) -> None:
        table = bargaining(reluctance=[0.0, 0.0, 1.0], stage_seats=[1, 1, 0], needed=2).table
        assert not table.refused.any()
        assert table.stage[0] == 0 == table.round_no[0]

    @pytest.mark.parametrize(
        ("pull", "awareness", "comes"), [(1.0, 1.0, True), (0.5, 1.0, False), (1.0, 0.5, False), (0.0, 1.0, False)]
    )
    def test_duty_works_as_far_as_it_pulls_and_is_known(
        self, bargaining: Make, pull: float, awareness: float, comes: bool
    ) -> None:
        bargain = bargaining(stages=2, stage_pull=[pull, 1.0], legal_awareness=[1.0, awareness, 1.0])
        bargain.table.reluctance[1] = 0.8
        climb(bargain.case, bargain.table, 0)
        assert (bargain.table.refused[0].tolist() == [0, 0, 0]) == comes

    @pytest.mark.parametrize(
        ("change", "comes"),
        [
            pytest.param({}, True, id="ten days at 0.05"),
            pytest.param({"stoppage_cost": 0.02}, False, id="a cheap stoppage"),
            pytest.param({"stage_intensity": [0.0, 0.0, 0.3]}, False, id="a stoppage in part"),
            pytest.param({"stage_rounds": [4, 4, 8]}, False, id="a short one"),
            pytest.param({"stage_banned": [0, 0, 1]}, False, id="a banned one"),
            pytest.param({"legal_awareness": [0.4, 1.0, 1.0]}, False, id="a caller who does not know the law"),
            pytest.param({"stage_caller": [-1, -1, 1]}, False, id="its own"),
            pytest.param({"stage_next": [1, -1, -1]}, False, id="one that no step leads to"),
            pytest.param({"stage_evaded": [-1, 2, -1]}, False, id="one that evasion does not lead to"),
            pytest.param({"stage_next": [-1, 2, -1]}, True, id="one that only evasion leads to"),
            pytest.param({"rounds_per_day": 4}, False, id="as many rounds in fewer days"),
        ],
    )
    def test_the_stoppage_ahead_brings_a_reluctant_side(
        self, bargaining: Make, change: dict[str, Any], comes: bool
    ) -> None:
        """Reluctance 0.4, no duty; ten days that cost 0.05 each are a threat of 0.5."""
        plain = {
            "stages": 3,
            "stage_rounds": [4, 4, 20],
            "rounds_per_day": 2,
            "stage_intensity": [0.0, 0.0, 1.0],
            "stage_caller": [-1, -1, 0],
            "stage_pull": 0.0,
            "legal_awareness": 1.0,
            "stoppage_cost": 0.05,
        }
        bargain = bargaining(**(plain | change))
        bargain.table.reluctance[1] = 0.4
        climb(bargain.case, bargain.table, 0)
        assert (bargain.table.refused[0, 1] == 0) == comes

    def test_nobody_stays_away_from_a_stoppage(self, bargaining: Make) -> None:
        bargain = bargaining(**stoppage(1, 2), **KNOWN, reluctance=1.0, stage_pull=0.0)
        assert bargain.table.refused[0].any()
        assert not bargain.table.refused[1].any()
        assert bargain.table.stage[0] == 1


class TestStoppage:
    """Calling a stoppage, lawfully or not, and its end."""

    def test_without_members_it_is_called(self, bargaining: Make) -> None:
        bargain = bargaining(**stoppage(1, 2), **KNOWN, stage_rounds=[2, 5])
        assert through(bargain) == [0, 1]
        assert bargain.table.called.tolist() == [-1.0, 1.0]

    @pytest.mark.parametrize(("offer", "visited", "share"), [([2, 2], [0, 2], 0.0), ([0, 0], [0, 1, 2], 1.0)])
    def test_members_vote_on_the_call(
        self, bargaining: Make, offer: list[int], visited: list[int], share: float
    ) -> None:
        """Voted down it takes no time; the next stage follows."""
        bargain = bargaining(
            **stoppage(1, 3), **KNOWN, members=[15, 0, 0], stage_majority=0.5, stage_rounds=2, stage_preparation=4
        )
        bargain.table.offered[1], bargain.table.last_offers[1] = 1, offer
        assert through(bargain) == visited
        assert bargain.table.called.tolist() == [-1.0, share, -1.0]
        assert bargain.table.days[0] == 4 * len(visited)

    def test_the_caller_knows_the_law_as_often_as_it_is_aware_of_it(self, bargaining: Make) -> None:
        """A court forbids an unlawful stoppage after a day."""
        unlawful = 0
        for run in range(300):
            table = bargaining(
                **stoppage(0, 1), run=run, legal_awareness=[0.7, 0.0, 0.0], deadline=12, rounds_per_day=3
            ).table
            unlawful += table.unlawful[0]
            assert table.stage_limit[0] == (3 if table.unlawful[0] == 1 else 12)
        assert unlawful == pytest.approx(90, abs=4 * np.sqrt(300 * 0.3 * 0.7))

    def test_an_unlawful_stoppage_lasts_a_day(self, bargaining: Make) -> None:
        bargain = bargaining(**stoppage(1, 3), legal_awareness=0.0, stage_rounds=10, rounds_per_day=2)
        days = []
        while bargain.table.ending[0] == TALKING:
            open_round(*bargain)
            days.append(int(bargain.table.stage[0]))
            close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert [days.count(stage) for stage in range(3)] == [10, 2, 10]
        assert bargain.table.stoppage_days[0] == 1.0
        assert bargain.table.unlawful[0] == 0  # what follows is lawful again

    def test_whoever_calls_lawfully_may_go_on_to_the_limit(self, bargaining: Make) -> None:
        table = bargaining(**stoppage(0, 1), legal_awareness=[1.0, 0.0, 0.0], deadline=12).table
        assert (table.unlawful[0], table.stage_limit[0]) == (0, 12)

    def test_an_empty_strike_fund_ends_the_stage(self, bargaining: Make) -> None:
        bargain = bargaining(
            **stoppage(1, 3), **KNOWN, stage_rounds=[2, 10, 2], rounds_per_day=2, strike_fund=[60, 3, 60]
        )
        days = 0
        while bargain.table.stage[0] < 2:
            open_round(*bargain)
            close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
            days = int(bargain.table.stoppage_days[0])
        assert days == 3
        assert bargain.table.ending[0] == TALKING


class TestEnd:
    """How a stage without a deal ends."""

    def test_walking_away_leads_to_the_next_stage(self, bargaining: Make) -> None:
        bargain = bargaining(stages=2, stage_rounds=10)
        bargain.table.present[1] = 0
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert (bargain.table.ending[0], bargain.table.stage[0], bargain.table.round_no[0]) == (TALKING, 1, 1)
        bargain.table.present[1] = 0
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert bargain.table.ending[0] == WALK_AWAY

    def test_the_quota_of_the_stage_decides_when_too_few_are_left(self, bargaining: Make) -> None:
        bargain = bargaining(stages=2, stage_needed=[2, 3], stage_rounds=10)
        bargain.table.present[1] = 0
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert bargain.table.stage[0] == 0

    def test_a_stage_can_end_with_an_award(self, bargaining: Make) -> None:
        bargain = bargaining(stages=2, stage_award=[1, 0], stage_enforcement=1.0, stage_insight=1.0, stage_rounds=3)
        assert through(bargain) == [0]
        assert bargain.table.ending[0] == AWARD
        assert bargain.table.round_no[0] == 2
        assert bargain.table.offer.tolist() == [1, 1]

    def test_a_recommendation_that_a_side_does_not_carry_out_leads_on(self, bargaining: Make) -> None:
        bargain = bargaining(
            stages=2, stage_award=[1, 0], stage_enforcement=0.0, stage_insight=1.0, stage_rounds=3, reservation=0.7
        )
        assert through(bargain) == [0, 1]
        assert bargain.table.ending[0] == DEADLINE

    def test_sides_that_walk_away_get_an_award_all_the_same(self, bargaining: Make) -> None:
        bargain = bargaining(stage_award=1, stage_enforcement=1.0, stage_insight=1.0)
        bargain.table.present[:] = [1, 1, 0]
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert bargain.table.ending[0] == AWARD

    @pytest.mark.parametrize(("offers", "ending"), [([0, 0, 0], PARTIAL), ([0, 2, 1], PROTOCOL_ONLY)])
    def test_at_the_very_end_what_is_agreed_can_be_signed_in_part(
        self, bargaining: Make, offers: list[int], ending: int
    ) -> None:
        bargain = bargaining(stages=2, partial=1, stage_rounds=3, reservation=0.0)
        bargain.table.offered[:3] = 1
        bargain.table.last_offers[:3] = [[level, level] for level in offers]
        assert through(bargain) == [0, 1]
        assert bargain.table.ending[0] == ending

    def test_who_walks_away_signs_no_part(self, bargaining: Make) -> None:
        bargain = bargaining(partial=1, reservation=0.0)
        bargain.table.offered[:3] = 1
        bargain.table.present[0] = 0
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert bargain.table.ending[0] == WALK_AWAY

    def test_a_deal_ends_the_climb(self, bargaining: Make) -> None:
        bargain = bargaining(stages=2, stage_rounds=1)
        bargain.table.ending[0] = AGREEMENT
        close_round(bargain.case, bargain.table, bargain.rules, bargain.room)
        assert (bargain.table.ending[0], bargain.table.stage[0], bargain.table.round_no[0]) == (AGREEMENT, 0, 0)
