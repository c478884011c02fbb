"""The draws as a file for other programs: compressed CSV, the same bytes from the same draws."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import numpy as np

from negotiation_sim.calibration.bands import BANDS
from negotiation_sim.calibration.rejection import Draws
from negotiation_sim.experiments.files import whole_file

NAME = "calibration-draws.csv.gz"


def write_draws(draws: Draws, path: Path) -> None:
    """Write every draw that was played in full: settings, what it shows, whether it was kept, what it shows again."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    bands = [band.name for band in BANDS]
    paths = [parameter.path for parameter in draws.parameters]
    writer.writerow(["draw", *paths, *bands, "kept", *(f"again.{name}" for name in bands)])
    for draw in np.flatnonzero(~np.isnan(draws.shown[:, 0])).tolist():
        settings = (f"{p.at(float(share)):.5g}" for p, share in zip(draws.parameters, draws.shares[draw], strict=True))
        shown, again = ([_written(share) for share in row[draw].tolist()] for row in (draws.shown, draws.again))
        writer.writerow([draw, *settings, *shown, int(draws.kept[draw]), *again])
    with whole_file(path) as temporary:
        temporary.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def _written(share: float) -> str:
    """All digits, so that the page can be made again from the file; empty where there is no number."""
    return "" if np.isnan(share) else repr(share)
