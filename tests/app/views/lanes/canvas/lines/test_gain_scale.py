"""The fader's scale: 0 dB in the middle, no jump in its slope, there and back."""

import numpy as np
import pytest

from app.views.lanes.canvas.lines.gain_scale import gain_at, share_of, written_gain


@pytest.mark.parametrize(("gain_db", "share"), [(12, 0), (6, 0.25), (0, 0.5), (-60, 1), (-99, 1)])
def test_fixed_points(gain_db, share):
    assert share_of(gain_db) == pytest.approx(share)


def test_there_and_back():
    for gain_db in np.linspace(-60, 12, 145):
        assert gain_at(share_of(gain_db)) == pytest.approx(gain_db)


def test_falls_steadily_and_smoothly():
    shares = [share_of(gain_db) for gain_db in np.linspace(12, -60, 721)]
    steps = np.diff(shares)
    assert (steps > 0).all()
    assert np.abs(np.diff(steps)).max() < 1e-4


@pytest.mark.parametrize(
    ("gain_db", "words"),
    [(3, "+3.0 dB"), (0, "0.0 dB"), (-0.04, "0.0 dB"), (-12.5, "-12.5 dB"), (-60, "-∞ dB")],
)
def test_words(gain_db, words):
    assert written_gain(gain_db) == words
