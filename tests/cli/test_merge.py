"""`negotiation-sim merge`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def test_shards_of_two_folders_become_one_with_its_pictures(
    call: Call, tmp_path: Path, swept_text: str, swept_folder: Path
) -> None:
    (tmp_path / "small.yaml").write_text(swept_text, encoding="utf-8")
    for number in range(2):
        assert call("sweep", "small.yaml", "--shard", f"{number}/2", "--out", f"shard{number}").code == 0
    lone = call("merge", "shard0", "--out", "lone")
    assert lone.code == 1
    assert lone.err.startswith(
        "1 units of work are missing (of points 1 to 1); `negotiation-sim sweep` with --out lone"
    )
    said = call("merge", "shard0", "shard1", "--out", "whole")
    assert said.code == 0
    names = ["summary.csv", "differences.csv", "manifest.json", "rates.png", "rates.svg"]
    assert said.out.splitlines() == [f"Written: {Path('whole') / name}" for name in names]
    assert (tmp_path / "whole" / "summary.csv").read_bytes() == (swept_folder / "summary.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("nowhere", "--out", "whole"), 2, "nowhere holds no results: there is no manifest.json"),
        (("--out", "whole"), 2, "FOLDER"),
        (("nowhere",), 2, "--out"),
    ],
)
def test_wrong_calls(call: Call, arguments: tuple[str, ...], code: int, words: str) -> None:
    said = call("merge", *arguments)
    assert said.code == code
    assert words in said.err
    assert not Path("whole").exists()
