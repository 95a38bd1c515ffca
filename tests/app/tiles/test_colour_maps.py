import numpy as np
import pytest

from app.tiles.colour_maps import COLOUR_MAPS, colour_map

# CIE lightness, by a way that the colour maps themselves do not go


def lightness(colours):
    values = colours / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    luminance = linear @ [0.2126, 0.7152, 0.0722]
    small = luminance <= (6 / 29) ** 3
    return np.where(small, luminance * (29 / 3) ** 3, 116 * np.cbrt(luminance) - 16)


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_lightness_rises_evenly(name):
    rising = lightness(colour_map(name))
    assert rising[0] < 16
    assert rising[-1] > 88
    # eight bits a channel jitter by a little; over a few colours it always rises
    steps = rising[4:] - rising[:-4]
    assert steps.min() > 0
    assert steps.max() < 6 * np.median(steps)


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_no_jump_between_neighbours(name):
    colours = colour_map(name).astype(int)
    assert colours.shape == (256, 3)
    assert abs(np.diff(colours, axis=0)).max() <= 12


def test_maps_differ_and_an_unknown_name_is_the_first():
    assert len({colour_map(name).tobytes() for name in COLOUR_MAPS}) == len(COLOUR_MAPS)
    assert colour_map("no such map") is not None
    assert np.array_equal(colour_map("no such map"), colour_map(COLOUR_MAPS[0]))
    assert np.ptp(colour_map("grey").astype(int), axis=1).max() <= 1


def test_the_safe_map_shows_as_much_without_red_and_green():
    """Blue to yellow: red and green stay close together."""
    colours = colour_map("cividis").astype(int)
    assert abs(colours[:, 0] - colours[:, 1]).max() < 80
