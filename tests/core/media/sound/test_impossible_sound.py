"""Rates and levels that no sound has are said before anything is spent on them."""

import struct

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, OutputError
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.stems.integer_stems import refuse_broken_sum
from tests.helpers.media.movies import Sound, noise, write_movie


@pytest.mark.parametrize("rate_hz", [1, 999, 1_000_001, 100_000_000])
def test_a_rate_that_no_sound_has(tmp_path, rate_hz):
    path = write_movie(tmp_path / "a.wav", None, [Sound(noise(0.1, channels=1), layout="mono")])
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.index(b"fmt ") + 12, rate_hz)
    path.write_bytes(content)
    with pytest.raises(MediaError, match=f"claims {rate_hz} samples a second, which no sound has"):
        open_track(path)


@pytest.mark.parametrize("rate_hz", [4000, 768_000])
def test_odd_rates_are_taken(tmp_path, rate_hz):
    soundfile.write(tmp_path / "a.wav", np.zeros(100), rate_hz)
    assert open_track(tmp_path / "a.wav").rate_hz == rate_hz


@pytest.mark.parametrize(
    ("level", "is_sound"), [(3e4, True), (9e5, True), (2e6, False), (3e38, False)]
)
def test_a_level_that_no_sound_has(tmp_path, level, is_sound):
    samples = np.full(1000, level, np.float32)
    soundfile.write(tmp_path / "a.wav", samples, 48_000, subtype="FLOAT")
    if is_sound:
        assert np.concatenate([*decode_audio(tmp_path / "a.wav")], axis=1).max() == np.float32(
            level
        )
        return
    with pytest.raises(MediaError, match="times full scale, which is no sound; lower its level"):
        list(decode_audio(tmp_path / "a.wav"))


@pytest.mark.parametrize("level", [1.0, 1e4, 1e6])
def test_the_sum_may_miss_by_the_rounding_of_its_level(level):
    mixture = (level * np.random.default_rng(0).uniform(-1, 1, (1, 1000))).astype(np.float32)
    dialogue, effects = np.float32(0.3) * mixture, np.float32(0.45) * mixture
    blocks = {"DX": dialogue, "FX": effects, "MX": mixture - dialogue - effects, "MIX": mixture}
    refuse_broken_sum(blocks, SampleSpan(0, 1000))
    blocks["DX"] = 1.001 * dialogue
    with pytest.raises(OutputError, match="do not sum to the mixture"):
        refuse_broken_sum(blocks, SampleSpan(0, 1000))
