import numpy as np
import pytest
import torch

from cass_core.metrics.taggers.log_mel import (
    PANNS_16K,
    PANNS_32K,
    PATCH_SAMPLES,
    log_mel_patches,
    panns_log_mel,
)


def tone(hz, seconds, rate_hz=16_000, peak=0.1):
    times = torch.arange(round(seconds * rate_hz)) / rate_hz
    return peak * torch.sin(2 * np.pi * hz * times)


def test_patches_are_whole_and_apart_by_the_hop():
    samples = tone(440, 3.0)
    assert log_mel_patches(samples).shape == (3, 96, 64)
    assert log_mel_patches(samples[: 2 * 15_360 + 240]).shape == (2, 96, 64)
    finer = log_mel_patches(samples, 48)
    assert torch.equal(finer[::2], log_mel_patches(samples))


def test_short_sound_becomes_one_patch():
    assert log_mel_patches(torch.zeros(10)).shape == (1, 96, 64)
    assert torch.allclose(log_mel_patches(torch.zeros(PATCH_SAMPLES)), torch.tensor(0.01).log())


@pytest.mark.parametrize("hz", [300.0, 1_000.0, 5_000.0])
def test_tone_lies_in_its_band(hz):
    mels = 1_127 * np.log1p(np.array([125.0, hz, 7_500.0]) / 700)
    band = (mels[1] - mels[0]) / (mels[2] - mels[0]) * 65 - 1
    loudest = log_mel_patches(tone(hz, 1.0)).mean(dim=(0, 1)).argmax()
    assert abs(float(loudest) - band) < 1.0


@pytest.mark.parametrize("front", [PANNS_16K, PANNS_32K])
def test_panns_frames_are_powers_in_db(front):
    quiet = panns_log_mel(tone(1_000, 1.0, front.rate_hz)[None], front)
    loud = panns_log_mel(tone(1_000, 1.0, front.rate_hz, peak=1.0)[None], front)
    assert quiet.shape == (1, front.rate_hz // front.hop + 1, 64)
    assert (loud.max() - quiet.max()) == pytest.approx(20.0, abs=1e-3)
    assert float(panns_log_mel(torch.zeros(1, 8_000), front).max()) == pytest.approx(-100.0)
