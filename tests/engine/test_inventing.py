"""Options that nobody has thought of."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from negotiation_sim.engine.clock import moment_of
from negotiation_sim.engine.inventing import brainstorm, hide_options, think_of_options

Make = Callable[..., Any]
GOOD = [0.3, 0.3]  # serves both interests
FOR_SIDE_1 = [-0.1, 0.5]  # costs side 0 four hundredths, if nothing is rescaled


def seeking(bargaining: Make, *clauses: list[float], **fields: Any) -> Any:
    """Side 0 understands the others fully and is sure to think of something."""
    bargain = bargaining(clauses=clauses, **({"invention": 1.0} | fields))
    bargain.table.doubt[:] = 0.0
    bargain.table.mediator_doubt[:] = 0.0
    return bargain


def think(bargain: Any, seat: int = 0) -> Any:
    think_of_options(bargain.case, bargain.table, moment_of(bargain.table), seat)
    return bargain.table


def mediate(bargain: Any) -> Any:
    brainstorm(bargain.case, bargain.table, moment_of(bargain.table))
    return bargain.table


def test_at_first_only_what_is_known_lies_on_the_table(bargaining: Make) -> None:
    table = bargaining(clauses=[GOOD, FOR_SIDE_1]).table
    assert table.options.tolist() == [3, 3, 1, 1]
    assert table.hidden[0] == 2
    assert table.found_in.tolist() == [0] * 4
    assert table.finder.tolist() == [-1] * 4
    assert np.all(table.ideal[:, 2:] == 0)
    assert np.all(table.positions[:, :, 2:] == 0)


def test_options_known_from_the_start_are_not_hidden_and_wanted_by_whom_they_serve(bargaining: Make) -> None:
    table = bargaining(clauses=[GOOD, FOR_SIDE_1], opening_options=[3, 3, 2, 2]).table
    assert table.options.tolist() == [3, 3, 2, 2]
    assert table.hidden[0] == 0
    assert table.ideal[:, 2:].tolist() == [[1, 0], [1, 1], [1, 1]]


def test_hiding_again_forgets_what_was_found(bargaining: Make) -> None:
    bargain = seeking(bargaining, GOOD)
    think(bargain)
    hide_options(bargain.case, bargain.table)
    assert bargain.table.options.tolist() == [3, 3, 1]
    assert (bargain.table.hidden[0], bargain.table.found_in[2], bargain.table.finder[2]) == (1, 0, -1)


def test_who_understands_thinks_of_an_option_and_all_may_use_it(bargaining: Make) -> None:
    bargain = seeking(bargaining, FOR_SIDE_1)
    bargain.table.round_no[0] = 4
    bargain.table.beliefs[0, 1] = [0.0, 1.0]
    table = think(bargain)
    assert table.options.tolist() == [3, 3, 2]
    assert table.hidden[0] == 0
    assert table.found_in.tolist() == [0, 0, 5]
    assert table.finder.tolist() == [-1, -1, 0]
    # Side 0 does not want it itself; the other two do.
    assert table.ideal[:, 2].tolist() == [0, 1, 1]


@pytest.mark.parametrize(
    "change", [{"invention": 0.0}, {"not understood": True}, {"absent": True}, {"others gone": True}]
)
def test_nothing_is_found_without_chance_understanding_or_somebody_there(
    bargaining: Make, change: dict[str, Any]
) -> None:
    bargain = seeking(bargaining, GOOD, invention=change.get("invention", 1.0))
    if "not understood" in change:
        bargain.table.doubt[:] = 0.01
    if "absent" in change:
        bargain.table.present[0] = 0
    if "others gone" in change:
        bargain.table.present[1:] = 0
    assert think(bargain).hidden[0] == 1


@pytest.mark.parametrize(("trust", "found"), [(0.0, False), (0.05, False), (0.1, True), (0.5, True)])
def test_the_gains_of_others_count_as_far_as_they_are_trusted(bargaining: Make, trust: float, found: bool) -> None:
    """Own loss 0.04; side 1 would gain 0.5 and side 2 nothing: 0.08 of trust make it even."""
    bargain = seeking(bargaining, FOR_SIDE_1)
    bargain.table.trust[0, :3] = trust
    bargain.table.beliefs[0, 1] = [0.0, 1.0]
    bargain.table.beliefs[0, 2] = [5 / 6, 1 / 6]
    assert (think(bargain).hidden[0] == 0) == found


def test_the_gains_of_who_left_do_not_count(bargaining: Make) -> None:
    bargain = seeking(bargaining, FOR_SIDE_1)
    bargain.table.beliefs[0, 1] = [0.0, 1.0]
    bargain.table.beliefs[0, 2] = [1.0, 0.0]
    bargain.table.present[1] = 0
    assert think(bargain).hidden[0] == 1


def test_a_clause_that_harms_all_is_not_taken_up(bargaining: Make) -> None:
    bargain = seeking(bargaining, [-0.3, -0.1])
    for seat in range(3):
        assert think(bargain, seat).hidden[0] == 1
    bargain = seeking(bargaining, [-0.3, -0.1], skill=1.0)
    bargain.table.efforts[6] = 1.0
    assert mediate(bargain).hidden[0] == 1


def test_one_thought_a_side_and_round_until_all_are_found(bargaining: Make) -> None:
    bargain = seeking(bargaining, GOOD, GOOD, GOOD)
    for left, seat in ((2, 0), (1, 1), (0, 2)):
        assert think(bargain, seat).hidden[0] == left
    assert sorted(bargain.table.finder[2:].tolist()) == [0, 1, 2]
    before = [array.copy() for array in bargain.table]
    think(bargain)
    assert all(np.array_equal(old, new) for old, new in zip(before, bargain.table, strict=True))


def test_ideas_come_as_often_as_chance_and_understanding_say(bargaining: Make) -> None:
    """Chance 0.6 at half of the understanding: three ideas in ten rounds; each hidden option as likely as another."""
    bargain = seeking(bargaining, GOOD, GOOD, invention=0.6)
    bargain.table.doubt[:] = 0.005
    found = np.zeros(4)
    for round_no in range(900):
        hide_options(bargain.case, bargain.table)
        bargain.table.round_no[0] = round_no
        found += think(bargain, round_no % 3).found_in > 0
    assert found.sum() == pytest.approx(270, abs=4 * np.sqrt(900 * 0.3 * 0.7))
    assert found[2] == pytest.approx(found[3], abs=4 * np.sqrt(270))


def test_a_brainstorm_finds_what_serves_the_sides_as_the_mediator_sees_them(bargaining: Make) -> None:
    bargain = seeking(bargaining, FOR_SIDE_1, skill=1.0)
    bargain.table.efforts[6] = 1.0
    table = mediate(bargain)
    assert (table.hidden[0], table.finder[2], table.found_in[2]) == (0, 3, 1)
    assert table.ideal[:, 2].tolist() == [0, 1, 1]
    bargain = seeking(bargaining, FOR_SIDE_1, skill=1.0)
    bargain.table.efforts[6] = 1.0
    bargain.table.mediator_beliefs[:] = [1.0, 0.0]
    assert mediate(bargain).hidden[0] == 1


@pytest.mark.parametrize(
    ("fields", "effort"),
    [({"skill": 0.0}, 1.0), ({"skill": 1.0}, 0.0), ({"skill": 1.0, "enters": 2}, 1.0)]
    + [({"skill": 1.0, "stage_mediator": 0}, 1.0), ({"skill": 1.0, "invention": 0.0}, 1.0)],
)
def test_no_brainstorm_without_a_mediator_at_work_on_it(
    bargaining: Make, fields: dict[str, Any], effort: float
) -> None:
    bargain = seeking(bargaining, GOOD, **fields)
    bargain.table.efforts[6] = effort
    assert mediate(bargain).hidden[0] == 1


def test_a_mediator_who_has_met_nobody_in_caucus_has_no_ideas(bargaining: Make) -> None:
    bargain = seeking(bargaining, GOOD, skill=1.0)
    bargain.table.efforts[6] = 1.0
    bargain.table.mediator_doubt[:] = 0.01
    assert mediate(bargain).hidden[0] == 1


def test_brainstorms_succeed_as_often_as_skill_effort_and_understanding_say(bargaining: Make) -> None:
    bargain = seeking(bargaining, GOOD, invention=0.8, skill=0.5)
    bargain.table.efforts[6] = 0.5
    found = 0
    for round_no in range(800):
        hide_options(bargain.case, bargain.table)
        bargain.table.round_no[0] = round_no
        found += 1 - mediate(bargain).hidden[0]
    assert found == pytest.approx(160, abs=4 * np.sqrt(800 * 0.2 * 0.8))


def test_the_gains_of_absent_sides_do_not_count_in_a_brainstorm(bargaining: Make) -> None:
    """Sides 0 and 2 would lose; that side 1 would gain more is no help when it has left."""
    bargain = seeking(bargaining, [-0.2, 0.5], skill=1.0)
    bargain.table.efforts[6] = 1.0
    bargain.table.mediator_beliefs[:] = [[1.0, 0.0], [0.0, 1.0], [0.9, 0.1]]
    bargain.table.present[1] = 0
    assert mediate(bargain).hidden[0] == 1
