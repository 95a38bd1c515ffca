"""Levels and what they stand for."""

import numpy as np
import pytest

from cass_core.decibels import amplitude_to_db, db_to_amplitude, db_to_power, power_to_db


@pytest.mark.parametrize(("level_db", "amplitude"), [(0.0, 1.0), (20.0, 10.0), (-40.0, 0.01)])
def test_amplitude(level_db, amplitude):
    assert db_to_amplitude(level_db) == pytest.approx(amplitude)
    assert amplitude_to_db(amplitude) == pytest.approx(level_db)


@pytest.mark.parametrize(("level_db", "power"), [(0.0, 1.0), (10.0, 10.0), (-20.0, 0.01)])
def test_power(level_db, power):
    assert db_to_power(level_db) == pytest.approx(power)
    assert power_to_db(power) == pytest.approx(level_db)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_arrays_keep_shape_and_type(dtype):
    levels = np.linspace(-60, 12, 12, dtype=dtype).reshape(3, 4)
    for there, back in ((db_to_amplitude, amplitude_to_db), (db_to_power, power_to_db)):
        again = back(there(levels))
        assert again.dtype == dtype
        np.testing.assert_allclose(again, levels, atol=1e-4)


def test_a_power_is_the_square_of_an_amplitude():
    levels = np.linspace(-60, 12, 20)
    np.testing.assert_allclose(db_to_power(levels), db_to_amplitude(levels) ** 2)
