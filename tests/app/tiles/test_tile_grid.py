import numpy as np
import pytest

from app.project.seen.spectrogram_look import TRANSFORM_LENGTHS
from app.tiles.tile_grid import USUAL_GRID as GRID
from app.tiles.tile_grid import TileGrid, TileKey, has_shrunk, moved_edges, touched
from cass_core.clips import SampleSpan

HOP = GRID.column_samples(0)
THREE_HOURS = 3 * 3600 * 48_000


@pytest.mark.parametrize("num_samples", [64, 1400 * 512, 1_000_000, 28_800_000, THREE_HOURS])
def test_a_level_has_one_to_two_columns_a_pixel(num_samples):
    level = GRID.level_for(SampleSpan(0, num_samples), 1400)
    a_pixel = num_samples / 1400 / (HOP << level)
    assert a_pixel < 2.01
    assert level == 0 or a_pixel >= 0.99


@pytest.mark.parametrize("n_fft", TRANSFORM_LENGTHS)
@pytest.mark.parametrize("num_samples", [20_000, 1_000_000, THREE_HOURS])
def test_no_length_of_spectra_takes_more_memory(n_fft, num_samples):
    def seen_bytes(grid):
        level = grid.level_for(SampleSpan(0, num_samples), 1400)
        return len(grid.columns_of(SampleSpan(0, num_samples), level)) * grid.num_bins

    grid, length = TileGrid(n_fft), 10 * THREE_HOURS
    assert grid.num_bins * grid.tile_columns <= 1.001 * GRID.num_bins * GRID.tile_columns
    assert seen_bytes(grid) <= 1.01 * max(seen_bytes(GRID), 2 * 1400 * 1025) + grid.num_bins
    overview = grid.columns_of(SampleSpan(0, length), grid.overview_level(length))
    assert len(overview) * grid.num_bins <= 4096 * 1025


def test_an_overview_is_small_at_any_length():
    for length in (1, 48_000, THREE_HOURS, 100 * THREE_HOURS):
        level = GRID.overview_level(length)
        assert len(GRID.columns_of(SampleSpan(0, length), level)) <= 4096
        assert level == 0 or len(GRID.columns_of(SampleSpan(0, length), level - 1)) > 4096


def test_tiles_lie_side_by_side():
    spans = [TileKey("a", GRID, 3, index).span for index in range(3)]
    assert [span.start for span in spans[1:]] == [span.stop for span in spans[:-1]]
    assert GRID.tiles_of(SampleSpan(spans[1].start, spans[1].stop), 3) == range(1, 2)
    assert GRID.tiles_of(SampleSpan(spans[1].start - 1, spans[1].stop + 1), 3) == range(3)


def test_touched_cells():
    spans = [SampleSpan(100, 250), SampleSpan(400, 400), SampleSpan(899, 5000)]
    assert np.flatnonzero(touched(spans, 100, range(10))).tolist() == [1, 2, 8, 9]
    assert np.flatnonzero(touched(spans, 100, range(2, 9))).tolist() == [0, 6]
    assert not touched([SampleSpan(0, -50)], 100, range(3)).any()


def test_edges_that_moved():
    before = (SampleSpan(0, 100),)
    assert moved_edges(before, (SampleSpan(0, 150),)) == {100, 150}
    assert moved_edges(before, before) == set()
    assert moved_edges(before, (SampleSpan(0, 100), SampleSpan(200, 300))) == {200, 300}
    assert not has_shrunk(before, (SampleSpan(0, 150),))
    assert has_shrunk(before, (SampleSpan(0, 90),))
    assert has_shrunk(before, ())


def test_columns_whose_spectra_reach_over_an_edge():
    near = GRID.near_edges(frozenset({100 * HOP}), 0, range(90, 110))
    assert np.flatnonzero(near).tolist() == list(range(6, 14))
