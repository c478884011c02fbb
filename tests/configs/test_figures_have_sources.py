"""The shipped teaching cases: what they tell the reader is true, sourced and readable."""

import itertools
import re
from importlib import resources
from typing import Any

import pytest
import yaml

CASES = (
    "kazakhstan_general_agreement",
    "minimum_wage_2025",
    "safety_at_work",
    "tight_zone",
    "two_party_textbook",
)
ARMS = {"positions", "positions with mediator", "interests", "interests with mediator"}
YEAR = re.compile(r"\b(19|20)\d\d\b")
CITED = re.compile(r"\[([a-z][a-z0-9_]*)\]")
FRONTIER_ROW = re.compile(r"^#\s+(\d+)%\s+(\d+)%\s+(\d\.\d+)\s+(\d\.\d+)(.*)$", re.MULTILINE)


def text_of(case: str) -> str:
    return (resources.files("negotiation_sim") / "configs" / f"{case}.yaml").read_text(encoding="utf-8")


def content_of(case: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(text_of(case))
    return content


def base_of(case: str) -> str:
    return str(content_of(case).get("extends", case))


def comments_of(case: str) -> str:
    return "\n".join(line.partition("#")[2] for line in text_of(case).splitlines())


def opening_of(case: str) -> list[str]:
    return list(itertools.takewhile(lambda line: line.startswith("#"), text_of(case).splitlines()))


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
    sources = content_of(base_of(case))["sources"]
    assert sources
    for key, source in sources.items():
        assert YEAR.search(source), f"{key}: no year"
        assert len(source.split()) >= 6, f"{key}: no title"
        assert not re.search(r"(^|\s)(/|\w:\\)", source), f"{key}: a path of a machine"


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
def test_a_case_compares_the_four_ways_over_communication_quality(case: str) -> None:
    compare = content_of(base_of(case))["compare"]
    assert compare["axis"] == {"communication.quality": {"from": 0.1, "to": 1.0, "points": 10}}
    assert set(compare["arms"]) >= ARMS
    for name in ARMS:
        style = "position_based" if name.startswith("positions") else "interest_based"
        mediator = {"mediator.style": "full"} if name.endswith("mediator") else {}
        assert compare["arms"][name] == {"parties.*.strategy": style, **mediator}


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
