"""Days without work, options found, payments and parts that are signed, as written down."""

from __future__ import annotations

import pytest

from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.scenario import Scenario, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.story import watch
from negotiation_sim.story.ending import Ended
from negotiation_sim.story.finding import Found, Paid
from negotiation_sim.story.moves import Answered, Mediated, Offered
from negotiation_sim.story.stoppage import StoppageDay

ZONE = load_scenario("empty_zone")
INVENTIVE = ZONE.with_settings(ZONE.arms["interests with mediator"])


def ending(scenario: Scenario, run: int) -> Ended:
    end = list(watch(scenario, run, full=True))[-1]
    assert isinstance(end, Ended)
    return end


def test_every_day_of_a_stoppage_is_written_down_and_its_sum_told_once(hotels: Scenario) -> None:
    firm = hotels.with_settings({"parties.*.optimism": 0.4})
    days = [move for move in watch(firm, 0, full=True) if isinstance(move, StoppageDay)]
    assert [move.days for move in days] == list(range(1, len(days) + 1))
    assert len(days) > 3
    told = [move for move in watch(firm, 0) if isinstance(move, StoppageDay)]
    assert [move.tolls for move in told] == [days[-1].tolls]
    costs = {toll.party: toll.cost for toll in days[-1].tolls}
    assert {result.party: result.stoppage_cost for result in ending(firm, 0).results} == costs
    first, last = days[0].tolls[0], days[-1].tolls[0]
    assert last.reservation < first.reservation
    assert f"Work has been stopped for {len(days)} days." in told[0].text


def test_what_is_found_was_found_in_the_engine_and_only_then_offered() -> None:
    model = BargainingModel(setting_of(INVENTIVE), 1, 4)
    model.run_model()
    moves = list(watch(INVENTIVE, 4, full=True))
    found = {move.option: move for move in moves if isinstance(move, Found)}
    counted = zip(model.setting.issues, model.table.found_in, strict=True)
    assert {name: move.round for name, move in found.items()} == {name: int(n) for name, n in counted if n > 0}
    assert found
    for offer in (move for move in moves if isinstance(move, Offered)):
        assert set(offer.package) == set(ZONE.issues) | {name for name in found if found[name].round < offer.round}
    assert all(sum(gain != 0.0 for gain in move.adds.values()) for move in found.values())


def test_what_nobody_thought_of_is_told_when_there_is_no_deal() -> None:
    end = ending(ZONE.with_settings({"invention.chance": 0}), 0)
    assert end.unfound == tuple(ZONE.invention.options)
    assert "Nobody thought of: " in end.text
    assert end.missed is None


def test_a_mediator_looks_for_options_only_where_there_are_some() -> None:
    works = [move for move in watch(INVENTIVE, 4, full=True) if isinstance(move, Mediated)]
    assert works[0].efforts["brainstorm"] > 0.0
    plain = load_scenario("two_party_textbook").with_settings({"mediator.style": "full"})
    assert all("brainstorm" not in move.efforts for move in watch(plain, 0, full=True) if isinstance(move, Mediated))


def test_payments_make_up_what_the_offer_lacks_and_show_in_the_results(hotels: Scenario) -> None:
    rich = hotels.with_settings({"side_payments": {"from": "employer", "budget": 0.3, "price": 0.5}})
    shown = 0
    for run in range(10):
        moves = list(watch(rich, run, full=True))
        end = moves[-1]
        assert isinstance(end, Ended)
        for paid in (move for move in moves if isinstance(move, Paid)):
            answers = {move.party: move for move in moves if isinstance(move, Answered) and move.round == paid.round}
            assert paid.payer == "employer"
            for party, amount in paid.payments.items():
                assert answers[party].answer in ("below_line", "devalued", "withdrew")
                assert amount == pytest.approx(answers[party].demand - answers[party].written, abs=1e-12)
            if paid.round == end.round and end.ending == "agreement":
                received = {result.party: result.payment for result in end.results}
                assert received == pytest.approx({**paid.payments, "employer": -paid.price}, abs=1e-12)
                shown += 1
    assert shown > 0


def test_a_signed_part_and_the_protocol_of_disagreements_make_up_the_table(hospital: Scenario) -> None:
    endings = {}
    for run in range(3, 12):
        end = ending(hospital, run)
        endings[end.ending] = end
        if end.ending in ("partial", "protocol_only"):
            assert set(end.package or {}) | set(end.open_issues) == set(hospital.issues)
            assert not set(end.package or {}) & set(end.open_issues)
            assert end.gap is None or end.gap.issue in end.open_issues
    assert endings["partial"].package
    assert "a part is signed" in endings["partial"].text
    assert endings["protocol_only"].package is None
    assert "Into the protocol of disagreements: " in endings["protocol_only"].text
