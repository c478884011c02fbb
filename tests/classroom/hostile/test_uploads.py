"""A scenario that somebody uploads is data: it runs nothing, reads no file, and cannot stop the server."""

from __future__ import annotations

from contextlib import closing
from importlib.resources import files
from time import perf_counter

import pytest
from classroom_server import Trainer

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)
GOOD = (files("negotiation_sim.configs") / "two_party_textbook.yaml").read_text(encoding="utf-8")
UPLOADS = {
    "empty": "",
    "no YAML": "{]: [}{",
    "a list": "- 1\n- 2\n",
    "a text": "hello",
    "NUL": "name: a\x00b\n",
    "a bomb of anchors": BOMB,
    "deep": "a: " + "[" * 3000 + "]" * 3000,
    "deep flow mappings": "{a: " * 2000 + "1" + "}" * 2000,
    "a tag that makes an object": "name: !!python/object/apply:os.system ['touch {witness}']\n",
    "another tag": "!!python/object/new:subprocess.Popen [['touch', '{witness}']]\n",
    "a plug-in as file": GOOD.replace("strategy: position_based", "strategy: {module}:strategy"),
    "a plug-in as module": GOOD.replace("strategy: position_based", "strategy: os:system"),
    "extends a case": "extends: two_party_textbook\nset: {deadline: 8}\n",
    "extends a file": "extends: /etc/passwd\n",
    "extends a path upwards": "extends: ../../../../etc/passwd\n",
    "extends a file URL": "extends: file:///etc/passwd\n",
    "extends itself": "extends: scenario.yaml\n",
    "a million issues": "issues:\n" + "".join(f"  - {{name: i{n}}}\n" for n in range(40_000)),
    "a huge number": GOOD.replace("deadline:", "deadline: 1.0e+300 #"),
    "a very long deadline": GOOD.replace("deadline:", "deadline: 999999999 #"),
    "no number": GOOD.replace("quality:", "quality: .nan #"),
    "one long line": "name: " + "x" * 900_000,
}


@pytest.mark.parametrize("name", UPLOADS)
def test_an_uploaded_scenario_does_nothing_but_say_what_is_wrong(server, tmp_path, name) -> None:
    witness, module = tmp_path / "witness", tmp_path / "strategy.py"
    module.write_text(f"open({str(witness)!r}, 'w').close()\ndef strategy(*_): return 0\n")
    text = UPLOADS[name].replace("{witness}", str(witness)).replace("{module}", str(module))
    trainer = Trainer(server)
    began = perf_counter()
    with closing(trainer):
        reply = trainer.http.post("/api/sessions", json=wanted(text))
        assert 400 <= reply.status_code < 500, (reply.status_code, reply.text[:300])
        assert "Traceback" not in reply.text
        assert "root:" not in reply.text
        assert trainer.http.get("/healthz").is_success
    assert perf_counter() - began < 10
    assert not witness.exists(), "the uploaded scenario ran code"


def test_a_scenario_longer_than_a_megabyte_is_refused(server) -> None:
    trainer = Trainer(server)
    with closing(trainer):
        reply = trainer.http.post("/api/sessions", json=wanted("# " + "x" * 1_100_000))
        assert reply.status_code in (413, 422)


def test_a_good_scenario_is_taken(server) -> None:
    """So that the refusals above are not refusals of everything."""
    trainer = Trainer(server)
    with closing(trainer):
        reply = trainer.http.post("/api/sessions", json=wanted(GOOD))
        assert reply.is_success, reply.text


def wanted(text: str) -> dict[str, object]:
    return {
        "scenario": None,
        "text": text,
        "tables": 1,
        "noise": True,
        "mediator": True,
        "lang": "en",
        "title": "Uploaded",
    }
