"""Digital silence: no ghosts that only cancel."""

import numpy as np

from cass_core.clips import AudioClip, SampleSpan
from cass_core.media.sound.array_source import ArraySource
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.separation.silence import silent_samples
from tests.helpers.media.movies import noise
from tests.helpers.separation.separation_fakes import CPU, TINY, tiny_network

RATE_HZ = 48_000


def separated(samples):
    layout = "mono" if len(samples) == 1 else "stereo"
    source = ArraySource(AudioClip(samples.astype(np.float32), RATE_HZ, layout))
    chunks = Separator(tiny_network(), TINY, CPU).stream(
        SeparatorInput(source), SeparationSettings(steps=1)
    )
    return np.concatenate([chunk.stems for chunk in chunks], axis=2)


def test_a_run_of_zeros_is_silent_and_a_passage_through_zero_is_not():
    sound = np.ones((2, 5000), np.float32)
    sound[1, :200] = 0  # shorter, whatever is before it
    sound[0, 1000:1240] = 0  # 5 ms
    sound[0, 2000:2239] = 0  # a sample less
    sound[1, 1001::2] = 0  # every other one
    source = ArraySource(AudioClip(sound, RATE_HZ, "stereo"))
    silent = silent_samples(source, SampleSpan(0, 5000))
    assert np.flatnonzero(silent[0]).tolist() == list(range(1000, 1240))
    assert not silent[1].any()
    assert silent_samples(source, SampleSpan(1500, 5000)) is None


def test_where_a_span_begins_makes_no_difference():
    sound = noise(0.5)
    sound[:, 6000:7000] = 0
    sound[0, 9000:9300] = 0
    source = ArraySource(AudioClip(sound, RATE_HZ, "stereo"))
    together = silent_samples(source, SampleSpan(0, 24_000))
    for start, stop in [(0, 6100), (6100, 6900), (6999, 9100), (9299, 24_000)]:
        apart = silent_samples(source, SampleSpan(start, stop))
        np.testing.assert_array_equal(apart, together[:, start:stop])


def test_stems_are_silent_where_the_mixture_is():
    sound = noise(2.0)
    sound[:, 30_000:50_000] = 0
    sound[1, 70_000:80_000] = 0
    stems = separated(sound)
    assert not stems[:, :, 30_000:50_000].any()
    assert not stems[:, 1, 70_000:80_000].any()
    assert stems[:, 0, 70_000:80_000].any()
    assert np.abs(stems.sum(axis=0) - sound).max() < 1e-6
