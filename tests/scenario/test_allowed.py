"""What fields allow, told in the reader's language; the schema itself stays English."""

import re
import subprocess
import sys

import pytest

from negotiation_sim.cli.speaking import speaking
from negotiation_sim.scenario.allowed import allowed_in_words, message_of
from negotiation_sim.scenario.editor_schema import SCHEMA_FILE, schema_text

SENTENCES = [
    sentence.replace('\\"', '"') for sentence in sorted(set(re.findall(r'"x-allowed": "(.*)"', schema_text())))
]


def test_numbers_are_no_part_of_the_message() -> None:
    assert message_of("-0.3 to 0.95 as a share") == "{first} to {second} as a share"
    assert message_of("up to 999, such as '7 working days'") == "up to {first}, such as '7 working days'"


def test_in_english_every_sentence_is_told_as_it_stands_in_the_schema() -> None:
    assert len(SENTENCES) > 50
    assert [allowed_in_words(sentence) for sentence in SENTENCES] == SENTENCES


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_in_another_language_every_sentence_is_another_with_the_same_numbers(lang: str) -> None:
    with speaking(["--lang", lang]):
        told = [allowed_in_words(sentence) for sentence in SENTENCES]
    for english, other in zip(SENTENCES, told, strict=True):
        numbers = [sorted(re.findall(r"[0-9.]+", sentence)) for sentence in (english, other)]
        assert numbers[0] == numbers[1]
        assert re.search("[а-яәғқңөұүһі]", other) or re.fullmatch("[-0-9. –]+", other), other


def test_words_of_the_schema_are_english_whatever_the_language_in_which_they_are_first_read() -> None:
    code = (
        "from negotiation_sim.cli.speaking import speaking\n"
        "with speaking(['--lang', 'ru']):\n"
        "    from negotiation_sim.scenario.editor_schema import schema_text\n"
        "    text = schema_text()\n"
        "import sys; sys.stdout.buffer.write(text.encode())"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert shown.stdout.decode() == SCHEMA_FILE.read_text(encoding="utf-8")
