import numpy as np
import pytest

from app.tiles.tile_grid import (
    HOP,
    TileKey,
    columns_of,
    has_shrunk,
    level_for,
    moved_edges,
    near_edges,
    overview_level,
    tiles_of,
    touched,
)
from cass_core.clips import SampleSpan

THREE_HOURS = 3 * 3600 * 48_000


@pytest.mark.parametrize("num_samples", [64, 1400 * 512, 1_000_000, 28_800_000, THREE_HOURS])
def test_a_level_has_one_to_two_columns_a_pixel(num_samples):
    level = level_for(SampleSpan(0, num_samples), 1400)
    a_pixel = num_samples / 1400 / (HOP << level)
    assert a_pixel < 2.01
    assert level == 0 or a_pixel >= 0.99


def test_an_overview_is_small_at_any_length():
    for length in (1, 48_000, THREE_HOURS, 100 * THREE_HOURS):
        level = overview_level(length)
        assert len(columns_of(SampleSpan(0, length), level)) <= 4096
        assert level == 0 or len(columns_of(SampleSpan(0, length), level - 1)) > 4096


def test_tiles_lie_side_by_side():
    spans = [TileKey("a", 3, index).span for index in range(3)]
    assert [span.start for span in spans[1:]] == [span.stop for span in spans[:-1]]
    assert tiles_of(SampleSpan(spans[1].start, spans[1].stop), 3) == range(1, 2)
    assert tiles_of(SampleSpan(spans[1].start - 1, spans[1].stop + 1), 3) == range(3)


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
    near = near_edges(frozenset({100 * HOP}), 0, range(90, 110))
    assert np.flatnonzero(near).tolist() == list(range(6, 14))
