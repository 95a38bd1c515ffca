"""Windows cover the axis, and what they join is what was cut."""

import pytest
import torch

from cass_core.dsp.window_grid import WindowGrid, window_weights

GRIDS = [
    WindowGrid(8, 6, 47, -2),
    WindowGrid(12, 3, 100),
    WindowGrid(16, 16, 50),
    WindowGrid(9, 5, 4),
]


@pytest.mark.parametrize("grid", GRIDS)
def test_windows_cover_the_axis_and_none_is_spare(grid):
    covered = {place for k in range(grid.num_windows) for place in _places(grid, k)}
    assert covered >= set(range(grid.first, grid.first + grid.length))
    before_last = grid.start(grid.num_windows - 2) + grid.window
    assert grid.num_windows == 1 or before_last < grid.first + grid.length


@pytest.mark.parametrize("grid", GRIDS)
def test_windows_over_a_range_are_those_that_touch_it(grid):
    for start in range(grid.first, grid.first + grid.length, 5):
        wanted = set(range(start, start + 7))
        touching = [k for k in range(grid.num_windows) if wanted & set(_places(grid, k))]
        assert list(grid.over(range(start, start + 7))) == touching


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("weighting", ["linear", "hann", "triangle"])
def test_cross_fades_sum_to_one(grid, weighting):
    """Cuts of a signal, joined, are the signal, for any range and whatever the weights are."""
    signal = torch.randn(2, grid.first + 3 * grid.length + 64, generator=torch.manual_seed(0))
    weights = window_weights(weighting, grid.window, grid.hop)
    at = 10  # index of place 0

    def cut(number):
        return signal[:, at + grid.start(number) : at + grid.start(number) + grid.window]

    for places in (range(0, grid.length - 2), range(1, min(9, grid.length))):
        joined = grid.join(places, cut, weights)
        torch.testing.assert_close(joined, signal[:, at + places.start : at + places.stop])


@pytest.mark.parametrize("length", [64, 256, 512])
def test_linear_fades_of_neighbours_add_to_one(length):
    hop = length - length // 4
    fade = window_weights("linear", length, hop)
    assert fade.min() > 0
    torch.testing.assert_close(fade[hop:] + fade[: length - hop], torch.ones(length - hop))


def _places(grid, number):
    return range(grid.start(number), grid.start(number) + grid.window)
