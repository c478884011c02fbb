import pickle

from hypothesis import given
from hypothesis import strategies as st

from negotiation_sim.scenario.problems import MOST_REPORTED, Place, Problem, ScenarioError, Source, in_order


def problem(line: int, column: int, source_line: str = "", file: str = "a.yaml") -> Problem:
    return Problem(file, line, column, "wrong", source_line)


def test_one_line_and_a_report_with_a_caret() -> None:
    error = ScenarioError([problem(3, 4, "ab cd")])
    assert str(error) == "a.yaml:3:4: wrong"
    assert error.report() == "a.yaml:3:4: wrong\n    ab cd\n       ^"


def test_the_caret_keeps_its_place_after_tabs() -> None:
    assert problem(1, 3, "\tab").report().split("\n")[1:] == ["    \tab", "    \t ^"]


def test_a_long_line_is_shown_around_the_place() -> None:
    line = "x" * 5000 + "!" + "y" * 5000
    _, shown, caret = problem(1, 5001, line).report().split("\n")
    assert len(shown) <= 104
    assert shown[caret.index("^")] == "!"


def test_letters_that_steer_a_terminal_are_not_printed() -> None:
    assert "\x1b" not in problem(1, 1, "a\x1b[31m").report()


@given(st.text(min_size=1, max_size=300).filter(lambda text: text.isprintable()), st.data())
def test_the_caret_stands_under_the_letter(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    _, shown, caret = problem(1, column, line).report().split("\n")
    assert shown[caret.index("^")] == line[column - 1]


def test_a_place_knows_its_line() -> None:
    source = Source("a.yaml", ("one", "two"))
    assert Place(source, 2, 1).problem("wrong") == problem(2, 1, "two")
    assert Place(source, 9, 1).problem("wrong") == problem(9, 1, "")


def test_order_and_repetitions() -> None:
    found = [problem(2, 1), problem(1, 5), problem(1, 1, file="b.yaml"), problem(1, 5), problem(1, 2)]
    assert in_order(found, "b.yaml") == (found[2], found[4], found[1], found[0])


def test_a_flood_of_problems_is_cut_short() -> None:
    shown = in_order([problem(line, 1) for line in range(1, 1000)], "a.yaml")
    assert len(shown) == MOST_REPORTED + 1
    assert shown[-1].message == f"and {999 - MOST_REPORTED} more problems"


def test_an_error_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(ScenarioError([problem(3, 4)])))
    assert error.problems == (problem(3, 4),)
