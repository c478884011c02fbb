import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario import ScenarioError
from negotiation_sim.scenario.yaml_nodes import place_of, plain
from negotiation_sim.scenario.yaml_reading import read_tree
from negotiation_sim.scenario.yaml_tree import DEEPEST


def told(text: str) -> str:
    """The only problem of a text, as line:column: message."""
    with pytest.raises(ScenarioError) as caught:
        read_tree("case.yaml", text)
    assert len(caught.value.problems) == 1
    return str(caught.value).removeprefix("case.yaml:")


def test_values_and_places() -> None:
    tree, problems = read_tree("case.yaml", "a: 1\nb:\n  - x\n  - {c: no}\n")
    assert problems == []
    assert plain(tree) == {"a": 1, "b": ["x", {"c": "no"}]}
    place = place_of(tree, ("b", 1, "c"))
    assert (place.line, place.column) == (4, 9)


def test_quotes_make_text_and_keys_are_always_text() -> None:
    tree, _ = read_tree("case.yaml", "1: '1'\nnull: \"true\"\nx: 'null'\n")
    assert plain(tree) == {"1": "1", "null": "true", "x": "null"}


def test_columns_count_letters_in_every_script() -> None:
    tree, _ = read_tree("case.yaml", "{имя: Стол, \U0001f600: x, дата: [1, 2]}")
    place = place_of(tree, ("дата", 1))
    assert (place.line, place.column) == (1, 29)
    assert place.source.lines[0][place.column - 1] == "2"


def test_lines_are_cut_as_yaml_cuts_them() -> None:
    tree, _ = read_tree("case.yaml", "a: 1\r\nb: 2\rc: 3\x85d: 4\u2028e: 5\n")
    for key in "abcde":
        place = place_of(tree, (key,))
        assert place.source.lines[place.line - 1] == f"{key}: {plain(tree)[key]}"  # type: ignore[index]


def test_keys_given_twice_are_told_and_the_first_counts() -> None:
    tree, problems = read_tree("case.yaml", "a: 1\nb: 2\na: 3\n")
    assert plain(tree) == {"a": 1, "b": 2}
    assert [str(p) for p in problems] == ["case.yaml:3:1: the key 'a' is given twice (first on line 1)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: the file is empty, such as"),
        ("# nothing\n", "1:1: the file is empty"),
        ("- a\n- b\n", "1:1: the file must hold keys and values"),
        ("just words", "1:1: the file must hold keys and values"),
        ("a: &x 1\n", "1:4: anchors"),
        ("a: *x\n", "1:4: anchors"),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4: tags"),
        ("a: !local 1\n", "1:4: tags"),
        ("a: 1\n---\nb: 1\n", "2:1: a second document"),
        ("a: 1\nb: \x07\n", "2:4: the character U+0007 is no text"),
        ("a: 1\n\ufeffb: 1\n", "2:1: the character U+FEFF is no text"),
        ("a: x\0\n", "1:5: the character U+0000 is no text"),
        ("{a: 1}: 2\n", "1:1: a key must be a plain word"),
        ("a: [1, 2\nb: 1\n", "1:4: this bracket is not closed"),
        ("a: 'x\n", "1:4: this quote is never closed"),
        ('a: "\\q"\n', "1:5: this backslash means nothing"),
        ("a: @x\n", "1:4: a word cannot begin with '@'"),
        ("a: `x\n", "1:4: a word cannot begin with '`'"),
        ("a:\n\tb: 1\n", "2:1: found a tab character"),
        ("[" * 200_000, f"1:{DEEPEST + 1}: nested deeper than {DEEPEST} levels"),
        ("{a: " * 200_000, f"1:{DEEPEST * 4 + 1}: nested deeper than {DEEPEST} levels"),
        ("- " * 400_000, f"1:{DEEPEST * 2 + 1}: nested deeper than {DEEPEST} levels"),
        ("a: [" + "1," * 60_000 + "]", "1:100003: more than 50000 values"),
    ],
)
def test_what_is_refused(text: str, expected: str) -> None:
    start = time.perf_counter()
    assert told(text).startswith(expected)
    assert time.perf_counter() - start < 5


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{k}: &a{k} [{', '.join([f'*a{k - 1}'] * 9)}]" for k in range(1, 10))]
    assert told("\n".join(lines)).startswith("1:5: anchors")


def test_problems_found_before_the_text_breaks_off_are_told_too() -> None:
    with pytest.raises(ScenarioError) as caught:
        read_tree("case.yaml", "a: 1\na: 2\nb: [\n")
    assert [p.line for p in caught.value.problems] == [2, 3]


@given(st.text(alphabet=st.sampled_from(" \n\t:-[]{}'\"#&*!|>%@`,?a1.~\\\x85\u2028е"), max_size=40))
def test_any_text_is_read_or_explained(text: str) -> None:
    try:
        tree, problems = read_tree("case.yaml", text)
    except ScenarioError as error:
        assert error.problems
        problems = list(error.problems)
    else:
        assert isinstance(plain(tree), dict)
    for problem in problems:
        assert problem.line >= 1
        assert 1 <= problem.column <= len(problem.source_line) + 1
