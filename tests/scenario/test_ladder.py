import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import ScenarioError, load_scenario
from negotiation_sim.scenario.ladder import END, Ladder, working_days

from .conftest import LONG, Write

DAYS = st.integers(0, 999)


@given(DAYS)
def test_a_working_day_is_a_working_day(days: int) -> None:
    assert working_days(f"{days} working days") == working_days(f" {days} working day ") == days


@given(DAYS)
def test_calendar_days_count_five_in_seven_rounded_up(days: int) -> None:
    weeks, rest = divmod(days, 7)
    assert working_days(f"{days} calendar days") == 5 * weeks + math.ceil(rest * 5 / 7)


@pytest.mark.parametrize(("limit", "days"), [("10 calendar days", 8), ("1 calendar day", 1), ("7 calendar days", 5)])
def test_limits_in_calendar_days(limit: str, days: int) -> None:
    assert working_days(limit) == days


@pytest.mark.parametrize("limit", ["7", "7 days", "7 weeks", "1.5 working days", "-3 working days", "working days"])
def test_a_limit_without_a_unit_is_no_limit(limit: str) -> None:
    with pytest.raises(ValueError, match="is no limit"):
        working_days(limit)


def ladder_of(**stages: dict[str, object]) -> Ladder:
    return Ladder.model_validate({"stages": {name: {"limit": "2 working days"} | own for name, own in stages.items()}})


def test_stages_follow_one_another_in_the_file() -> None:
    ladder = ladder_of(talks={}, commission={}, strike={})
    assert [ladder.after(stage) for stage in ladder.stages] == ["commission", "strike", END]
    assert [ladder.after_evasion(stage) for stage in ladder.stages] == ["commission", "strike", END]


def test_a_stage_may_lead_elsewhere() -> None:
    ladder = ladder_of(talks={"next": "strike"}, commission={"next": END, "if_evaded": "strike"}, strike={})
    assert [ladder.after(stage) for stage in ladder.stages] == ["strike", END, END]
    assert [ladder.after_evasion(stage) for stage in ladder.stages] == ["strike", "strike", END]


def test_evasion_leads_where_no_deal_leads_unless_it_is_written() -> None:
    ladder = ladder_of(talks={"next": "strike"}, commission={}, strike={})
    assert ladder.after_evasion("talks") == "strike"


@given(st.integers(1, 40), st.integers(1, 10))
def test_rounds_are_days_times_rounds_a_day(days: int, rounds: int) -> None:
    ladder = Ladder.model_validate({"rounds_per_day": rounds, "stages": {"talks": {"limit": f"{days} working days"}}})
    assert ladder.rounds("talks") == days * rounds


def test_the_order_of_the_stages_counts(write: Write) -> None:
    stages = ["    talks: {limit: 3 working days}\n", "    commission: {limit: 3 working days}\n"]
    one, other = (
        load_scenario(write(("deadline: 20\n", "ladder:\n  stages:\n" + "".join(lines)), name=f"{lines[0][4]}.yaml"))
        for lines in (stages, stages[::-1])
    )
    assert one.canonical()["ladder"] == other.canonical()["ladder"]  # as mappings, which know no order
    assert one.sha256 != other.sha256


def test_settings_reach_stages() -> None:
    scenario = load_scenario(LONG)
    with_all = scenario.with_settings({"ladder.stages.*.mediator": True, "ladder.stages.talks.authority.union": 0.2})
    assert with_all.ladder is not None
    assert [stage.mediator for stage in with_all.ladder.stages.values()] == [True] * 5
    assert with_all.ladder.stages["talks"].authority == {"employer": 0.5, "union": 0.2}
    assert scenario.with_settings({"ladder": None, "term": None, "deadline": 12}).deadline == 12


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("ladder.stages.talks.limit=7", "'ladder.stages.talks.limit' is 7: it has no unit"),
        ("ladder.stages.talk.limit=7 working days", "there is no 'ladder.stages.talk'; did you mean 'talks'?"),
        ("ladder.stages.strike.next=talks", "'ladder.stages.strike.next' leads back to 'talks', in a loop"),
        ("ladder.stages.*.banned=true", "every stage on the way from the first is banned"),
        ("ladder.rounds_per_day=11", "'ladder.rounds_per_day' is 11: out of range"),
        ("deadline=20", "'deadline' has no place beside a ladder"),
    ],
)
def test_settings_that_a_ladder_cannot_hold(setting: str, told: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        load_scenario(LONG).with_settings([setting])
    assert told in str(caught.value)


def test_a_stage_that_is_banned_is_passed_over_and_not_missed() -> None:
    scenario = load_scenario(LONG).with_settings({"ladder.stages.talks.banned": True})
    assert scenario.ladder is not None
    assert scenario.ladder.stages["talks"].banned


def test_names_of_stages() -> None:
    scenario = load_scenario(LONG)
    assert [scenario.stage_label("talks", lang) for lang in ("en", "ru", "kk")] == [
        "Talks",
        "Переговоры",
        "Келіссөздер",
    ]
    assert scenario.stage_label("commission") == "commission"
