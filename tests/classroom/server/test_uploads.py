"""Uploaded scenarios: read as data, and every mistake with its place, in the trainer's language."""

import asyncio
import threading
from importlib.resources import files

import pytest

from negotiation_sim.classroom.server import uploads
from negotiation_sim.classroom.server.refusals import Refusal
from negotiation_sim.classroom.server.uploads import Reader, load_uploaded
from negotiation_sim.scenario import ScenarioError, load_scenario

GOOD = (files("negotiation_sim.configs") / "two_party_textbook.yaml").read_text(encoding="utf-8")


def refused(text, lang="en"):
    with pytest.raises(ScenarioError) as error:
        load_uploaded(text, lang)
    return str(error.value)


def test_a_good_text_is_the_scenario_of_the_file():
    assert load_uploaded("\ufeff" + GOOD, "en").sha256 == load_scenario("two_party_textbook").sha256


def test_another_scenario_cannot_be_extended():
    assert refused("extends: two_party_textbook\n").startswith("scenario.yaml:1:1: a scenario from outside cannot ext")


@pytest.mark.parametrize("place", ["strategy: {}", "rules: {{offer: {}}}", "made_up: [[{}]]"])
def test_code_cannot_be_brought_wherever_it_stands(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text("open('witness', 'w').close()\ndef mine(*_): return 0\n")
    told = refused("name: x\n" + place.format("mine.py:mine"))
    assert told.startswith("scenario.yaml:2:")
    assert "cannot bring code" in told
    assert not (tmp_path / "witness").exists()


def test_all_mistakes_come_at_once_in_the_language_asked_for():
    told = refused("name: x\ndeadline: 9999\nqouta: unanimity\n", "ru").splitlines()
    assert len(told) > 2
    assert all(line.startswith("scenario.yaml:") for line in told)
    assert not told[0].isascii()


def test_a_text_too_large_is_not_read():
    assert "1,000,000" in refused("# " + "я" * 500_000)


@pytest.mark.parametrize("text", ["", "- 1", "a: &x [*x]", "a: " + "[" * 5000, "!!python/object/apply:os.system ['x']"])
def test_what_is_no_scenario_is_refused(text):
    assert refused(text).startswith("scenario.yaml:")


def test_one_is_read_at_a_time_and_not_for_ever(monkeypatch):
    free = threading.Event()
    monkeypatch.setattr(uploads, "load_uploaded", lambda text, lang: free.wait(30))
    monkeypatch.setattr(uploads, "PATIENCE", 0.05)

    async def both():
        reader = Reader()
        with pytest.raises(Refusal, match="takes too long"):
            await reader.read("a", "en")
        with pytest.raises(Refusal, match="Another scenario is being read"):
            await reader.read("b", "en")
        free.set()
        await reader._reading
        monkeypatch.undo()
        assert (await reader.read(GOOD, "en")).sha256

    asyncio.run(both())
