"""What the operating system says of a file, in the reader's language."""

from pathlib import Path

import pytest

from negotiation_sim.cli.speaking import speaking
from negotiation_sim.scenario.system_words import system_words


def refused(path: Path) -> OSError:
    with pytest.raises(OSError) as caught:
        path.read_bytes()
    return caught.value


def test_what_the_system_says_is_translated(tmp_path: Path) -> None:
    missing, folder = refused(tmp_path / "missing"), refused(tmp_path)
    assert system_words(missing) == "No such file or directory"
    with speaking(["--lang", "ru"]):
        assert system_words(missing) == "нет такого файла или папки"
        assert system_words(folder) == "это папка"


def test_what_no_catalogue_knows_stays() -> None:
    with speaking(["--lang", "kk"]):
        assert system_words(OSError(9, "Out of paper")) == "Out of paper"
        assert system_words(OSError("just so")) == "just so"
