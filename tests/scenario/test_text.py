from negotiation_sim.scenario.text import Translations, text_in


def test_a_plain_text_is_the_same_in_every_language() -> None:
    assert [text_in("table", lang) for lang in ("en", "ru", "kk")] == ["table"] * 3


def test_missing_languages_fall_back_to_english() -> None:
    text = Translations(en="table", ru="стол")
    assert [text_in(text, lang) for lang in ("en", "ru", "kk", "xx")] == ["table", "стол", "table", "table"]
