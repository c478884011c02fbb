"""The libraries of the pages are the files that were taken from their packages, each with its licence."""

import hashlib
import json
from pathlib import Path

import negotiation_sim

VENDOR = Path(negotiation_sim.__file__).parent / "classroom" / "static" / "vendor"


def test_every_library_is_the_file_that_was_taken() -> None:
    named = json.loads((VENDOR / "versions.json").read_text(encoding="utf-8"))
    assert set(named) == {path.name for path in VENDOR.glob("*.js")}
    for name, origin in named.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == origin["sha256"], name
        assert (VENDOR / f"LICENSE-{origin['package']}").exists()
