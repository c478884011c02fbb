import pytest

from negotiation_sim.scenario.nearest_name import listed, nearest, suggestion

NAMES = ("skill", "style", "enters", "bias_toward")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("skil", "skill"),
        ("STYLE", "style"),
        ("bias-toward", "bias_toward"),
        ("ѕkill", "skill"),
        ("xyz", None),
    ],
)
def test_nearest(wrong: str, right: str | None) -> None:
    assert nearest(wrong, NAMES) == right


def test_suggestions() -> None:
    assert suggestion("skil", NAMES) == "; did you mean 'skill'?"
    assert suggestion("xyz", NAMES) == ""
    told = "; did you mean 'enters'? (yours has a Cyrillic letter that looks Latin)"
    assert suggestion("еnters", NAMES) == told


def test_very_long_words_are_not_compared() -> None:
    assert nearest("skill" * 100_000, NAMES) is None


def test_listed() -> None:
    assert listed(["a"]) == "'a'"
    assert listed(["a", "b", "c"]) == "'a', 'b' or 'c'"
