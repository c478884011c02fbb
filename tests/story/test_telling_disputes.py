"""The sentences for votes, stages, stoppages, decisions and series, on moves made up by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from negotiation_sim.scenario import load_scenario
from negotiation_sim.story.award import Awarded
from negotiation_sim.story.ending import Ended, Result
from negotiation_sim.story.finding import Found, Paid
from negotiation_sim.story.home import Against, Home, Voted
from negotiation_sim.story.moves import Left, Mediated, Move, Opened
from negotiation_sim.story.series import NextTalks, Term
from negotiation_sim.story.stages import Evaded, HeldBack, StageBegan, StageEnded, StagePassed
from negotiation_sim.story.stoppage import StoppageDay, Toll
from negotiation_sim.story.telling import Narrator

HOTELS = Narrator(load_scenario("croatia_mandatory_mediation"))
CENTRES = Narrator(load_scenario("three_union_centres"))
ZONE = Narrator(load_scenario("empty_zone"))

BEGAN = StageBegan(
    round=20,
    stage="direct_talks",
    number=1,
    day=1,
    source="",
    limit="10 working days",
    preparation="0 working days",
    rounds=20,
    seats=("union", "employer"),
    needed=2,
    works=None,
    clarity=0.0,
    authority={},
    stoppage="none",
    intensity=0.0,
    caller=None,
    backing=None,
    award="none",
    enforcement=1.0,
)
VOTED = Voted(
    round=3,
    party="unions",
    in_favour=4,
    members=15,
    passed=False,
    asked=0.6,
    worth=0.55,
    against=Against("free_unions", 0, 3),
    before=0.5,
    after=0.55,
)
RESULT = Result(
    party="union",
    answer="yes",
    worth=0.6,
    reservation=0.5,
    believed=0.5,
    demand=0.6,
    understanding=0.5,
    stoppage_cost=0.05,
    payment=0.0,
)
ENDED = Ended(
    round=9,
    ending="agreement",
    rounds=9,
    stage="strike",
    days=12,
    seats=("union", "employer"),
    speaker="union",
    package={"wage_rise": 0},
    open_issues=(),
    results=(RESULT, replace(RESULT, party="employer", payment=-0.02)),
    left=(),
    lost_deals=0,
    gap=None,
    shortfall=None,
    missed=None,
    unfound=(),
    searched_all=True,
    term=None,
)


def text(move: Move, narrator: Narrator = HOTELS) -> str:
    return narrator.with_text(move).text


def subclasses(kind: type[Move]) -> set[type[Move]]:
    return {kind} | {below for one in kind.__subclasses__() for below in subclasses(one)}


def test_every_move_has_words_and_a_kind_of_its_own() -> None:
    kinds = {kind.__name__: kind.kind for kind in subclasses(Move) - {Move}}
    assert set(kinds) == {kind.__name__ for kind in HOTELS._words}
    assert len(set(kinds.values())) == len(kinds)


def test_a_stage_is_told_with_its_time_its_table_and_its_source() -> None:
    assert text(BEGAN).splitlines() == [
        "Day 1, stage 1: Direct talks. Time: 10 working days, 20 rounds.",
        "At the table: Trade union, Hotel company. All must say yes.",
    ]
    rich = replace(
        BEGAN,
        stage="strike",
        source="Art. 1",
        limit="1 calendar day",
        preparation="2 working days",
        rounds=1,
        works=True,
        clarity=0.2,
        authority={"employer": 0.5},
        stoppage="warning_strike",
        intensity=0.1,
        caller="union",
        backing=0.8,
        award="final_offer",
        enforcement=0.0,
    )
    with_source = Narrator(load_scenario("croatia_mandatory_mediation", {"ladder.stages.strike.source": "Art. 1"}))
    assert text(rich, with_source).splitlines() == [
        "Day 1, stage 1: Strike. Time: 1 calendar day, 1 round. Preparing it took 2 working days. (Source: Art. 1.)",
        "At the table: Trade union, Hotel company. All must say yes. Helping them: conciliator. Talk is clearer here: "
        "of what is otherwise lost, 20% arrives. Negotiators with a mandate: Hotel company; they may go 50% of the "
        "way without asking.",
        "Work stops: a warning strike, called by Trade union; 10% of the work is not done. Of the members, 80% "
        "wanted it.",
        "Without a deal somebody else decides for the sides: one of their last offers. The decision is a "
        "recommendation.",
    ]
    assert "Nobody helps them here." in text(replace(rich, works=False))
    assert "up to 0.30 below" in text(replace(rich, enforcement=0.3))
    assert "The decision binds." in text(replace(rich, enforcement=1.0))


def test_a_stage_that_is_not_reached() -> None:
    banned = StagePassed(round=1, stage="strike", number=3, caller=None, backing=None, majority=0.5)
    assert text(banned) == "Stage 3, Strike, is ruled out here and passed over."
    refused = replace(banned, caller="union", backing=0.4)
    assert text(refused) == (
        "Stage 3, Strike, was not called. Trade union: 40% of the members wanted it, more than 50% was needed."
    )
    evaded = Evaded(round=1, stage="strike", party="employer", limit="5 calendar days", reluctance=0.4)
    assert text(evaded).startswith("Strike: Hotel company did not come, too reluctant (0.40)")
    assert text(evaded).endswith("The time for it went by: 5 calendar days.")


@pytest.mark.parametrize("reason", ["time", "walk_away", "exhausted", "court"])
def test_every_end_of_a_stage_has_words_of_its_own(reason: str) -> None:
    words = {
        "time": "the time was up",
        "walk_away": "since Trade union walked away",
        "exhausted": "since Trade union could not bear another day",
        "court": "stopped by a court",
    }
    told = text(StageEnded(round=1, stage="direct_talks", reason=reason, parties=("union",)))
    assert told.startswith("Direct talks: ")
    assert [key for key, part in words.items() if part in told] == [reason]


def test_a_vote_names_counts_reason_and_price() -> None:
    assert text(VOTED, CENTRES) == (
        "Trade-union centres: the members turned the deal down, 4 of 15 were for it (asked in the mean 0.60, given "
        "0.55 by the leaders' reckoning). Most against: Confederation of free trade unions, 0 of 3 for it. The leaders "
        "now put no deal at 0.55 instead of 0.50, and the others trust them less."
    )
    passed = replace(VOTED, passed=True, in_favour=14, against=None)
    assert text(passed, CENTRES) == (
        "Trade-union centres: 14 of 15 members voted for the deal (asked in the mean 0.60, given 0.55)."
    )
    assert text(replace(VOTED, after=0.5), CENTRES).endswith("The others trust the leaders less.")


def test_who_stands_behind_a_side() -> None:
    home = Home(
        round=0,
        party="government",
        organisations={"ministry": 0.5, "cabinet": 0.5},
        reach={"ministry": 1.0, "cabinet": 0.8},
        members=1,
        expected=0.6,
        believed=0.55,
    )
    assert text(home, CENTRES).splitlines() == [
        "Government, a delegation: Ministry of labour 50%, Cabinet 50%. Spokesperson: Ministry of labour.",
        "Least heard when the mandate is made: Cabinet; 80% of what it wants gets through.",
        "Government: 1 member votes at home on what is signed. Wanted of a deal: 0.60 at home, 0.55 by the leaders.",
    ]
    heard = replace(home, reach={"ministry": 1.0, "cabinet": 1.0}, members=0)
    assert len(text(heard, CENTRES).splitlines()) == 1


def test_days_without_work_and_a_fund_that_runs_out() -> None:
    toll = Toll(party="union", cost=0.05, reservation=0.45, believed=0.5, fund_used=6.0, fund=10)
    told = text(StoppageDay(round=3, days=6, tolls=(toll, replace(toll, believed=0.45, fund=60)))).splitlines()
    assert told == [
        "Work has been stopped for 6 days.",
        "Trade union: 0.05 paid for it; no deal is still worth 0.45, in that side's belief 0.50. Strike fund: 4 of 10 "
        "days left.",
        "Trade union: 0.05 paid for it; no deal is still worth 0.45.",
    ]


def test_options_payments_and_mandates() -> None:
    adds = {"union": 0.16, "employer": -0.02, "akimat": 0.0}
    found = Found(round=5, option="shuttle_bus_and_later_shift", finder="mediator", adds=adds)
    assert text(found, ZONE) == (
        "The mediator thought of something new: Shuttle bus and a later start of the shift. In a deal it would add: "
        "Union +0.16, Plant -0.02, Town akimat +0.00."
    )
    paid = Paid(round=4, payer="employer", payments={"union": 0.03}, price=0.02)
    assert text(paid) == "Hotel company adds payments so that others can sign: Trade union 0.03; price 0.02."
    held = HeldBack(round=4, party="employer", authority=0.5, demand=0.75)
    assert text(held) == ("Hotel company can go no further here: the negotiators have no mandate for less than 0.75.")


def test_an_invented_option_is_part_of_a_package_only_where_it_is_included() -> None:
    option = "shuttle_bus_and_later_shift"
    worth = {"union": 0.6}
    award = Awarded(
        round=4,
        stage="strike",
        award="conventional",
        chosen=None,
        package={"wage_rise": 0},
        worth=worth,
        enforcement=0.3,
        refused_by=(),
    )
    assert text(award).splitlines()[1] == "The sides carry it out."
    assert "Worth: Trade union 0.60." in text(award)
    assert text(replace(award, chosen="union")).startswith("Strike: the decision is the last offer by Trade union.")
    refused = text(replace(award, refused_by=("union", "employer")))
    assert "It is not carried out: Trade union, Hotel company would have more without a deal" in refused
    deal = replace(ENDED, stage=None, package={option: 0}, results=())
    assert "included" not in text(deal, ZONE)
    assert text(replace(deal, package={option: 1}), ZONE).endswith(": included.")


def test_the_results_count_stoppages_and_payments() -> None:
    told = text(ENDED).splitlines()
    assert told[0] == "Agreement on day 12, Strike, on the offer by Trade union: 2 of 2 said yes."
    assert told[2] == "Trade union got 0.60, 0.10 more than no deal (0.50). The stoppage took 0.05 of it."
    assert told[3].endswith("The stoppage took 0.05 of it. The payments took 0.02 of it.")
    nothing = replace(ENDED, ending="deadline", package=None, speaker=None, shortfall=0.0, unfound=())
    left = text(nothing).splitlines()
    assert left[0] == "No agreement: the last stage is over, 12 working days after the start."
    assert left[-2:] == [
        "The sides are left with: Trade union 0.60, Hotel company 0.60.",
        "Taken by the stoppage: Trade union 0.05, Hotel company 0.05.",
    ]
    award = text(replace(ENDED, ending="award"))
    assert award.startswith("The decision ends the dispute on day 12, Strike.")
    part = text(replace(ENDED, ending="partial", open_issues=("season_bonus",))).splitlines()
    assert part[0] == "No full agreement, but a part is signed. Wage rise: 0%."
    assert part[1] == "Into the protocol of disagreements: Bonus at the end of the season."


def test_a_term_and_the_next_talks() -> None:
    same = {"union": 0.4, "employer": 0.4}
    term = Term(months=12, monitored=False, kept=6, broken=2, trust_before=same, trust={**same, "employer": 0.3})
    assert text(replace(ENDED, term=term)).splitlines()[-2:] == [
        "Its term: 12 months. Looked at on the way, it was kept: 6, broken: 2. Nobody monitored it, so breaches came "
        "out only by chance.",
        "How far the others trust a side after it: Hotel company 0.40 → 0.30.",
    ]
    assert "Nobody monitored" not in text(replace(ENDED, term=replace(term, monitored=True)))
    nothing_moved = text(replace(ENDED, term=replace(term, trust=same)))
    assert "How far the others trust" not in nothing_moved
    talks = NextTalks(round=0, number=2, total=3, trust=same, reservation=same)
    assert text(talks).startswith("The same sides meet again, talks 2 of 3. Trust in each at first: Trade union 0.40")


def test_the_mediator_goes_by_its_name_in_the_file() -> None:
    work = Mediated(round=1, efforts={"text": 1.0, "caucus": 0.0})
    assert text(work) == "Conciliator went to work: drafting texts."
    assert text(work, ZONE) == "The mediator went to work: drafting texts."
    opened = Opened(
        round=0,
        parties=("union", "employer"),
        issues=(),
        deadline=66,
        needed=2,
        quality=0.6,
        style="full",
        skill=0.4,
        stages=("direct_talks", "strike"),
    )
    assert "Their dispute can climb 2 stages: Direct talks, Strike." in text(opened)
    assert "Helping them where a stage says so: conciliator (style full, skill 0.40)." in text(opened)


def test_on_a_ladder_hope_reaches_to_the_end_of_the_stage() -> None:
    left = Left(round=9, party="union", believed=0.6, prospect=0.5, hopeless_rounds=3, stage="direct_talks")
    assert "by the end of the stage" in text(left)
    assert "by the deadline" in text(replace(left, stage=None))
