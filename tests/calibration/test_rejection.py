"""Keeping draws by bands: numbers that made invented observations are found again, and no draw is lost by haste."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from negotiation_sim.calibration import bands, rejection
from negotiation_sim.calibration.bands import BANDS, shares_at
from negotiation_sim.calibration.parameters import PARAMETERS
from negotiation_sim.calibration.rejection import is_hopeless, play, within

RELUCTANCE, WORTH = "parties.employer.reluctance", "parties.*.reservation_value"
TWO = tuple(parameter for parameter in PARAMETERS if parameter.path in (RELUCTANCE, WORTH))
TRUTH: dict[str, object] = {RELUCTANCE: 0.6, WORTH: 0.42}
RUNS, HALF = 100, 0.09


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bands around what the model itself shows with known numbers; only these two numbers are unknown."""
    around = [
        replace(band, low=share - HALF, high=share + HALF)
        for band, share in zip(BANDS, shares_at(TRUTH, 1000), strict=True)
    ]
    for module in (bands, rejection):
        monkeypatch.setattr(module, "BANDS", tuple(around))
    monkeypatch.setattr(rejection, "PARAMETERS", TWO)
    monkeypatch.setattr(rejection, "SHIPPED_RUNS", 20)


@pytest.mark.usefixtures("invented")
def test_numbers_that_made_the_observations_are_found_again() -> None:
    """Broken once in rejection.py, `within`: `kept &=` made `kept |=`; failed here."""
    draws = play(64, RUNS)
    found = draws.shares[draws.kept]
    assert 3 <= len(found) <= 20
    for column, parameter in zip(found.T, TWO, strict=True):
        truth = parameter.place(float(str(TRUTH[parameter.path])))
        assert column.mean() == pytest.approx(truth, abs=0.15)
        assert column.max() - column.min() < 0.65


@pytest.mark.usefixtures("invented")
def test_haste_loses_no_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken once in rejection.py: HOPELESS made 0.0; failed here."""
    patient = play(32, RUNS)
    monkeypatch.setattr(rejection, "PLAYED_ANYWAY", 0)
    hasty = play(32, RUNS)
    assert np.array_equal(patient.kept, hasty.kept)
    assert np.isnan(hasty.shown[:, 0]).sum() > 15
    played = ~np.isnan(hasty.shown[:, 0])
    assert np.array_equal(hasty.shown[played], patient.shown[played], equal_nan=True)


def test_only_fitted_bands_decide() -> None:
    inside = np.array([(band.low + band.high) / 2 for band in BANDS])
    shown = np.tile(inside, (3, 1))
    shown[1, [band.fitted for band in BANDS].index(True)] = 0.0
    shown[2, [band.fitted for band in BANDS].index(False)] = 0.0
    assert within(BANDS, shown).tolist() == [True, False, True]
    assert not within(BANDS, np.full((1, len(BANDS)), np.nan)).any()


def test_hopeless_is_what_nobody_could_settle() -> None:
    assert is_hopeless({WORTH: 0.95}, 40)
    assert not is_hopeless({}, 40)


def test_bands_that_need_the_mediator_are_marked() -> None:
    """A draw that misses one of the others is not played with a mediator."""
    for band in BANDS:
        asked: list[str] = []

        class Seen:
            def __getattr__(self, name: str, asked: list[str] = asked) -> object:
                asked.append(name)
                raise LookupError

        with pytest.raises(LookupError):
            band.counted(Seen())  # type: ignore[arg-type]
        assert (asked == ["helped"]) == band.needs_mediator, band.name
