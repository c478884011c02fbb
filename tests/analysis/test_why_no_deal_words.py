"""The sentences and the table say what the numbers say, also where nothing failed or nothing agreed."""

from __future__ import annotations

from negotiation_sim.analysis.why_no_deal import OVERLAP, Removal, WhyNoDeal
from negotiation_sim.analysis.why_no_deal_words import caption, counts, table, what_to_see
from negotiation_sim.messages.language import Language

PRESENT = {"deadline": 60}


def answer(failed: int, agreed: int, repaired: int, broken: int, is_there: bool = True) -> WhyNoDeal:
    settings = PRESENT if is_there else {}
    first = Removal("noise", "noise", "all is heard", settings, failed, agreed, repaired, broken)
    absent = Removal("walk_away", "walking away", "nobody walks away", {}, failed, agreed, 0, 0)
    together = Removal("misperceptions", "all", "none of the four", settings, failed, agreed, repaired, broken)
    return WhyNoDeal("A table", "0" * 64, 3, failed, agreed, (first, absent), failed - repaired, together, {})


def test_the_main_sentences() -> None:
    told = what_to_see(answer(failed=1000, agreed=500, repaired=250, broken=50))
    assert told[0].startswith("The removal that repairs most is that of 'noise' (all is heard): 25.0% (22.4 to ")
    assert told[1] == "It breaks 10.0% (7.7 to 12.9) of the agreed runs."
    assert told[2] == "750 of 1,000 failed runs are repaired by no single removal."
    assert told[3].startswith("Without noise, devaluation, optimism and fixed-pie bias, 25.0%")
    assert told[4:] == ["Not in this scenario: walking away.", OVERLAP]


def test_no_run_failed() -> None:
    why = answer(failed=0, agreed=10, repaired=0, broken=1)
    assert what_to_see(why)[0].startswith("No run failed: there is nothing to repair")
    assert " ".join(table(why)[1].split()) == "noise - 10.0% (1.8 to 40.4) -10.0 (-40.4 to +20.5)"


def test_no_run_agreed() -> None:
    why = answer(failed=10, agreed=0, repaired=1, broken=0)
    assert what_to_see(why)[1] == "No run agreed as written, so no removal can break an agreement."
    assert table(why)[1].split()[5] == "-"


def test_nothing_repairs() -> None:
    told = what_to_see(answer(failed=10, agreed=10, repaired=0, broken=3))
    assert told[0] == "10 of 10 failed runs are repaired by no single removal."


def test_nothing_is_there_to_remove() -> None:
    why = answer(failed=10, agreed=10, repaired=0, broken=0, is_there=False)
    assert table(why) == []
    assert "Not in this scenario: noise, walking away." in what_to_see(why)
    assert "Misperceptions:" not in caption(why)


def test_every_line_of_the_table_is_as_long_as_the_others() -> None:
    lines = table(answer(failed=1000, agreed=500, repaired=250, broken=50))
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1


def test_caption_and_counts_name_runs_seed_level_and_overlap() -> None:
    why = answer(failed=1000, agreed=500, repaired=250, broken=50)
    assert counts(why) == "1,500 runs (seed 3): 500 agreed, 1,000 failed."
    for words in ("1,500 runs", "seed 3", "95%", OVERLAP, "Misperceptions: noise, devaluation, optimism"):
        assert words in caption(why)


def test_every_sentence_goes_through_the_translation() -> None:
    why = answer(failed=1000, agreed=500, repaired=250, broken=50)

    marked = Language()
    marked.gettext = lambda sentence: f"<{sentence}>"  # type: ignore[method-assign]
    for line in (*what_to_see(why, marked), counts(why, marked), caption(why, marked)):
        assert line.startswith("<")
        assert line.endswith(">")
    head, first, _ = table(why, marked)
    assert head.count("<") == 4
    assert first.startswith("<noise>")
    assert "(<22.4 to 27.8>)" in first


def test_numbers_are_those_of_the_language() -> None:
    why = answer(failed=1000, agreed=500, repaired=250, broken=50)
    space = "\N{NO-BREAK SPACE}"
    assert f"1{space}500 " in counts(why, Language("ru")).replace("(", " ")
    assert f"25,0{space}% (от 22,4 до 27,8)" in table(why, Language("ru"))[1]
    assert "25,0% (22,4 – 27,8)" in table(why, Language("kk"))[1]
