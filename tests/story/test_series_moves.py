"""The term of an agreement and the talks of a series, as written down."""

from __future__ import annotations

import pytest

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story import watch
from negotiation_sim.story.brief import in_brief
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import Offered, Talked, TrustMoved
from negotiation_sim.story.series import NextTalks
from negotiation_sim.story.stages import Evaded

SERIES = load_scenario("general_agreements_series")


def series(arm: str, **settings: object) -> Scenario:
    return SERIES.with_settings({**SERIES.arms[arm], **{f"term.{name}": value for name, value in settings.items()}})


HARD = series("interests", agreements=3, shock=0.4)


def test_each_talks_have_an_ending_and_the_last_one_comes_last() -> None:
    moves = list(watch(HARD, 0, full=True))
    endings = [place for place, move in enumerate(moves) if isinstance(move, Ended)]
    following = [place for place, move in enumerate(moves) if isinstance(move, NextTalks)]
    assert following == [place + 1 for place in endings[:-1]]
    assert [getattr(moves[place], "number") for place in following] == [2, 3]  # noqa: B009
    assert endings[-1] == len(moves) - 1
    firsts = [move for move in moves if isinstance(move, Offered) and move.changes is None]
    assert len(firsts) >= 7  # nobody's offers are remembered from the talks before


def test_kept_and_broken_are_those_of_the_engine() -> None:
    for run in range(6):
        model = BargainingModel(setting_of(HARD), 1, run)
        model.run_model()
        end = list(watch(HARD, run))[-1]
        assert isinstance(end, Ended)
        if model.table.checked[0] == 0:
            assert end.term is None
            continue
        assert end.term is not None
        assert (end.term.kept, end.term.kept + end.term.broken) == (model.table.kept[0], model.table.checked[0])
        if end.term.broken:
            assert min(end.term.trust[role] - end.term.trust_before[role] for role in HARD.roles) < 0.0
            assert f"broken: {end.term.broken}." in end.text
            return
    raise AssertionError("nobody broke an agreement")


@pytest.mark.parametrize("carry", [0.0, 1.0])
def test_trust_is_carried_into_the_next_talks(carry: float) -> None:
    moves = list(watch(series("interests", agreements=2, carry=carry), 0))
    first = next(move for move in moves if isinstance(move, Ended))
    then = next(move for move in moves if isinstance(move, NextTalks))
    afterwards = first.term.trust if first.term else {}
    expected = afterwards if carry else dict.fromkeys(HARD.roles, HARD.party("unions").trust)
    assert then.trust == pytest.approx(expected, abs=1e-12)


def test_who_stays_away_from_the_next_talks_loses_of_the_trust_that_was_carried() -> None:
    oil = load_scenario("oil_contractor_follow_up_2021").with_settings({"parties.contractor.reluctance": 0.6})
    for run in range(8):
        moves = list(watch(oil, run, full=True))
        for then, evaded, lost in zip(moves, moves[1:], moves[2:], strict=False):
            if isinstance(then, NextTalks) and isinstance(evaded, Evaded) and isinstance(lost, TrustMoved):
                assert (lost.cause, lost.other) == ("evasion", "contractor")
                assert lost.before == then.trust["contractor"] > lost.after
                return
    raise AssertionError("everybody came")


def test_nothing_is_known_yet_of_the_next_talks() -> None:
    told = [move for move in in_brief(watch(HARD, 0, full=True)) if isinstance(move, Talked | NextTalks)]
    starts = [place for place, move in enumerate(told) if isinstance(move, NextTalks)]
    for place in starts:
        assert isinstance(told[place + 1], Talked), "who speaks with whom is told again"


def test_nobody_looks_where_nobody_monitors() -> None:
    blind = series("interests without monitoring", shock=0.4)
    for run in range(6):
        end = list(watch(blind, run))[-1]
        assert isinstance(end, Ended)
        if end.term and end.term.broken:
            assert not end.term.monitored
            assert "Nobody monitored it" in end.text
            return
    raise AssertionError("nobody broke an agreement")
