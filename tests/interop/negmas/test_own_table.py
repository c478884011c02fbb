"""A side alone at its own table says what it says among the others; NegMAS is not needed."""

import pytest

from negotiation_sim.interop.negmas.own_table import OwnTable
from negotiation_sim.interop.negmas.seat_scenario import setting_from_one_seat


def talk(tables: list[OwnTable], rounds: int) -> tuple[tuple[int, ...] | None, list[tuple[int, int, tuple[int, ...]]]]:
    """Stacked alternating offers, as another program would run them: the deal, and every offer."""
    trace: list[tuple[int, int, tuple[int, ...]]] = []
    yeses = 0
    for round_no in range(rounds):
        for seat, own in enumerate(tables):
            own.begin_turn(round_no)
            if own.accepts():
                yeses += 1
                if yeses == len(tables):
                    return trace[-1][2], trace
                continue
            trace.append((round_no, seat, own.offer()))
            yeses = 1
            for other in tables:
                if other is not own:
                    other.overhear(*trace[-1])
    return None, trace


@pytest.mark.parametrize("sides", [2, 3])
@pytest.mark.parametrize("strategy", ["time_based", "genius_time_based", "interest_based", "position_based"])
def test_sides_at_tables_of_their_own_talk_as_they_do_at_one_table(
    own_sides, setting_with, played, strategy: str, sides: int
) -> None:
    learning = {"learning_from_offers": 0.3, "fixed_pie": 0.0}
    table = [own._replace(settings={**own.settings, **learning}) for own in own_sides(sides, strategy, seed=3)]
    setting = setting_with(table)
    together = played(setting)
    tables = [OwnTable(setting, seat) for seat in range(sides)]
    deal, trace = talk(tables, 20)
    assert trace == together.trace
    for seat in set(range(sides)) - {trace[-1][1]}:  # whose last offer has been answered
        assert tables[seat].table.emphasis[seat].tolist() == together.table.emphasis[seat].tolist()
    assert len(trace) > sides
    assert (deal is not None) == (together.ending == "agreement")


def test_who_knows_only_its_own_values_makes_the_same_time_based_offers(own_sides, setting_with, played) -> None:
    sides = own_sides(3)
    tables = [OwnTable(setting_from_one_seat(own, seat, 3, 20), seat) for seat, own in enumerate(sides)]
    assert talk(tables, 20)[1] == played(setting_with(sides)).trace


def test_who_knows_only_its_own_values_learns_from_offers(own_sides) -> None:
    own = own_sides(2, "interest_based")[0]
    learner = OwnTable(setting_from_one_seat(own, 0, 2, 20), 0)
    wished = (2, 3, 1, 4)
    for round_no in range(10):
        learner.overhear(round_no, 1, wished)
    beliefs = learner.table.beliefs[0, 1]
    interests = [sum((3, 4, 2, 5)[:j]) + option for j, option in enumerate(wished)]
    assert beliefs[interests].min() > 2 * beliefs[[g for g in range(len(beliefs)) if g not in interests]].max()
