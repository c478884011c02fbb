from collections.abc import Callable
from pathlib import Path

import pytest

BASE = Path(__file__).parent / "small_table.yaml"
LONG = Path(__file__).parent / "long_dispute.yaml"

Write = Callable[..., Path]


@pytest.fixture
def base_text() -> str:
    return BASE.read_text(encoding="utf-8")


@pytest.fixture
def write(tmp_path: Path, base_text: str) -> Write:
    """Writes the base scenario with some words replaced, or a text of its own, and gives the file."""

    def written(*changes: tuple[str, str], name: str = "case.yaml", text: str | None = None) -> Path:
        content = base_text if text is None else text
        for old, new in changes:
            assert old in content, f"the base scenario does not hold {old!r}"
            content = content.replace(old, new, 1)
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return written
