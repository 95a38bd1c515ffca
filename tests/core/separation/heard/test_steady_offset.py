"""A steady offset is heard by no model and lies in one stem; sound without one keeps every bit."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.separation.heard.steady_offset import LevelledSource, SteadyOffset
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.separation_fakes import CPU, TINY, sound_source, tiny_network

RATE_HZ = 8_000


@pytest.fixture(scope="module")
def separator():
    return Separator(tiny_network(), TINY, CPU)


def sound(seconds=8.0, channels=1, seed=0):
    """Noise and a low tone that begins at its peak."""
    time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    rng = np.random.default_rng(seed)
    noise = 0.1 * rng.standard_normal((channels, len(time)))
    return noise + 0.2 * np.cos(2 * np.pi * 9 * time)


def levelled(samples):
    layout = "mono" if len(samples) == 1 else "stereo"
    source = LevelledSource(SteadyOffset(sound_source(samples, RATE_HZ, layout)))
    return source.read(SampleSpan(0, source.num_samples))


def stems_of(separator, samples, part=None):
    source = sound_source(samples, RATE_HZ, "mono" if len(samples) == 1 else "stereo")
    spans = separator.chunk_spans(source, part)
    steps = SeparationSettings(steps=1)
    chunks = separator.stream(SeparatorInput(source), steps, spans)
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


@pytest.mark.parametrize("seconds", [0.001, 0.1, 0.4, 1.0, 2.5, 8.0])
def test_sound_without_an_offset_is_untouched(seconds):
    samples = sound(seconds).astype(np.float32)
    if seconds >= 2.5:
        np.testing.assert_array_equal(levelled(samples), samples)
    assert np.abs(levelled(samples) - samples).max() < 0.3


@pytest.mark.parametrize("offsets", [(0.1, 0.1), (0.1, -0.05), (0.1, 0.0), (0.01, -0.3)])
def test_each_channel_loses_its_own(offsets):
    samples = sound(channels=2)
    found = levelled(samples + np.array(offsets)[:, None])
    assert np.abs(found - samples).max() < 0.02
    assert np.abs(found.mean(axis=1)).max() < 1e-3
    untouched = [row for row, offset in enumerate(offsets) if not offset]
    np.testing.assert_array_equal(found[untouched], samples[untouched].astype(np.float32))


@pytest.mark.parametrize("shape", ["begins", "drifts", "wanders"])
def test_it_may_begin_and_change(shape):
    samples = sound(20.0)
    time = np.arange(samples.shape[1]) / RATE_HZ
    offset = {"begins": 0.1 * (time > 9.7), "drifts": 0.2 - 0.01 * time,
              "wanders": 0.1 + 0.05 * np.sin(2 * np.pi * 0.1 * time)}[shape]  # fmt: skip
    rest = levelled(samples + offset) - samples
    settled = np.abs(time - 9.7) > 2 if shape == "begins" else time > 0
    assert np.abs(rest[:, settled]).max() < 0.03


def test_what_passes_soon_is_sound():
    samples = sound(12.0)
    samples[:, 40_000:50_000] += 0.2
    np.testing.assert_array_equal(levelled(samples), samples.astype(np.float32))


def test_it_lies_in_the_effects_alone(separator):
    samples = sound(6.0, channels=2)
    offset = np.array([[0.1], [-0.03]])
    plain, shifted = stems_of(separator, samples), stems_of(separator, samples + offset)
    added = (shifted - plain).mean(axis=2)
    np.testing.assert_allclose(added[1], offset[:, 0], atol=2e-3)
    np.testing.assert_allclose(added[[0, 2]], 0, atol=1e-3)
    mixture = (samples + offset).astype(np.float32)
    assert np.abs(shifted.sum(axis=0, dtype=np.float64) - mixture).max() < 1e-6


def test_a_part_has_the_samples_of_the_whole(separator):
    samples = sound(12.0) + 0.1
    part = SampleSpan(37_001, 60_003)
    whole = stems_of(separator, samples)[..., part.start : part.stop]
    np.testing.assert_allclose(stems_of(separator, samples, part), whole, atol=1e-6)


def test_silence_in_the_midst_stays_silent(separator):
    samples = sound(6.0) + 0.1
    samples[:, 20_000:24_000] = 0
    assert not stems_of(separator, samples)[..., 20_000:24_000].any()


def test_a_resumed_run_is_bit_identical(separator):
    """With an offset, and with a channel that is turned round in the middle."""
    samples = sound(12.0, channels=1).repeat(2, axis=0)
    samples[1, 5 * RATE_HZ : 9 * RATE_HZ] *= -1
    source = sound_source(samples + 0.1, RATE_HZ, "stereo")
    steps = SeparationSettings(steps=1, render="generated")
    spans = separator.chunk_spans(source)
    whole = [chunk.stems for chunk in separator.stream(SeparatorInput(source), steps)]
    for first in range(1, len(spans)):
        chunk = next(iter(separator.stream(SeparatorInput(source), steps, spans[first:])))
        np.testing.assert_array_equal(chunk.stems, whole[first])
