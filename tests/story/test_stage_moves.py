"""The ladder as it is climbed: stages begin, are passed over or evaded, and end, as written down."""

from __future__ import annotations

from negotiation_sim.engine.executor import Player
from negotiation_sim.engine.outcome import column_names
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story import watch
from negotiation_sim.story.award import Awarded
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.moves import Answered, Left, Move, Offered, TrustMoved
from negotiation_sim.story.stages import Evaded, HeldBack, StageBegan, StageEnded, StagePassed
from negotiation_sim.story.stoppage import StoppageDay


def swept(scenario: Scenario, run: int) -> dict[str, float]:
    setting = setting_of(scenario)
    return dict(zip(column_names(setting.roles, setting.issues), Player(setting).rows(1, [run])[0], strict=True))


def kinds(moves: list[Move], *wanted: type[Move]) -> list[str]:
    return [f"{move.kind}:{getattr(move, 'stage')}" for move in moves if isinstance(move, wanted)]  # noqa: B009


def test_every_stage_is_accounted_for_in_its_order(hotels: Scenario) -> None:
    stages = list(hotels.ladder.stages) if hotels.ladder else []
    for run in range(8):
        moves = list(watch(hotels, run))
        begun = [move for move in moves if isinstance(move, StageBegan)]
        mentioned = [getattr(move, "stage") for move in moves if isinstance(move, StageBegan | StagePassed | Evaded)]  # noqa: B009
        assert list(dict.fromkeys(mentioned)) == stages[: len(set(mentioned))]
        end = moves[-1]
        assert isinstance(end, Ended)
        assert end.stage == begun[-1].stage
        assert begun[-1].number == swept(hotels, run)["stage"]
        assert [move.day for move in begun] == sorted(move.day for move in begun)


def test_a_banned_stage_and_one_voted_down_are_passed_over() -> None:
    hospital = load_scenario("essential_service")
    moves = [move for run in range(8) for move in watch(hospital, run) if isinstance(move, StagePassed)]
    banned = [move for move in moves if move.backing is None]
    assert {move.stage for move in banned} == {"warning_strike"}
    assert all("ruled out" in move.text for move in banned)
    miners = load_scenario("miners_ratification_gap_2017").with_settings({"ladder.stages.stoppage.majority": 0.95})
    for run in range(6):
        for move in watch(miners, run):
            if isinstance(move, StagePassed):
                assert move.backing is not None
                assert move.backing <= move.majority == 0.95
                assert "wanted it, more than 95% was needed" in move.text
                return
    raise AssertionError("no call failed")


def test_who_stays_away_loses_the_trust_of_the_others(hotels: Scenario) -> None:
    shy = hotels.with_settings({"parties.employer.reluctance": 1.0, "ladder.stages.*.pull": 0.0})
    moves = next(told for run in range(9) if kinds(told := list(watch(shy, run, full=True)), Evaded))
    evaded = next(move for move in moves if isinstance(move, Evaded))
    assert (evaded.party, evaded.round) == ("employer", 0)
    lost = [move for move in moves if isinstance(move, TrustMoved) and move.cause == "evasion"]
    assert [(move.party, move.other) for move in lost] == [("union", "employer")]
    assert lost[0].before == hotels.party("union").trust > lost[0].after


def test_talks_that_never_begin_have_an_ending(hotels: Scenario) -> None:
    settings = {"parties.*.reluctance": 1.0, "ladder.stages.*.pull": 0.0, "ladder.stages.strike.banned": True}
    never = hotels.with_settings(settings)
    for full in (True, False):
        moves = list(watch(never, 0, full=full))
        end = moves[-1]
        assert isinstance(end, Ended)
        assert (end.ending, end.rounds, end.stage, end.gap, end.shortfall) == ("deadline", 0, None, None, None)
        assert end.text.startswith("No agreement: the talks never began.")
        assert not any(isinstance(move, Offered | StageBegan) for move in moves)
    assert swept(never, 0)["rounds"] == 0


def test_a_stage_ends_for_the_reason_that_is_told(hotels: Scenario) -> None:
    poor = hotels.with_settings({"defaults.strike_fund": 3, "parties.*.optimism": 0.4})
    reasons = set()
    for run in range(8):
        moves = list(watch(poor, run, full=True))
        for place, move in enumerate(moves):
            if not isinstance(move, StageEnded):
                continue
            reasons.add(move.reason)
            round_ = [other for other in moves[:place] if other.round == move.round]
            if move.reason == "walk_away":
                assert set(move.parties) >= {other.party for other in round_ if isinstance(other, Left)} != set()
            if move.reason == "exhausted":
                day = [other for other in moves[:place] if isinstance(other, StoppageDay)][-1]
                assert {toll.party for toll in day.tolls if toll.fund_used >= toll.fund} == set(move.parties)
    assert {"walk_away", "exhausted"} <= reasons


def test_a_court_stops_what_was_not_called_as_the_law_asks(hotels: Scenario) -> None:
    ignorant = hotels.with_settings({"parties.union.legal_awareness": 0.0, "parties.*.reservation_value": 0.8})
    for run in range(6):
        moves = list(watch(ignorant, run, full=True))
        ended = [move for move in moves if isinstance(move, StageEnded) and move.stage == "strike"]
        if ended:
            assert [move.reason for move in ended] == ["court"]
            assert sum(isinstance(move, StoppageDay) for move in moves) == 1
            return
    raise AssertionError("no strike began")


def test_negotiators_with_a_mandate_are_held_back_once_a_stage() -> None:
    hospital = load_scenario("essential_service")
    for run in range(8):
        moves = list(watch(hospital, run, full=True))
        held = [move for move in moves if isinstance(move, HeldBack)]
        assert len(held) == len({move.party for move in held})
        for move in held:
            assert (move.party, move.authority) == ("employer", 0.5)
            answers = [a for a in moves if isinstance(a, Answered) and a.round > move.round and a.party == "employer"]
            assert all(abs(a.demand - move.demand) < 1e-12 for a in answers[:1])
        if held:
            return
    raise AssertionError("nobody was held back")


def test_an_award_ends_the_dispute_or_names_who_does_not_carry_it_out(hospital: Scenario) -> None:
    outcomes = set()
    for run in range(9, 25):
        moves = list(watch(hospital, run))
        end = moves[-1]
        assert isinstance(end, Ended)
        for award in (move for move in moves if isinstance(move, Awarded)):
            outcomes.add(bool(award.refused_by))
            assert (end.ending == "award") == (not award.refused_by)
            if not award.refused_by:
                assert end.package == award.package
                assert {result.party: result.worth for result in end.results} == award.worth
    assert outcomes == {True, False}


def test_the_last_offer_that_was_chosen_is_that_of_its_author() -> None:
    trial = load_scenario("court_connected").with_settings(
        {"ladder.stages.trial.award": "final_offer", "communication.quality": 0.2}
    )
    for run in range(6):
        last: dict[str, dict[str, int]] = {}
        for move in watch(trial, run, full=True):
            if isinstance(move, Offered):
                last[move.speaker] = move.package
            if isinstance(move, Awarded):
                assert move.chosen is not None
                assert last[move.chosen] == move.package
                return
    raise AssertionError("nothing was decided")
