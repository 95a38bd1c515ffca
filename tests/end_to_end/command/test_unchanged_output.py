"""The shipped model gives the sound that it always gave: a rewrite must not change a stem.

`unchanged_output.npz` keeps every 47th sample of the stems, as 16-bit integers, since processors
and libraries differ in the last bits. Only where the sound is meant to change, make it anew:
`np.savez_compressed(REFERENCE, steps_1=kept(folder_1), steps_2=kept(folder_2))`.
"""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from cass_core.stems.manifest_file import load_manifest
from tests.helpers.command_line import call_cass, null_steps, samples_of
from tests.helpers.media.movies import Sound, write_movie

pytestmark = pytest.mark.media

REFERENCE = Path(__file__).with_name("unchanged_output.npz")
STRIDE = 47
# the reference was made in float32: one step of it, -90 dBFS, where other kernels differ by -140;
# processors that multiply bfloat16 in hardware differ by -60 dBFS
TOLERANCE = {"float32": 2.0**-15, "bfloat16": 2.0**-9}
RATE_HZ, DURATION_S = 48_000, 3
STEMS = ("DX", "FX", "MX")


def voice(time):
    """Harmonics of a gliding pitch in syllables."""
    phase = 2 * np.pi * 140 * time + 4 * np.sin(2 * np.pi * 1.5 * time)
    harmonics = sum(np.sin(k * phase) / k for k in range(1, 20))
    return 0.12 * harmonics * np.clip(np.sin(2 * np.pi * time), 0, 1)


def hits(time):
    """Bursts of noise that die away, between the syllables."""
    sound = np.random.default_rng(5).uniform(-1, 1, len(time))
    return 0.6 * sound * np.exp(-20 * np.mod(time + 0.7, 1))


def chord(time):
    """Three steady tones."""
    return sum(0.04 * np.sin(2 * np.pi * pitch_hz * time) for pitch_hz in (220, 277.2, 329.6))


def write_programme(path):
    """A stereo movie without a picture; its sound decodes to the same samples everywhere."""
    time = np.arange(RATE_HZ * DURATION_S) / RATE_HZ
    parts = np.stack([voice(time), hits(time), chord(time)])
    places = np.array([[0.7, 0.9, 0.3], [0.7, 0.2, 0.8]])  # (channel, part)
    samples = (places @ parts).astype(np.float32)
    return write_movie(path, None, [Sound(samples, RATE_HZ, codec="pcm_s24le")])


def separated(movie, out, steps):
    """The folder of a run by the shipped model, without the user's own models and caches."""
    fixed = ("--no-picture", "--device", "cpu", "--seed", 0)
    own = {name: str(out / name.lower()) for name in ("CASS_DATA", "CASS_CACHE")}
    done = call_cass("separate", movie, "-o", out, "--steps", steps, *fixed, **own)
    assert done.code == 0, done.err
    return out


def float_stems(out):
    """(stem, sample, channel) of the working stems."""
    paths = [out / "scene.mov.stems" / f"{stem}.wav" for stem in STEMS]
    return np.stack([soundfile.read(path, dtype="float32")[0] for path in paths])


def kept(out):
    """What the reference keeps of a run."""
    return np.rint(float_stems(out)[:, ::STRIDE] * 2**15).astype(np.int16)


@pytest.fixture(scope="module")
def movie(tmp_path_factory):
    return write_programme(tmp_path_factory.mktemp("programme") / "scene.mov")


@pytest.fixture(scope="module")
def runs(movie):
    """A folder for each number of steps."""
    return {steps: separated(movie, movie.parent / f"steps {steps}", steps) for steps in (1, 2)}


@pytest.mark.parametrize("steps", [1, 2])
def test_stems_are_what_they_were(runs, steps):
    with np.load(REFERENCE) as reference:
        expected = reference[f"steps_{steps}"] / 2**15
    found = float_stems(runs[steps])[:, ::STRIDE]
    assert found.shape == expected.shape
    error = np.abs(found - expected).max(axis=(1, 2))
    manifest = load_manifest(runs[steps] / "scene.mov.stems")
    number_format = manifest.identity.settings["number_format"]
    assert error.max() < TOLERANCE[number_format], dict(zip(STEMS, error, strict=True))


@pytest.mark.parametrize("steps", [1, 2])
def test_delivered_files_null_exactly(runs, steps):
    assert null_steps(runs[steps], "scene") == 0


def test_the_same_again_bit_for_bit(movie, runs):
    again = separated(movie, movie.parent / "again", 1)
    np.testing.assert_array_equal(float_stems(again), float_stems(runs[1]))
    for path in sorted(runs[1].glob("scene_*.wav")):
        np.testing.assert_array_equal(samples_of(again / path.name), samples_of(path))


def test_the_reference_is_no_silence_and_tells_steps_apart():
    with np.load(REFERENCE) as reference:
        one, two = (reference[f"steps_{steps}"] / 2**15 for steps in (1, 2))
    assert np.abs(one).max(axis=(1, 2)).min() > 10 * max(TOLERANCE.values())
    assert np.abs(one - two).max(axis=(1, 2)).min() > 3 * max(TOLERANCE.values())
