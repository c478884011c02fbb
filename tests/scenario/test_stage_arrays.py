import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import AWARDS
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of

from .conftest import BASE, LONG, Write

STAGES = st.lists(st.tuples(st.integers(1, 20), st.none() | st.floats(0.01, 1), st.booleans()), min_size=1, max_size=5)


def test_plain_talks_are_one_stage_until_the_deadline() -> None:
    case = setting_of(load_scenario(BASE)).case
    assert list(case.stage_rounds) == [case.deadline] == [20]
    assert list(case.stage_clock) == [0.0, 1.0]
    assert (list(case.stage_next), list(case.stage_evaded)) == ([-1], [-1])
    assert case.stage_seats.tolist() == [[1, 1]]
    assert case.stage_authority.tolist() == [[1.0, 1.0]]
    assert (case.stage_mediator[0], case.stage_banned[0], case.stage_award[0], case.stage_caller[0]) == (1, 0, 0, -1)
    assert (case.stage_intensity[0], case.stage_preparation[0], case.stage_clarity[0]) == (0.0, 0.0, 0.0)
    assert case.stage_needed[0] == 2


def test_a_ladder_of_one_stage_is_the_same_as_plain_talks(write: Write) -> None:
    ladder = "ladder:\n  stages:\n    talks: {limit: 10 working days, mediator: true}\n"
    plain = setting_of(load_scenario(BASE)).case
    laddered = setting_of(load_scenario(write(("deadline: 20\n", ladder)))).case
    for name, value in plain._asdict().items():
        if name not in ("rounds_per_day", "stoppage_learning"):  # they count only where work stops
            assert np.array_equal(value, getattr(laddered, name)), name


def test_the_stages_of_a_dispute() -> None:
    case = setting_of(load_scenario(LONG)).case
    assert list(case.stage_rounds) == [6, 16, 2, 10, 40]
    assert list(case.stage_preparation) == [0, 3, 0, 0, 0]
    assert list(case.stage_next) == [1, 2, 3, 4, -1]
    assert list(case.stage_evaded) == [4, 4, 3, -1, -1]
    assert list(case.stage_mediator) == [0, 1, 0, 0, 0]
    assert case.stage_seats.tolist() == [[1, 1, 0]] + [[1, 1, 1]] * 4
    assert list(case.stage_needed) == [2, 3, 3, 3, 3]
    assert case.stage_authority.tolist() == [[1.0, 0.5, 1.0]] + [[1.0, 1.0, 1.0]] * 4
    assert list(case.stage_intensity) == pytest.approx([0, 0, 0.1, 0, 1])
    assert list(case.stage_caller) == [-1, -1, 0, -1, 0]
    assert list(case.stage_banned) == [0, 0, 1, 0, 0]
    assert [AWARDS[award] for award in case.stage_award] == ["none", "none", "none", "conventional", "none"]
    assert list(case.stage_majority) == [0.5, 0.5, 0.5, 0.5, 0.6]
    assert case.deadline == 74


@given(STAGES)
def test_the_clock_runs_from_0_never_back_and_as_written(stages: list[tuple[int, float | None, bool]]) -> None:
    written = sorted(clock for _, clock, _ in stages if clock is not None)
    content = {}
    for number, (days, clock, stops_work) in enumerate(stages):
        content[f"stage_{number}"] = (
            {"limit": f"{days} working days"}
            | ({} if clock is None else {"clock": written.pop(0)})
            | ({"stoppage": "strike", "called_by": "union"} if stops_work else {})
        )
    shares = list(setting_of(load_scenario(LONG).with_settings({"ladder": {"stages": content}})).case.stage_clock)
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert shares[-1] <= 1.0
    for stage, before, share in zip(content.values(), shares, shares[1:], strict=False):
        if "clock" in stage:
            assert share == max(before, stage["clock"])
        elif "stoppage" in stage and "clock" not in str(content):
            assert share == before
    if "clock" not in str(content) and not all(stops_work for _, _, stops_work in stages):
        assert shares[-1] == 1.0


def test_time_before_the_stoppages_is_shared_in_proportion_to_rounds() -> None:
    stages = {
        "talks": {"limit": "3 working days"},
        "strike": {"limit": "20 working days", "stoppage": "strike", "called_by": "union"},
        "arbitration": {"limit": "9 working days"},
    }
    case = setting_of(load_scenario(LONG).with_settings({"ladder": {"stages": stages}})).case
    assert list(case.stage_clock) == [0.0, 0.25, 0.25, 1.0]
