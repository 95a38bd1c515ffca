import numpy as np
import pytest

from app.tiles.spectra import db_of_levels, quick_columns, refined_columns
from app.tiles.tile_grid import USUAL_GRID as GRID
from app.tiles.tile_grid import TileGrid
from tests.helpers.window.drawn_sounds import RATE_HZ, sine, source_of

BIN_HZ = RATE_HZ / GRID.n_fft
NOTHING = np.zeros((1, 0), np.int64)


@pytest.mark.parametrize("level_db", [0, -20, -60, -100])
@pytest.mark.parametrize("number", [40, 300, 1000])
def test_a_sine_stands_at_its_bin_with_its_level(number, level_db):
    source = source_of(sine(number * BIN_HZ, 1.0, 10 ** (level_db / 20)))
    levels = quick_columns(source, GRID, 1, [10, 11])
    assert levels.shape == (GRID.num_bins, 2)
    assert levels[:, 0].argmax() == number
    assert db_of_levels(levels)[number] == pytest.approx(level_db, abs=0.3)


@pytest.mark.parametrize("n_fft", [512, 8192])
def test_spectra_of_any_length_read_the_same_level(n_fft):
    source = source_of(sine(40 * RATE_HZ / n_fft, 1.0, 0.1))
    levels = quick_columns(source, TileGrid(n_fft), 1, [5, 6])
    assert levels.shape == (n_fft // 2 + 1, 2)
    assert levels[:, 0].argmax() == 40
    assert db_of_levels(levels)[40] == pytest.approx(-20, abs=0.3)


@pytest.mark.parametrize("signs", [(1, 1), (1, -1)])
def test_opposite_phase_does_not_cancel(signs):
    one = sine(100 * BIN_HZ, 1.0)[0]
    levels = quick_columns(source_of(np.stack([sign * one for sign in signs])), GRID, 0, [30])
    assert levels[100, 0] == 255


def test_a_sine_in_one_of_six_channels_loses_the_mean():
    six = np.zeros((6, RATE_HZ))
    six[3] = sine(100 * BIN_HZ, 1.0)[0]
    levels = quick_columns(source_of(six), GRID, 0, [30])
    assert db_of_levels(levels)[100, 0] == pytest.approx(-10 * np.log10(6), abs=0.3)


def test_silence_is_blank_and_beyond_the_ends_too():
    assert not quick_columns(source_of(np.zeros((2, 5000))), GRID, 0, [0, 5, 100]).any()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_harms_only_its_own_samples(bad):
    samples = sine(100 * BIN_HZ, 1.0)
    samples[0, 24_000] = bad
    levels = quick_columns(source_of(samples), GRID, 0, list(range(90)))
    assert levels[100, 10:80].min() > 230
    far = quick_columns(source_of(samples), GRID, 0, [10, 80])
    assert np.array_equal(far, quick_columns(source_of(sine(100 * BIN_HZ, 1.0)), GRID, 0, [10, 80]))


def test_hot_sound_is_at_the_top():
    levels = quick_columns(source_of(sine(100 * BIN_HZ, 1.0, 1e20)), GRID, 0, [30])
    assert levels[100, 0] == 255


def test_columns_are_in_their_place():
    samples = np.zeros((1, 400_000))
    samples[0, 200_000:230_000] = sine(100 * BIN_HZ, 1.0)[0, :30_000]
    for level in (0, 2, 4):
        size = GRID.column_samples(level)
        columns = list(range(400_000 // size))
        loud = np.flatnonzero(quick_columns(source_of(samples), GRID, level, columns)[100] > 240)
        assert loud.min() == pytest.approx(200_000 / size, abs=2 + GRID.n_fft / size)
        assert loud.max() == pytest.approx(230_000 / size, abs=2 + GRID.n_fft / size)


@pytest.mark.parametrize("level", [2, 3])
@pytest.mark.parametrize("place", [5, 1000, 1020, 2047])
def test_refined_columns_leave_no_gap_where_they_are_narrow(level, place):
    size = GRID.column_samples(level)
    samples = np.zeros((1, 10 * size))
    samples[0, 5 * size + place] = 1.0
    refined = refined_columns(source_of(samples), GRID, level, [5], NOTHING)
    # a click in the middle of the window is at -54 dB, half a hop away still at -55.6
    assert db_of_levels(refined).min() > -61


def test_refined_columns_look_at_the_loudest_places():
    size = GRID.column_samples(7)
    samples = np.zeros((1, 3 * size))
    samples[0, size + 7777] = 1.0
    quick = quick_columns(source_of(samples), GRID, 7, [1])
    assert not quick.any()
    refined = refined_columns(source_of(samples), GRID, 7, [1], np.array([[size + 7777]]))
    assert db_of_levels(refined).min() == pytest.approx(-54.2, abs=0.5)
    assert np.ptp(refined) <= 1, "a click is white"
