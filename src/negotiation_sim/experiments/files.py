"""Files that are either whole or not there: written under a temporary name, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary file beside `path`, renamed to it when the block ends well and removed when it does not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write a text file (UTF-8, line ends as given), whole or not at all."""
    with whole_file(path) as temporary:
        temporary.write_bytes(text.encode())


@contextmanager
def output_folder(folder: Path) -> Iterator[None]:
    """Make the folder and try to write in it, before any work is done; take it away again if the work fails.

    Only folders that were made here and are empty are taken away. Raises OSError.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        with whole_file(folder / ".writable") as temporary:
            temporary.write_bytes(b" ")
        (folder / ".writable").unlink()
        yield
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.rmdir()
        raise
