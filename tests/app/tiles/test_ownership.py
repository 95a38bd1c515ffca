"""Each cell has the colour of the sound that holds it."""

import numpy as np

from app.tiles.frequency_axis import FrequencyScale
from app.tiles.ownership import shade_owners
from app.tiles.spectra import LevelImage
from app.tiles.tile_grid import USUAL_GRID
from cass_core.clips import SampleSpan

RED, GREEN, BLUE = (200, 0, 0), (0, 200, 0), (0, 0, 200)


def drawn(*levels, width=40, height=60):
    span = SampleSpan(0, 20 * 512)
    images = [LevelImage(level, span, span) for level in levels]
    pixels = shade_owners(
        images, (RED, GREEN, BLUE), FrequencyScale("mel"), -80.0, 0.0, 48_000, width, height
    )
    assert pixels.shape == (height, width)
    assert pixels.flags.c_contiguous
    assert (pixels >> 24 == 255).all()
    return np.stack([pixels >> 16 & 255, pixels >> 8 & 255, pixels & 255]).astype(int)


def sound(level, columns):
    levels = np.zeros((USUAL_GRID.num_bins, 20), np.uint8)
    levels[:, columns] = level
    return levels


def test_the_louder_one_colours_a_cell_and_silence_is_black():
    red = sound(150, slice(0, 10))
    green = sound(130, slice(5, 15))  # 9 dB below
    picture = drawn(red, green, 0 * red)
    assert picture[0, 30, 4] > 50
    assert picture[1:, 30, 4].max() == 0
    assert picture[0, 30, 15] > 5 * picture[1, 30, 15] > 0
    assert picture[1, 30, 26] > 50
    assert picture[0, 30, 26] == 0
    assert picture[:, 30, 36].max() == 0


def test_equal_parts_blend_and_loud_ones_are_bright():
    quiet, loud = (drawn(*[sound(level, slice(0, 20))] * 3)[:, 30, 20] for level in (120, 250))
    assert np.ptp(quiet) <= 1
    assert loud.min() > quiet.max() > 0
    assert drawn(*[sound(9, slice(0, 20))] * 3, width=0, height=3).size == 0
