import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario.model import Scenario
from negotiation_sim.scenario.paths import PathError, expanded, field_at, generality, is_whole_number, model_at, overlap
from negotiation_sim.scenario.problems import Place, Source
from negotiation_sim.scenario.yaml_nodes import MappingNode, node_of

VALUES = {
    "interests": {"income": "x", "jobs": "x"},
    "issues": {"wage": {"effects": {"income": 1}}},
    "parties": {"union": {}, "employer": {}},
}
PARTS = st.sampled_from(["*", "parties", "union", "trust", "defaults"])


@pytest.fixture
def root() -> MappingNode:
    node = node_of(VALUES, Place(Source("a.yaml", ()), 1, 1))
    assert isinstance(node, MappingNode)
    return node


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("deadline", 1),
        ("parties.*.trust", 2),
        ("parties.union.concession.firmness", 1),
        ("parties.*.importance.*", 4),
        ("issues.*.effects.jobs", 1),
        ("interests.*", 2),
        ("communication.links.union - employer", 1),
        ("name", 1),
    ],
)
def test_patterns_name_fields(root: MappingNode, pattern: str, count: int) -> None:
    paths = expanded(root, pattern)
    assert len(set(paths)) == len(paths) == count


@pytest.mark.parametrize("pattern", ["", ".", "*", "parties.*", "compare", "x", "name.en", "issues.wage.options.0"])
def test_patterns_that_name_nothing(root: MappingNode, pattern: str) -> None:
    if pattern == "parties.*":
        assert len(expanded(root, pattern)) == 2
    else:
        with pytest.raises(PathError):
            expanded(root, pattern)


def test_fields_and_models() -> None:
    assert model_at(()) is Scenario
    assert model_at(("parties", "union", "trust")) is None
    assert field_at(("issues", "wage", "grid", "from")) is not None
    assert field_at(("issues", "wage", "nothing")) is None
    assert field_at(("issues", "wage", "effects", "jobs", 2)) is field_at(("issues", "wage", "effects"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("parties.*.trust", "parties.union.trust", True),
        ("mediator", "mediator.style", True),
        ("parties.union.trust", "parties.employer.trust", False),
        ("parties.*.trust", "parties.*.optimism", False),
        ("defaults.trust", "parties.*.trust", True),
        ("defaults.trust", "parties.union.trust", True),
        ("defaults.trust", "parties.*.optimism", False),
    ],
)
def test_overlap(one: str, other: str, expected: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is expected


@given(st.lists(PARTS, min_size=1, max_size=4), st.lists(PARTS, min_size=1, max_size=4))
def test_overlap_is_symmetric_and_everything_overlaps_itself(one: list[str], other: list[str]) -> None:
    left, right = ".".join(one), ".".join(other)
    assert overlap(left, left)
    assert overlap(left, right) == overlap(right, left)


def test_general_before_special() -> None:
    patterns = ["mediator.style", "parties.union.trust", "mediator", "parties.*.trust"]
    assert sorted(patterns, key=generality) == [
        "parties.*.trust",
        "mediator",
        "mediator.style",
        "parties.union.trust",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("deadline", True),
        ("mediator.enters", True),
        ("parties.union.patience", True),
        ("mediator.skill", False),
        ("quota", False),
        ("protocol", False),
        ("partial_agreement", False),
        ("parties.union.importance.jobs", False),
        ("term.months", True),
        ("nothing", False),
    ],
)
def test_which_paths_take_whole_numbers(path: str, expected: bool) -> None:
    assert is_whole_number(tuple(path.split("."))) is expected
