"""A mixture comes back from a codec in time and changed, and its stems share the change."""

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.synthesis.sounds.codec_artefacts import (
    CODECS,
    artefacts_shared_out,
    coded,
    round_trip,
)
from cass_core.synthesis.sounds.film_effects import Codec


def music(num_samples=20_000, seed=0):
    """Tones and noise, (sample,)."""
    rng = np.random.default_rng(seed)
    times = np.arange(num_samples) / 16_000
    tones = sum(np.sin(2 * np.pi * f * times + f) for f in rng.uniform(100, 4_000, 8))
    return (0.05 * tones + 0.02 * rng.standard_normal(num_samples)).astype(np.float32)


def error_db(heard, sound):
    return 10 * np.log10(np.sum((heard - sound) ** 2) / np.sum(sound**2))


@pytest.mark.parametrize("name", CODECS)
def test_the_delay_is_taken_out_to_the_sample(name):
    sound = music()
    heard = round_trip(sound, Codec(name, 64_000))
    assert heard.shape == sound.shape
    shifts = {lag: error_db(np.roll(heard, lag)[500:-500], sound[500:-500]) for lag in (-1, 0, 1)}
    assert min(shifts, key=shifts.get) == 0
    assert shifts[0] < -8


@pytest.mark.parametrize("name", ["aac", "ac3", "mp3"])
def test_fewer_bits_change_more(name):
    sound = music()
    few, many = (round_trip(sound, Codec(name, rate)) for rate in (24_000, 96_000))
    assert -30 < error_db(few, sound) < -3
    assert error_db(many, sound) < error_db(few, sound) - 3


def test_the_coded_stems_are_the_coded_mixture():
    stems = np.stack([music(seed=seed) for seed in range(3)])
    stems[1] *= 0.1
    mixture = stems.sum(axis=0)
    heard = coded(stems, Codec("ac3", 32_000))
    peak = np.abs(mixture).max()
    expected = round_trip(mixture * np.float32(0.7 / peak), Codec("ac3", 32_000)) * peak / 0.7
    np.testing.assert_allclose(heard.sum(axis=0), expected, atol=1e-5)
    # the error goes where the power is, so the loud stems carry most of it
    assert np.std(heard[1] - stems[1]) < 0.5 * np.std(heard[0] - stems[0])


def test_a_stem_alone_is_what_the_codec_made_of_it():
    stems = np.zeros((3, 20_000), np.float32)
    stems[0] = music()
    heard = coded(stems, Codec("aac", 32_000))
    assert np.abs(heard[1:]).max() < 1e-3 * np.abs(heard[0]).max()
    assert -30 < error_db(heard[0], stems[0]) < -3


def test_shares_add_up_where_nothing_sounds():
    error = music()
    parts = artefacts_shared_out(error, np.zeros((3, len(error)), np.float32))
    np.testing.assert_allclose(parts.sum(axis=0), error, atol=1e-6)


def test_silence_stays_silence():
    assert not coded(np.zeros((3, 5_000), np.float32), Codec("mp3", 32_000)).any()


def test_an_unknown_codec_is_said():
    with pytest.raises(MediaError, match="codec wax"):
        round_trip(music(), Codec("wax", 32_000))
