import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import ScenarioError, load_scenario
from negotiation_sim.scenario.arrays import setting_of
from negotiation_sim.scenario.term import Term

from .conftest import BASE, LONG, Write


@given(st.integers(1, 120), st.integers(1, 60))
def test_checks_fall_within_the_term(months: int, check_every: int) -> None:
    checks = Term(months=months, check_every=check_every).checks
    assert checks * check_every <= months < (checks + 1) * check_every


def test_a_check_may_come_on_the_last_day(write: Write) -> None:
    term = ("deadline: 20", "deadline: 20\nterm: {months: 6, check_every: 6}")
    scenario = load_scenario(write(term))
    assert scenario.term is not None
    assert scenario.term.checks == 1


@pytest.mark.parametrize(
    ("term", "place"),
    [("{months: 3}", "32:16"), ("{check_every: 40}", "32:21"), ("{months: 6, check_every: 7}", "32:32")],
)
def test_a_term_without_any_check_is_told_where_it_is_written(write: Write, term: str, place: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        load_scenario(write(("deadline: 20", f"deadline: 20\nterm: {term}")))
    assert f":{place}: 'term.check_every' is" in str(caught.value)


def test_without_a_term_one_agreement_is_made_and_never_looked_at() -> None:
    case = setting_of(load_scenario(BASE)).case
    assert (case.agreements, case.checks) == (1, 0)


def test_the_term_in_numbers() -> None:
    case = setting_of(load_scenario(LONG)).case
    assert (case.agreements, case.checks, case.monitoring, case.carry) == (2, 4, 0, 1.0)


def test_settings_reach_the_term(write: Write) -> None:
    assert load_scenario(LONG).with_settings({"term.agreements": 5.0}).term == Term(
        months=12, check_every=3, monitoring=False, agreements=5
    )
    made = load_scenario(write()).with_settings({"term.agreements": 3}).term
    assert made == Term(agreements=3)


def test_an_axis_over_agreements(write: Write) -> None:
    axis = "communication.quality: {from: 0.1, to: 1.0, points: 4}"
    scenario = load_scenario(write((axis, "term.agreements: {from: 1, to: 5, points: 5}")))
    assert scenario.axis == ("term.agreements", (1.0, 2.0, 3.0, 4.0, 5.0))
