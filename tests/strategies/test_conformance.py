"""All presets and single rules, as the catalogue finds them, at tables as they arise in play."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.concepts import Disclosure, Party, View
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.engine.seat import party_at, view_from
from negotiation_sim.engine.selection import chooses_package
from negotiation_sim.rules.packages import best_package, mix_scores, positional_scores
from negotiation_sim.rules.preferences import utility
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.strategies import genius_time_based, interest_based, position_based, time_based
from negotiation_sim.strategies.catalogue import presets, single_rules
from negotiation_sim.strategies.strategy import RULES, Strategy, strategy

PRESETS = presets()
SINGLE_RULES = [(kind, name) for kind, rules in single_rules().items() for name in rules]
Moment = tuple[Party, View]


def of_kind(kind: str) -> list[Any]:
    return [pytest.param(rule, id=name) for name, rule in single_rules()[kind].items()]


def moments_of(case: str, run: int) -> Iterator[Moment]:
    """What every side sees after every second round of one negotiation, having heard the last speaker."""
    scenario = load_scenario(case)
    scenario = scenario.with_settings(
        {
            "parties.*.strategy": "interest_based",
            # Who compares with its own next offer has all packages put in order, for every side.
            f"parties.{scenario.roles[0]}.rules.acceptance": "beats_own_next",
            "mediator.style": "full",
            "deadline": 8,
        }
    )
    model = BargainingModel(setting_of(scenario), seed=1, run=run)
    for round_no in range(8):
        model.step()
        if round_no % 2 == 0:
            for seat in range(len(model.setting.roles)):
                source = int(model.table.speaker[0])
                heard = source if source != seat else -1
                seen = view_from(model.setting.case, model.table, seat, heard, min(1.0, (round_no + 1) / 8))
                yield copy.deepcopy((party_at(model.setting.case, model.table, seat), seen))


@pytest.fixture(scope="module")
def moments() -> list[Moment]:
    cases = ("minimum_wage_2025", "two_party_textbook")
    return [moment for case in cases for run in range(3) for moment in moments_of(case, run)]


def unchanged(before: Moment, after: Moment) -> bool:
    """Whether a rule left all it was shown as it was; the scratch arrays are there to be written on."""
    for old, new in zip(before, after, strict=True):
        for name, value in old._asdict().items():
            if not name.endswith("scratch") and not np.array_equal(value, getattr(new, name)):
                return False
    return True


def asked(rule: Callable[..., Any], moment: Moment, *more: Any) -> Any:
    """The rule's answer, asked twice; it must be the same, and nothing shown may have changed."""
    before = copy.deepcopy(moment)
    first = rule(*moment, *more)
    assert unchanged(before, moment)
    assert rule(*copy.deepcopy(before), *more) == first
    return first


@pytest.mark.parametrize("rule", of_kind("concession"))
def test_concession_gives_a_demand_between_line_and_everything(rule: Callable[..., Any], moments: list[Moment]) -> None:
    for moment in moments:
        aspiration = asked(rule, moment)
        assert isinstance(aspiration, float)
        lowest = 0.0 if rule is genius_time_based.STRATEGY.concession else moment[0].reservation
        assert lowest - 1e-12 <= aspiration <= 1.0


SCORING = [rule for rule in of_kind("packages") if not chooses_package(rule.values[0])]
CHOOSING = [rule for rule in of_kind("packages") if chooses_package(rule.values[0])]


@pytest.mark.parametrize("rule", CHOOSING)
def test_packages_chooses_one_of_all_whatever_the_demand(rule: Callable[..., Any], moments: list[Moment]) -> None:
    """None between the demand and what is offered would do as well; the worth of the offer falls with the demand."""
    for party, view in moments:
        places = {int(number): place for place, number in enumerate(party.ranking)}
        assert sorted(places) == list(range(int(np.prod(view.options))))
        worths = []
        for demand in sorted((1.0, view.aspiration, 0.5, 0.0), reverse=True):
            number = asked(rule, (party, view._replace(aspiration=demand)))
            assert isinstance(number, int)
            worth = party.ranked[places[number]]
            between = (party.ranked > min(demand, worth)) & (party.ranked < max(demand, worth))
            assert not between.any()
            worths.append(worth)
        assert worths == sorted(worths, reverse=True)
        assert (worths[0], worths[-1]) == (party.ranked[-1], party.ranked[0])


def test_time_based_offers_no_less_than_its_demand_but_for_a_hairs_breadth(moments: list[Moment]) -> None:
    for party, view in moments:
        number = time_based.time_based(party, view)
        worth = party.ranked[list(party.ranking).index(number)]
        assert worth >= view.aspiration - 1e-6 * party.own_unit


def test_genius_time_based_offers_what_is_nearest_to_its_demand(moments: list[Moment]) -> None:
    for party, view in moments:
        number = genius_time_based.genius_time_based(party, view)
        worth = party.ranked[list(party.ranking).index(number)]
        assert abs(worth - view.aspiration) == np.abs(party.ranked - view.aspiration).min()


@pytest.mark.parametrize("rule", SCORING)
def test_packages_scores_every_option_and_leads_to_an_offer_worth_the_demand(
    rule: Callable[..., Any], moments: list[Moment]
) -> None:
    for party, view in moments:
        tables = []
        for moment in ((party, view), copy.deepcopy((party, view))):
            before = copy.deepcopy(moment)
            scores = np.zeros(view.scratch.shape)
            rule(*moment, scores)
            assert unchanged(before, moment)
            tables.append(scores)
        assert np.array_equal(*tables)
        assert np.all(np.isfinite(tables[0]))
        offer = np.zeros(len(view.options), dtype=np.int64)
        best_package(tables[0], party.values, view.options, view.aspiration, offer)
        assert utility(party.values, offer) >= view.aspiration - 1e-9
        assert np.all((offer >= 0) & (offer < view.options))


@pytest.mark.parametrize("rule", of_kind("talk"))
def test_talk_discloses_some_interests_bent_by_0_to_1(rule: Callable[..., Any], moments: list[Moment]) -> None:
    for moment in moments:
        for listener in range(moment[1].mediator + 1):
            said = asked(rule, moment, listener)
            assert isinstance(said, Disclosure)
            assert 0 <= said.items <= 255
            assert 0.0 <= said.exaggeration <= 1.0


@pytest.mark.parametrize("rule", of_kind("acceptance"))
def test_acceptance_says_yes_to_all_and_no_to_nothing_and_yes_to_more_after_a_yes(
    rule: Callable[..., Any], moments: list[Moment]
) -> None:
    for moment in moments:
        # Nothing is worth more than the best package, but who hears something better must say yes to that.
        answers = [bool(asked(rule, moment, float(value))) for value in np.linspace(-0.5, 1.01, 16)]
        assert answers == sorted(answers)
        assert (answers[0], answers[-1]) == (False, True)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_four_rules_and_can_be_named_rule_by_rule(name: str) -> None:
    preset = PRESETS[name]
    assert isinstance(preset, Strategy)
    rules = single_rules()
    for kind in RULES:
        assert getattr(preset, kind) in rules[kind].values()
    assert rules["packages"][name] is preset.packages
    assert rules["talk"][name] is preset.talk


@pytest.mark.parametrize(("kind", "name"), SINGLE_RULES)
def test_every_rule_is_documented(kind: str, name: str) -> None:
    assert single_rules()[kind][name].__doc__


def test_what_there_is() -> None:
    assert set(PRESETS) == {"position_based", "interest_based", "time_based", "genius_time_based"}
    assert set(single_rules()) == set(RULES)
    assert set(single_rules()["concession"]) == {
        "rational",
        "faratin_polynomial",
        "faratin_exponential",
        "tit_for_tat_relative",
        "tit_for_tat_random_absolute",
        "tit_for_tat_averaged",
        "time_based",
        "genius_time_based",
    }
    assert set(single_rules()["acceptance"]) == {"reaches_aspiration", "beats_own_next"}


def test_position_based_is_haggling(moments: list[Moment]) -> None:
    for party, view in moments:
        scores, haggling = np.zeros(view.scratch.shape), np.zeros(view.scratch.shape)
        position_based.position_based(party, view, scores)
        positional_scores(party, view, haggling)
        assert np.array_equal(scores, haggling)


@given(share=st.floats(0.0, 1.0))
def test_interest_based_mixes_haggling_in_by_the_fixed_pie_bias(moments: list[Moment], share: float) -> None:
    """With full doubt the bias is `fixed_pie` itself; scores are mixed linearly between bias 0 and 1."""
    party, view = moments[0]
    view = view._replace(doubt=np.full(view.doubt.shape, view.doubt_start))
    tables = []
    for fixed_pie in (0.0, 1.0, share):
        scores = np.zeros(view.scratch.shape)
        interest_based.interest_based(party._replace(fixed_pie=fixed_pie), view, scores)
        tables.append(scores)
    mixed = np.zeros(view.scratch.shape)
    mix_scores(tables[0], tables[1], share, view.options, mixed)
    assert tables[2] == pytest.approx(mixed)
    positional_scores(party, view, mixed)
    assert tables[1] == pytest.approx(mixed)


def test_a_users_function_is_marked_and_stays_what_it_is() -> None:
    @strategy
    def likes_the_first(party: Party, view: View, issue: int, option: int) -> float:
        return -float(option)

    assert likes_the_first(None, None, 0, 2) == -2.0  # type: ignore[arg-type]
    assert likes_the_first.__dict__["negotiation_sim_kind"] == "strategy"
