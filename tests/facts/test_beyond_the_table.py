"""What members, invention, ladders and series must show, by sign and order, with paired runs.

The numbers of the facts are those of docs/model.md. As in test_stylised_facts.py no figure of the literature is
asserted; margins are several standard errors wide.
"""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest

from negotiation_sim.analysis.intervals import Interval
from negotiation_sim.concepts import AWARD
from negotiation_sim.engine.mesa_model import BargainingModel
from negotiation_sim.experiments.simulation import Result, simulate
from negotiation_sim.rule import HAVE_NUMBA
from negotiation_sim.rules.preferences import utility
from negotiation_sim.scenario import load_scenario
from negotiation_sim.scenario.arrays import setting_of

pytestmark = pytest.mark.skipif(not HAVE_NUMBA, reason="thousands of runs need the compiled kernel")

Settings = dict[str, object]
NATIONAL, SPLIT, SERIES = "kazakhstan_general_agreement", "three_union_centres", "general_agreements_series"
DISPUTE, EARLIER_LAW, EMPTY = "enterprise_wage_dispute", "enterprise_wage_dispute_2020", "empty_zone"
INTERESTS: Settings = {"parties.*.strategy": "interest_based"}
POSITIONS: Settings = {"parties.*.strategy": "position_based"}
MEDIATED: Settings = {"mediator.style": "full"}
CLEAR: Settings = {"communication.quality": 0.9}
VERY_SURE = 3.3  # standard errors: one chance in a thousand


@cache
def _played(name: str, settings: tuple[tuple[str, object], ...], runs: int) -> Result:
    return simulate(load_scenario(name).with_settings(dict(settings)), runs, seed=11)


def played(name: str, *settings: Settings, runs: int = 1500) -> Result:
    merged = {path: value for some in settings for path, value in some.items()}
    return _played(name, tuple(sorted(merged.items())), runs)


def column(result: Result, name: str) -> np.ndarray:
    return result.rows()[:, result.columns.index(name)]


def stopped_work(result: Result) -> np.ndarray:
    return column(result, "stoppage_days") > 0.0


def assert_more(more: np.ndarray, fewer: np.ndarray) -> None:
    """The mean of the first is surely above that of the second, run by run under the same luck."""
    difference = more.astype(float) - fewer.astype(float)
    assert difference.mean() > VERY_SURE * difference.std() / np.sqrt(len(difference))


def assert_more_agreement(more: Result, fewer: Result) -> None:
    assert_more(more.agreed, fewer.agreed)


@pytest.mark.parametrize("style", [POSITIONS, INTERESTS])
def test_17_more_optimism_means_more_stoppages(style: Settings) -> None:
    steps = [played(DISPUTE, style, {"parties.*.optimism": o}) for o in (0.0, 0.1, 0.2)]
    for sober, optimistic in zip(steps, steps[1:], strict=False):
        assert_more(stopped_work(optimistic), stopped_work(sober))
        assert_more(column(optimistic, "days"), column(sober, "days"))


def voting(gap: float, explanation: float) -> Result:
    members = {"parties.*.members": 15, "parties.*.gap": gap, "parties.*.explanation": explanation}
    return played(NATIONAL, INTERESTS, CLEAR, members)


def test_21_members_who_expect_more_than_their_leaders_lower_agreement() -> None:
    steps = [played(NATIONAL, INTERESTS, CLEAR), *(voting(gap, 0.0) for gap in (0.0, 0.05, 0.1))]
    for less, more in zip(steps, steps[1:], strict=False):
        assert_more_agreement(less, more)
        assert_more(column(more, "votes_failed"), column(less, "votes_failed"))


@pytest.mark.parametrize("gap", [0.05, 0.1])
def test_21_better_explanation_at_home_repairs_it(gap: float) -> None:
    steps = [voting(gap, explanation) for explanation in (0.0, 0.5, 1.0)]
    for worse, better in zip(steps, steps[1:], strict=False):
        assert_more_agreement(better, worse)
        assert_more(column(worse, "votes_failed"), column(better, "votes_failed"))
    assert steps[-1].agreement_rate.value == pytest.approx(voting(0.0, 1.0).agreement_rate.value, abs=0.005)


def federations(cohesion: float, explanation: float, sides: str = "*") -> Result:
    split = {f"parties.{sides}.cohesion": cohesion, "parties.*.explanation": explanation}
    return played(SPLIT, INTERESTS, CLEAR, split, runs=4000)


def test_21_where_all_delegations_are_split_more_votes_fail_and_fewer_deals_are_made() -> None:
    split, united = federations(0.0, 0.2), federations(1.0, 0.2)
    assert_more(column(split, "votes_failed"), column(united, "votes_failed"))
    assert_more_agreement(united, split)
    # Explained, split delegations still lose more votes, but hardly a deal.
    split, united = federations(0.0, 0.9), federations(1.0, 0.9)
    assert_more(column(split, "votes_failed"), column(united, "votes_failed"))
    assert abs(united.compare(split).value) < 0.02


def test_21_one_split_delegation_alone_hardly_changes_agreement() -> None:
    """An honest zero: the unions' mandate is the same on average, and one vote in many fails because of it."""
    difference = federations(1.0, 0.2, "unions").compare(federations(0.0, 0.2, "unions"))
    assert abs(difference.value) < 0.02


ARMS = list(product([POSITIONS, INTERESTS], [{}, MEDIATED]))


def empty_zone(style: Settings, mediator: Settings, chance: float) -> Result:
    return played(EMPTY, style, mediator, {"communication.quality": 0.8, "invention.chance": chance})


@pytest.mark.parametrize(("style", "mediator"), ARMS)
def test_22_without_invention_an_empty_zone_stays_empty(style: Settings, mediator: Settings) -> None:
    result = empty_zone(style, mediator, 0.0)
    assert result.agreed.sum() == 0
    assert column(result, "options_found").sum() == 0


def test_22_who_listens_invents_the_deal_and_who_does_not_needs_a_mediator() -> None:
    haggling, brainstormed, inventive, both = (empty_zone(*arm, 0.3) for arm in ARMS)
    assert haggling.agreed.sum() == 0
    assert column(haggling, "options_found").sum() == 0
    for result in (brainstormed, inventive):
        assert result.agreement_rate.low > 0.4
        assert_more_agreement(both, result)


def test_22_the_zone_by_brute_force() -> None:
    """The worst-off side of the best of all packages, with no clause and with all: below and above no deal.

    With the true alternatives of the first 20 runs, of which each side thinks more.
    """
    setting = setting_of(load_scenario(EMPTY))
    ordinary = setting.case.ordinary
    for run in range(20):
        table = BargainingModel(setting, 11, run).table
        issues = [range(setting.case.options[j]) for j in range(ordinary)]
        for clauses, zone_is_empty in (((0, 0, 0), True), ((1, 0, 0), False), ((1, 1, 1), False)):
            packages = (np.array([*package, *clauses]) for package in product(*issues))
            best = max(min(utility(table.values[p], package) - table.reservation[p] for p in range(3))
                       for package in packages)  # fmt: skip
            assert (best < 0.0) == zone_is_empty


def test_a_stoppage_ahead_brings_a_reluctant_employer_to_the_table() -> None:
    reluctant: Settings = {"parties.employer.reluctance": 0.6}
    threatened, safe = (
        played(DISPUTE, INTERESTS, reluctant, {"ladder.stages.strike.banned": b}) for b in (False, True)
    )
    assert_more(column(threatened, "refusals") == 0, column(safe, "refusals") == 0)
    assert_more_agreement(threatened, safe)
    # With a willing employer there is nothing to threaten with before the strike itself.
    willing = [
        played(DISPUTE, INTERESTS, {"parties.employer.reluctance": 0, "ladder.stages.strike.banned": b})
        for b in (False, True)
    ]
    assert all(column(result, "refusals").sum() == 0 for result in willing)


def test_negotiators_without_authority_agree_later_or_not_at_all() -> None:
    steps = [played(NATIONAL, INTERESTS, {"parties.*.authority": a}) for a in (1.0, 0.9, 0.8)]
    for free, bound in zip(steps, steps[1:], strict=False):
        assert_more_agreement(free, bound)
        both = free.agreed & bound.agreed
        assert_more(column(bound, "rounds")[both], column(free, "rounds")[both])
    assert played(NATIONAL, INTERESTS, {"parties.*.authority": 0.0}).agreed.sum() == 0


@pytest.mark.parametrize("style", [POSITIONS, INTERESTS])
def test_disputes_last_longer_under_the_limits_of_2020(style: Settings) -> None:
    before, now = played(EARLIER_LAW, style), played(DISPUTE, style)
    assert_more(column(before, "days"), column(now, "days"))
    # Counted in the law, an award comes after 25 working days at the latest, and after 21 in today's ladder.
    longest = [column(result, "days")[column(result, "ending") == AWARD].max() for result in (before, now)]
    assert longest == [25.0, 21.0]


def test_who_learns_its_real_alternative_in_a_strike_settles_it() -> None:
    """Without the arbitration, which would end nearly every dispute before the strike."""
    long: Settings = {"ladder.stages.labour_arbitration.banned": True, "parties.*.optimism": 0.2}
    steps = [played(DISPUTE, INTERESTS, long, {"ladder.learning": rate}) for rate in (0.0, 0.1, 0.3)]
    strike = list(load_scenario(DISPUTE).ladder.stages).index("strike") + 1  # type: ignore[union-attr]
    for slow, quick in zip(steps, steps[1:], strict=False):
        reached = (column(slow, "stage") == strike) & (column(quick, "stage") == strike)
        assert reached.sum() > 300
        assert_more(quick.agreed[reached], slow.agreed[reached])
        assert_more(column(slow, "stoppage_days")[reached], column(quick, "stoppage_days")[reached])


def series(agreements: int, monitoring: bool, runs: int = 2000) -> Result:
    return played(SERIES, INTERESTS, {"term.agreements": agreements, "term.monitoring": monitoring}, runs=runs)


def kept_of_deals(result: Result) -> Interval:
    kept = column(result, "compliance")[result.agreed]
    error = 2 * kept.std() / np.sqrt(len(kept))
    return Interval(kept.mean(), kept.mean() - error, kept.mean() + error)


def test_monitoring_keeps_trust_compliance_and_agreement_higher_in_the_fifth_agreement() -> None:
    watched, unwatched = series(5, True), series(5, False)
    assert_more_agreement(watched, unwatched)
    assert_more(column(watched, "trust"), column(unwatched, "trust"))
    assert kept_of_deals(watched).low > kept_of_deals(unwatched).high  # type: ignore[operator]


def test_monitoring_cannot_change_the_first_agreement() -> None:
    watched, unwatched = series(1, True), series(1, False)
    assert np.array_equal(watched.agreed, unwatched.agreed)
    assert np.array_equal(watched.agreed, played(NATIONAL, INTERESTS, runs=2000).agreed)


def test_without_monitoring_trust_wears_out_over_a_series() -> None:
    assert_more(column(series(1, False), "trust"), column(series(5, False), "trust"))


def test_side_payments_make_deals_where_somebody_lacks_little_and_break_none() -> None:
    steps = [
        played(NATIONAL, INTERESTS, {"side_payments.from": "government", "side_payments.budget": budget})
        for budget in (0.0, 0.02, 0.05)
    ]
    assert np.array_equal(steps[0].agreed, played(NATIONAL, INTERESTS).agreed)
    for less, more in zip(steps, steps[1:], strict=False):
        assert_more_agreement(more, less)
        assert not np.any(less.agreed & ~more.agreed)
