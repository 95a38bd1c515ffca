import numpy as np
import pytest

from app.tiles.waveform_peaks import CHUNK, WaveformPeaks, block_peaks, sample_peaks
from cass_core.clips import SampleSpan
from tests.helpers.window.drawn_sounds import source_of


def known_peaks(samples):
    source = source_of(samples)
    peaks = WaveformPeaks(source.num_samples)
    for chunk in range(peaks.num_chunks):
        peaks.put_chunk(chunk, block_peaks(source.read(peaks.chunk_span(chunk))))
    return peaks


@pytest.fixture(scope="module")
def sound():
    rng = np.random.default_rng(1)
    return rng.uniform(-0.5, 0.5, (2, 700_001)).astype(np.float32)


VIEWS = [(0, 700_001, 100), (0, 700_001, 1400), (1000, 300_000, 777), (-5000, 720_000, 60)]


@pytest.mark.parametrize(("start", "stop", "width"), VIEWS)
def test_no_sample_is_missed_and_none_is_invented(sound, start, stop, width):
    visible = SampleSpan(start, stop)
    low, high = known_peaks(sound).read(visible, width)
    padded = source_of(sound).read(visible)
    edges = np.linspace(0, padded.shape[1], width + 1)
    for pixel in range(0, width, 7):
        here = padded[:, int(edges[pixel]) : int(edges[pixel + 1])]
        wide = padded[:, max(int(edges[pixel] - (stop - start) / width - 256), 0) :
                      int(edges[pixel + 1] + (stop - start) / width + 256)]  # fmt: skip
        assert low[pixel] <= here[:, 256:-256].min(initial=1) + 1e-3
        assert high[pixel] >= here[:, 256:-256].max(initial=-1) - 1e-3
        assert wide.min() - 1e-3 <= low[pixel]
        assert high[pixel] <= wide.max() + 1e-3


def test_a_click_is_seen_at_every_zoom():
    samples = np.zeros((1, 3_000_000), np.float32)
    samples[0, 1_234_567] = -0.75
    peaks = known_peaks(samples)
    for length in (300_000, 1_000_000, 2_400_000, 3_000_000):
        start = max(1_234_567 - length // 2, 0)
        low, high = peaks.read(SampleSpan(start, start + length), 500)
        assert low.min() == pytest.approx(-0.75, abs=1e-3)
        pixel = (1_234_567 - start) * 500 / length
        assert abs(int(low.argmin()) - pixel) <= 2
        assert not high.any()


def test_hot_and_broken_samples():
    samples = np.array([[1.5, -1.8, 9.0, np.nan, np.inf, -np.inf, 0.0]], np.float32)
    values = sample_peaks(samples) / 16384
    assert values[1, 0] == pytest.approx(1.5)
    assert values[0, 1] == pytest.approx(-1.8, abs=1e-3)
    assert values[1, 2] == pytest.approx(2.0, abs=1e-3)
    assert values[1, 3:].tolist() == [0.0, 1.0, -1.0, 0.0]


def test_unknown_parts_are_rough_or_blank(sound):
    peaks = WaveformPeaks(sound.shape[1])
    assert not peaks.read(SampleSpan(0, 700_001), 100).any()
    for probe in range(peaks.num_probes // 2):
        peaks.put_probe(probe, block_peaks(source_of(sound).read(peaks.probe_span(probe))))
    rough = peaks.read(SampleSpan(0, 700_001), 100)
    assert (rough[1, :48] > 0.4).all()
    assert not rough[:, 52:].any()


def test_lengthening_keeps_what_is_known(sound):
    peaks = known_peaks(sound)
    before = peaks.read(SampleSpan(0, 500_000), 200)
    for length in (900_000, 1_000_000, 60_000_000):
        peaks.lengthen(length)
    assert np.array_equal(peaks.read(SampleSpan(0, 500_000), 200), before)
    assert peaks.unknown_chunks((SampleSpan(0, 3 * CHUNK + 5),), SampleSpan(0, 10**8)) == [3]


def test_bytes_fit_only_their_own_length(sound):
    data = known_peaks(sound).to_bytes()
    again = WaveformPeaks(sound.shape[1])
    assert again.from_bytes(data)
    assert np.array_equal(again.read(SampleSpan(0, 700_001), 90),
                          known_peaks(sound).read(SampleSpan(0, 700_001), 90))  # fmt: skip
    for length, bad in ((700_000, data), (700_001, data[:-4]), (700_001, b"")):
        other = WaveformPeaks(length)
        assert not other.from_bytes(bad)
        assert not other.is_known.any()


def test_the_loudest_blocks(sound):
    samples = np.zeros((1, CHUNK), np.float32)
    samples[0, 70_000], samples[0, 120_000] = -0.9, 0.5
    peaks = known_peaks(samples)
    (places,) = peaks.loudest([65_536], 65_536, 2)
    assert abs(places[0] - 70_000) <= 128
    assert abs(places[1] - 120_000) <= 128
    beyond = peaks.loudest([10 * CHUNK], 65_536, 2)
    assert beyond.shape == (1, 2)


def test_three_hours_take_little_memory():
    peaks = WaveformPeaks(3 * 3600 * 48_000)
    assert sum(level.nbytes for level in peaks._levels) < 12 << 20
