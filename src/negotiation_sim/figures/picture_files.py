"""Pictures on disk: PNG for slides and SVG for print, the same bytes from the same numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from negotiation_sim.experiments.files import whole_file

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Without these, an SVG holds the date and names drawn at random.
_METADATA = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}


def save_picture(figure: Figure, folder: Path, name: str) -> dict[str, Path]:
    """Write `name.png` and `name.svg` into `folder`, each whole or not at all; returns them by file name."""
    import matplotlib as mpl

    files = {}
    with mpl.rc_context({"svg.hashsalt": name}):
        for suffix, metadata in _METADATA.items():
            path = folder / f"{name}.{suffix}"
            with whole_file(path) as temporary:
                figure.savefig(temporary, format=suffix, dpi=150, metadata=metadata)
            files[path.name] = path
    return files
