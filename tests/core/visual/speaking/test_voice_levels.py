import numpy as np
import pytest

from cass_core.clips import AudioClip
from cass_core.media.sound.array_source import ArraySource
from cass_core.relayed import result_of
from cass_core.visual.speaking.voice_levels import CONSONANTS, VOICE, voice_levels


def levels(samples, rate_hz=48_000, layout="mono", start_s=0.0, rows=25):
    clip = AudioClip(np.atleast_2d(samples).astype(np.float32), rate_hz, layout)
    return result_of(voice_levels(ArraySource(clip), start_s, rows))


def tone(hz, rate_hz=48_000, seconds=1.0):
    return 0.5 * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
def test_effective_values_of_two_bands(rate_hz):
    for hz, heard in ((1_000, [1, 0]), (3_000, [1, 1]), (6_000, [0, 1]), (60, [0, 0])):
        found = levels(tone(hz, rate_hz), rate_hz)[:, 5:20] / (0.5 / np.sqrt(2))
        np.testing.assert_allclose(found.mean(axis=1), heard, atol=0.02)


def test_rows_are_on_the_clock_of_the_sound():
    click = np.zeros(48_000)
    click[24_000 : 24_000 + 960] = tone(1_000)[:960]
    for start_s, row in ((0.0, 12), (-0.4, 22), (0.2, 7)):
        assert abs(int(levels(click, start_s=start_s)[VOICE].argmax()) - row) <= 1
    assert levels(click, start_s=3.0).max() == 0


def test_opposite_channels_do_not_cancel():
    both = np.stack([tone(1_000), -tone(1_000)])
    assert levels(both, layout="stereo")[VOICE, 10] > 0.3


def test_the_centre_alone_is_heard_where_it_sounds():
    surround = np.zeros((6, 48_000))
    surround[0] = tone(6_000)
    assert levels(surround, layout="5.1")[CONSONANTS, 10] > 0.3
    surround[2], surround[3] = tone(1_000), tone(3_000)
    found = levels(surround, layout="5.1")[:, 10]
    assert found[VOICE] > 0.3
    assert found[CONSONANTS] < 1e-3
