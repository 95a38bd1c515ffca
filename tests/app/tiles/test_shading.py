import numpy as np
import pytest

from app.project.seen.spectrogram_look import SCALES
from app.tiles.colour_maps import colour_map
from app.tiles.frequency_axis import FrequencyScale, share_at
from app.tiles.shading import shade
from app.tiles.spectra import LevelImage
from app.tiles.tile_grid import USUAL_GRID
from cass_core.clips import SampleSpan

RATE_HZ = 48_000
MEL = FrequencyScale("mel")


def brightness(levels, visible=None, width=100, height=180, scale="mel", size=512, seen=(0, 1)):
    """Places (row, column) in the colour map, by the colours that came out."""
    span = SampleSpan(0, levels.shape[1] * size)
    image = LevelImage(levels, span, visible or span)
    pixels = shade(image, FrequencyScale(scale, *seen), -120.0, 0.0, "grey", RATE_HZ, width, height)
    assert pixels.shape == (height, width)
    assert pixels.dtype == np.uint32
    assert pixels.flags.c_contiguous
    assert (pixels >> 24 == 255).all()
    return (pixels & 255).astype(int)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("number", [30, 200, 1000])
@pytest.mark.parametrize("height", [37, 180, 1300])
def test_a_bin_is_drawn_at_its_frequency(scale, number, height):
    levels = np.zeros((USUAL_GRID.num_bins, 50), np.uint8)
    levels[number] = 255
    rows = brightness(levels, height=height, scale=scale)[:, 50]
    top = rows.argmax()
    wanted = (1 - share_at(number * RATE_HZ / 2048, FrequencyScale(scale), RATE_HZ)) * height
    around = (
        1 - share_at((number - 1) * RATE_HZ / 2048, FrequencyScale(scale), RATE_HZ)
    ) * height - wanted
    assert abs(top + 0.5 - wanted) <= 1 + around
    assert rows.max() > 150, "never averaged away"


def test_a_part_of_the_axis_fills_the_lane():
    levels = np.zeros((USUAL_GRID.num_bins, 50), np.uint8)
    number = 300
    levels[number] = 255
    place = share_at(number * RATE_HZ / 2048, MEL, RATE_HZ)
    rows = brightness(levels, seen=(place - 0.03, place + 0.01))[:, 50]
    assert abs(int(rows.argmax()) - 45) <= 2
    assert np.ptp(brightness(levels, seen=(place + 0.05, 1.0))) == 0


@pytest.mark.parametrize("num_columns", [100, 137, 200, 333, 1400])
def test_each_column_shows_in_one_or_two_pixels(num_columns):
    for column in (0, 1, num_columns // 3, num_columns - 1):
        levels = np.zeros((USUAL_GRID.num_bins, num_columns), np.uint8)
        levels[:, column] = 255
        lit = np.flatnonzero(brightness(levels)[90] > 240)
        assert 1 <= len(lit) <= 2
        assert abs(lit.mean() - (column + 0.5) * 100 / num_columns) <= 1


def test_wide_columns_blend():
    levels = np.zeros((USUAL_GRID.num_bins, 5), np.uint8)
    levels[:, 2] = 255
    row = brightness(levels, width=500)[90]
    assert abs(int(row.argmax()) - 250) <= 1
    assert (np.diff(row[150:249]) >= 0).all()
    assert (np.diff(row[251:350]) <= 0).all()
    assert np.diff(row).max() <= 4


def test_only_the_visible_part_is_drawn():
    levels = np.zeros((USUAL_GRID.num_bins, 1000), np.uint8)
    levels[:, 500:] = 255
    row = brightness(levels, SampleSpan(450 * 512, 550 * 512))[90]
    assert row[:49].max() < 40
    assert row[51:].min() > 240
    assert brightness(levels, SampleSpan(600 * 512, 600 * 512 + 64))[90].min() > 240


def test_floor_and_ceiling():
    levels = np.tile(np.arange(256, dtype=np.uint8), (USUAL_GRID.num_bins, 1))
    span = SampleSpan(0, 256 * 512)
    row = shade(LevelImage(levels, span, span), MEL, -80.0, -20.0, "viridis", 48_000, 256, 9)[4]
    red, green, blue = colour_map("viridis").astype(np.uint32).T
    palette = 0xFF000000 | red << 16 | green << 8 | blue
    db = np.arange(256) / 255 * 120 - 120
    assert (row[db <= -80] == palette[0]).all()
    assert (row[db >= -20] == palette[-1]).all()
    assert len(set(row[(db > -80) & (db < -20)].tolist())) > 100
    turned = shade(LevelImage(levels, span, span), MEL, -20.0, -80.0, "grey", 48_000, 256, 9)
    assert turned.shape == (9, 256)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (0, 10), (10, 0), (1401, 179)])
@pytest.mark.parametrize("num_columns", [1, 2, 77])
def test_odd_sizes(width, height, num_columns):
    levels = np.full((USUAL_GRID.num_bins, num_columns), 9, np.uint8)
    for visible in (SampleSpan(0, 64), SampleSpan(0, 512 * num_columns), SampleSpan(-9999, 99_999)):
        image = LevelImage(levels, SampleSpan(0, 512 * num_columns), visible)
        for scale in SCALES:
            pixels = shade(
                image, FrequencyScale(scale), -100.0, 0.0, "inferno", 16_000, width, height
            )
            assert pixels.shape == (height, width)
