"""The shipped teaching cases: what they tell the reader is true, sourced and readable."""

import functools
import itertools
import re
from importlib import resources
from typing import Any

import pytest
import yaml

from negotiation_sim.scenario import load_scenario

CASES = (
    "court_connected",
    "croatia_mandatory_mediation",
    "empty_zone",
    "enterprise_wage_dispute",
    "enterprise_wage_dispute_2020",
    "essential_service",
    "general_agreements_series",
    "kazakhstan_general_agreement",
    "miners_ratification_gap_2017",
    "minimum_wage_2025",
    "oil_contractor_follow_up_2021",
    "safety_at_work",
    "three_union_centres",
    "tight_zone",
    "two_party_textbook",
)
FOUR_WAYS = {"positions", "positions with mediator", "interests", "interests with mediator"}
YEAR = re.compile(r"\b(19|20)\d\d\b")
CITED = re.compile(r"\[([a-z][a-z0-9_]*)\]")
FRONTIER_ROW = re.compile(r"^#\s+(\d+)%\s+(\d+)%\s+(\d\.\d+)\s+(\d\.\d+)(.*)$", re.MULTILINE)


def text_of(case: str) -> str:
    return (resources.files("negotiation_sim") / "configs" / f"{case}.yaml").read_text(encoding="utf-8")


@functools.cache
def content_of(case: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(text_of(case))
    return content


def base_of(case: str) -> str:
    return str(content_of(case).get("extends", case))


def comments_of(case: str) -> str:
    return "\n".join(line.partition("#")[2] for line in text_of(case).splitlines())


def opening_of(case: str) -> list[str]:
    return list(itertools.takewhile(lambda line: line.startswith("#"), text_of(case).splitlines()))


def own_parts_of(case: str, section: str) -> dict[str, Any]:
    """What the file itself writes in a section; a file that extends another writes only what differs."""
    part: dict[str, Any] = content_of(case).get(section, {})
    return part


def stages_of(case: str) -> dict[str, Any]:
    stages: dict[str, Any] = own_parts_of(case, "ladder").get("stages", {})
    return stages


def levels_of(issue: dict[str, Any]) -> int:
    if "options" in issue:
        return len(issue["options"])
    grid: dict[str, float] = issue["grid"]
    steps = (grid["to"] - grid["from"]) / grid["step"]
    assert steps == pytest.approx(round(steps), abs=1e-9), "the step must reach the end of the grid"
    return round(steps) + 1


def test_the_list_of_cases_is_complete() -> None:
    names = [file.name for file in (resources.files("negotiation_sim") / "configs").iterdir()]
    assert sorted(name for name in names if name.endswith(".yaml")) == [f"{case}.yaml" for case in CASES]


@pytest.mark.parametrize("case", CASES)
def test_a_case_opens_with_a_paragraph_for_students(case: str) -> None:
    opening = " ".join(line.lstrip("# ") for line in opening_of(case))
    assert 8 <= len(opening_of(case)) <= 30
    assert "Try this first" in opening
    assert "author's" in opening or "by the author" in opening
    assert "not measured" in opening


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_plain_yaml(case: str) -> None:
    special = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken, yaml.DirectiveToken)
    assert [token for token in yaml.scan(text_of(case)) if isinstance(token, special)] == []


@pytest.mark.parametrize("case", CASES)
def test_every_source_has_a_title_and_a_year(case: str) -> None:
    assert content_of(base_of(case))["sources"]
    for key, source in own_parts_of(case, "sources").items():
        assert YEAR.search(source), f"{key}: no year"
        assert len(source.split()) >= 6, f"{key}: no title"
        assert not re.search(r"(^|\s)(/|\w:\\)", source), f"{key}: a path of a machine"


@pytest.mark.parametrize("case", [case for case in CASES if stages_of(case)])
def test_every_limit_says_where_it_is_from(case: str) -> None:
    comments = dict(
        re.findall(r"^    (\w+):.*\n(?:      .*\n)*?      limit: [^#\n]*(#.*)?$", text_of(case), re.MULTILINE)
    )
    for name, stage in stages_of(case).items():
        assert "source" in stage or "author" in comments[name], name


@pytest.mark.parametrize("case", [case for case in CASES if stages_of(case)])
def test_a_case_with_a_ladder_of_law_gives_no_legal_advice(case: str) -> None:
    opening = " ".join(line.lstrip("# ") for line in opening_of(base_of(case)))
    assert re.search("(no|not) legal advice", opening, re.IGNORECASE)


@pytest.mark.parametrize("case", CASES)
def test_every_source_is_cited_and_every_citation_has_a_source(case: str) -> None:
    cited = set(CITED.findall(comments_of(case)))
    assert cited == set(content_of(case).get("sources", {}))


@pytest.mark.parametrize("case", CASES)
def test_effects_fit_the_interests_and_the_options(case: str) -> None:
    content = content_of(base_of(case))
    named = set()
    for name, issue in content["issues"].items():
        levels = levels_of(issue)
        for interest, effect in issue["effects"].items():
            values = effect if isinstance(effect, list) else [effect] * levels
            assert len(values) == levels, f"{name}.{interest}"
            assert all(-1 <= value <= 1 for value in values), f"{name}.{interest}"
            named.add(interest)
    assert named == set(content["interests"])
    for party in content["parties"].values():
        assert set(party["importance"]) <= named
        assert sum(party["importance"].values()) == pytest.approx(1)


@pytest.mark.parametrize("case", CASES)
def test_organisations_weighted_together_want_what_their_side_wants(case: str) -> None:
    sides = content_of(base_of(case))["parties"]
    for role, party in own_parts_of(case, "parties").items():
        organisations = party.get("organisations", {}).values()
        assert sum(organisation["weight"] for organisation in organisations) == pytest.approx(1 if organisations else 0)
        for organisation in organisations:
            assert sum(organisation["importance"].values()) == pytest.approx(1)
        for interest, importance in sides[role]["importance"].items() if organisations else ():
            shares = (each["weight"] * each["importance"].get(interest, 0) for each in organisations)
            assert sum(shares) == pytest.approx(importance, abs=0.006), f"{role}.{interest}"


@pytest.mark.parametrize("case", CASES)
def test_a_case_asks_about_clarity_of_talk_or_one_question_of_its_own(case: str) -> None:
    """Two kinds: the four ways to bargain over clarity of talk, or telling arms over what the case is about."""
    scenario = load_scenario(case)
    assert scenario.axis is not None
    path, values = scenario.axis
    if path == "communication.quality":
        assert values == tuple(tenth / 10 for tenth in range(1, 11))
        assert set(scenario.arms) >= FOUR_WAYS
        for name in FOUR_WAYS:
            style = "position_based" if name.startswith("positions") else "interest_based"
            mediator = {"mediator.style": "full"} if name.endswith("mediator") else {}
            assert scenario.arms[name] == {"parties.*.strategy": style, **mediator}
        assert len(scenario.arms) <= 6
    else:
        assert path.split(".")[0] in content_of(case), "the axis varies what this very file is about"
        assert 5 <= len(values) <= 10
        assert 3 <= len(scenario.arms) <= 6
        assert not set(scenario.arms) >= FOUR_WAYS


@pytest.mark.parametrize("case", CASES)
def test_no_two_arms_are_the_same(case: str) -> None:
    arms = list(load_scenario(case).arms.values())
    assert all(arm not in arms[:number] for number, arm in enumerate(arms))


def test_the_tight_zone_changes_four_numbers_and_they_differ() -> None:
    tight, national = content_of("tight_zone"), content_of("kazakhstan_general_agreement")
    assert set(tight) == {"extends", "name", "description", "defaults"}
    assert tight["defaults"] == {
        "reservation_value": 0.60,
        "reservation_spread": 0.15,
        "optimism": 0.05,
        "devaluation": 0.05,
    }
    assert all(national["defaults"][key] != value for key, value in tight["defaults"].items())


def textbook_utilities() -> dict[tuple[float, float, float], tuple[float, float]]:
    """Give (union, employer) utilities of every package, each package as (wage rise, shifts, training).

    v[j,k] = sum_g a[g]*E[j,k,g]; V[j,k] = (v[j,k] - min_k v[j,.]) / sum_j (max_k - min_k); U = sum_j V.
    """
    content = content_of("two_party_textbook")
    issues = list(content["issues"].values())
    assert all(issue["shape"] == "linear" for issue in issues)
    tables = []
    for role in ("union", "employer"):
        importance = content["parties"][role]["importance"]
        weights = [
            sum(importance.get(interest, 0) * effect for interest, effect in issue["effects"].items())
            for issue in issues
        ]
        values = [
            [weight * (2 * k / (levels_of(issue) - 1) - 1) for k in range(levels_of(issue))]
            for weight, issue in zip(weights, issues, strict=True)
        ]
        scale = sum(max(row) - min(row) for row in values)
        tables.append([[(value - min(row)) / scale for value in row] for row in values])
    utilities = {}
    for package in itertools.product(*(range(levels_of(issue)) for issue in issues)):
        grids = [issue["grid"] for issue in issues]
        marks = tuple(grid["from"] + k * grid["step"] for k, grid in zip(package, grids, strict=True))
        union, employer = (round(sum(table[j][k] for j, k in enumerate(package)), 9) for table in tables)
        utilities[marks] = (union, employer)
    return utilities


def test_the_textbook_frontier_is_the_table_in_its_opening_comment() -> None:
    utilities = textbook_utilities()
    frontier = {
        package: mine
        for package, mine in utilities.items()
        if not any(other != mine and other[0] >= mine[0] and other[1] >= mine[1] for other in utilities.values())
    }
    rows = FRONTIER_ROW.findall(text_of("two_party_textbook"))
    told = {(float(wage), float(shifts), 40.0): (float(u), float(e)) for wage, shifts, u, e, _ in rows}
    assert len(utilities) == 125
    assert told == frontier


def test_the_textbook_nash_point_and_the_split_are_as_told() -> None:
    utilities = textbook_utilities()
    content = content_of("two_party_textbook")
    no_deal = content["defaults"]["reservation_value"]
    gains = {
        package: (union - no_deal) * (employer - no_deal)
        for package, (union, employer) in utilities.items()
        if min(union, employer) >= no_deal
    }
    rows = FRONTIER_ROW.findall(text_of("two_party_textbook"))
    marked = [(float(wage), float(shifts), 40.0) for wage, shifts, _, _, note in rows if "Nash" in note]
    assert marked == [max(gains, key=lambda package: gains[package])]
    assert sum(utilities[marked[0]]) == max(sum(pair) for pair in utilities.values())
    assert utilities[4, 50, 40] == (0.6, 0.6)


def test_nothing_in_the_textbook_case_is_left_to_chance() -> None:
    defaults = content_of("two_party_textbook")["defaults"]
    for setting in ("importance_spread", "importance_floor", "reservation_spread", "optimism"):
        assert defaults[setting] == 0
