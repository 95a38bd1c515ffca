"""A resampled span is that span of the whole, and sounds stay where they are."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.dsp.aligned_resample import RateChange

PAIRS = [(48_000, 16_000), (44_100, 16_000), (16_000, 44_100), (48_000, 44_100), (16_000, 16_000)]


def tone(places, rate_hz):
    """A function of time that any of the rates can hold, one row a frequency."""
    times = np.asarray(places) / rate_hz
    return np.stack([np.sin(2 * np.pi * hz * times) for hz in (440.0, 3_000.0)]).astype(np.float32)


def at(change, start, stop):
    span = SampleSpan(start, stop)
    needed = change.needed(span)
    given = tone(np.arange(needed.start, needed.stop), change.from_hz)
    return change.resampled(given, span)


@pytest.mark.parametrize(("from_hz", "to_hz"), PAIRS)
def test_samples_are_the_function_at_their_time(from_hz, to_hz):
    result = at(RateChange(from_hz, to_hz), 1_234, 9_876)
    assert np.abs(result - tone(np.arange(1_234, 9_876), to_hz)).max() < 1e-4


@pytest.mark.parametrize(("from_hz", "to_hz"), PAIRS)
def test_a_span_is_that_span_of_the_whole(from_hz, to_hz):
    change = RateChange(from_hz, to_hz)
    whole = at(change, 0, 12_000)
    for start, stop in ((0, 500), (1_001, 1_002), (777, 11_111)):
        np.testing.assert_allclose(at(change, start, stop), whole[:, start:stop], atol=2e-6)


@pytest.mark.parametrize(("from_hz", "to_hz"), PAIRS)
def test_periods_are_where_both_clocks_tick(from_hz, to_hz):
    change = RateChange(from_hz, to_hz)
    assert change.from_period * to_hz == change.to_period * from_hz
    assert change.needed(SampleSpan(17, 4_000)).start % change.from_period == 0
    covered = change.num_samples(1_000) / to_hz - 1_000 / from_hz
    assert 0 <= covered < 1 / to_hz


@pytest.mark.parametrize("start", [0, 7, 6_001])
def test_an_excerpt_lies_where_it_was(start):
    change = RateChange(16_000, 44_100)
    places = np.arange(start, start + 4_000)
    given = (tone(places, 16_000) * np.hanning(4_000)).astype(np.float32)
    result, first = change.resampled_excerpt(given, start)
    times = (np.arange(result.shape[1]) + first) / 44_100
    inside = (times >= start / 16_000) & (times <= (start + 3_999) / 16_000)
    window = 0.5 - 0.5 * np.cos(2 * np.pi * (times * 16_000 - start) / 3_999)
    wanted = tone(np.arange(result.shape[1]) + first, 44_100) * window
    assert np.abs(result - wanted)[:, inside].max() < 1e-3
