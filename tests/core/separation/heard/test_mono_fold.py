"""What the model hears of several channels: nothing cancels, usual sound is the plain downmix."""

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.separation.channel_layout import downmix_gains
from cass_core.separation.heard.mono_fold import MonoFold
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.separation_fakes import CPU, TINY, sound_source, tiny_network

RATE_HZ = 8_000


@pytest.fixture(scope="module")
def separator():
    return Separator(tiny_network(), TINY, CPU)


def noise(seconds=6.0, seed=0, level=0.1):
    return level * np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))


def folded(rows, layout="stereo"):
    """The whole programme as it is heard, and its plain downmix."""
    source = sound_source(np.stack(rows), RATE_HZ, layout)
    heard = MonoFold(source).read(SampleSpan(0, source.num_samples))
    plain = downmix_gains(layout, len(rows)) @ np.stack(rows).astype(np.float32)
    return heard, plain


def level_db(sound, of):
    return 10 * np.log10(np.mean(sound**2) / np.mean(of**2))


@pytest.mark.parametrize("factor", [-1.0, -0.9, -0.5])
def test_opposite_channels_are_heard_as_if_one_were_turned(factor):
    left = noise()
    heard, _ = folded([left, factor * left])
    np.testing.assert_allclose(heard, 0.5 * (left - factor * left), atol=1e-6)


@pytest.mark.parametrize(
    "rows",
    [
        lambda: [noise(), noise(seed=1)],
        lambda: [noise(), 0.9 * noise()],
        lambda: [noise(), -0.2 * noise()],
        lambda: [noise(), 0 * noise()],
        lambda: [0 * noise(), 0 * noise()],
        # a voice in the middle of ambience that is wide to the utmost, twice as loud
        lambda: [noise() + 2 * noise(seed=1), noise() - 2 * noise(seed=1)],
        lambda: [noise(0.1), -noise(0.1)],  # too short to tell
    ],
)
def test_usual_sound_is_the_plain_downmix_bit_for_bit(rows):
    heard, plain = folded(rows())
    np.testing.assert_array_equal(heard, plain)


def test_a_turned_channel_is_known_beside_other_sound():
    """A voice that cancels, with music as loud in most of the programme."""
    voice = noise(40.0)
    first, second = noise(40.0, 1), noise(40.0, 2)
    for music in (first, second):
        music[: 15 * RATE_HZ] *= 0.1
    heard, _ = folded([voice + first, second - voice])
    middle = slice(20 * RATE_HZ, 22 * RATE_HZ)
    assert np.corrcoef(heard[middle], voice[middle])[0, 1] > 0.75


def test_only_a_passage_may_be_turned():
    voice = noise(20.0)
    sides = np.ones_like(voice)
    sides[8 * RATE_HZ : 12 * RATE_HZ] = -1
    heard, plain = folded([voice, sides * voice])
    for start in range(0, 20 * RATE_HZ, RATE_HZ // 4):
        part = slice(start, start + RATE_HZ // 4)
        is_change = start // RATE_HZ in (7, 8, 11, 12)
        assert level_db(heard[part], voice[part]) > (-8 if is_change else -0.1)
    np.testing.assert_array_equal(heard[: 5 * RATE_HZ], plain[: 5 * RATE_HZ])


def test_surrounds_and_unlabelled_tracks_are_turned_and_the_lfe_is_not_heard():
    front, back, low = noise(), noise(seed=1), noise(seed=2)
    nothing = 0 * front
    heard, _ = folded([front, nothing, nothing, low, back, -back], "5.1")
    gains = downmix_gains("5.1", 6)
    np.testing.assert_allclose(heard, gains[0] * front + 2 * gains[4] * back, atol=1e-6)
    heard, _ = folded([nothing, front, nothing, -front], "4 channels")
    np.testing.assert_allclose(heard, 0.5 * front, atol=1e-6)


def test_where_a_span_begins_makes_no_difference():
    voice = noise(12.0)
    voice[: 4 * RATE_HZ] *= 1e-3
    source = sound_source(np.stack([voice, np.sign(noise(12.0, 3)) * voice]), RATE_HZ, "stereo")
    whole = MonoFold(source).read(SampleSpan(0, source.num_samples))
    for start, stop in [(0, 1), (5, 40_000), (39_999, 70_001), (90_000, 96_000)]:
        apart = MonoFold(source).read(SampleSpan(start, stop))
        np.testing.assert_array_equal(apart, whole[start:stop])


@pytest.mark.parametrize("render", ["faithful", "generated"])
def test_stems_of_opposite_channels_are_those_of_equal_ones(separator, render):
    left = noise(4.0)
    settings = SeparationSettings(steps=1, render=render)

    def stems_of(right):
        source = sound_source(np.stack([left, right]), RATE_HZ, "stereo")
        chunks = separator.stream(SeparatorInput(source), settings)
        return np.concatenate([chunk.stems for chunk in chunks], axis=-1)

    equal, opposite = stems_of(left), stems_of(-left)
    np.testing.assert_allclose(opposite[:, 0], equal[:, 0], atol=1e-5)
    np.testing.assert_allclose(opposite[:, 1], -equal[:, 1], atol=1e-5)
    total = opposite.sum(axis=0, dtype=np.float64)
    assert np.abs(total - np.stack([left, -left]).astype(np.float32)).max() < 1e-6
