"""What the model hears lies where it lies in the programme, at every rate."""

import numpy as np
import pytest
import torch

from cass_core.dsp.stft import FrameGrid, analyse
from cass_core.separation.flow.model_band import ModelBand
from tests.helpers.separation.separation_fakes import noise_source, sound_source

GRID = FrameGrid(510, 128, 16_000)
RATES = [8_000, 11_025, 16_000, 22_050, 32_000, 44_056, 44_100, 48_000, 88_200, 96_000, 192_000]
BURSTS_S = (0.21, 0.8003, 1.37)


def bursts(rate_hz: int, seconds: float = 2.0):
    """Short tones at known times, written down as a function of time: no resampler was near."""
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    return sum(
        np.exp(-(((times - at) / 0.003) ** 2)) * np.sin(2 * np.pi * 2_500 * (times - at))
        for at in BURSTS_S
    )


def level_db(samples) -> float:
    return 10 * np.log10(np.mean(np.abs(np.asarray(samples)) ** 2) + 1e-20)


@pytest.mark.parametrize("rate_hz", RATES)
def test_sounds_stay_in_their_place(rate_hz):
    band = ModelBand(sound_source(bursts(rate_hz)[None], rate_hz), GRID)
    frames = band.frames(0, 240)
    samples = np.pad(bursts(16_000), (GRID.samples_before(), 0))
    expected = analyse(torch.from_numpy(samples[: GRID.num_samples(240)]), GRID)
    # a tenth of a sample would leave an error of -19 dB
    assert level_db(frames - expected) < level_db(expected) - 70


@pytest.mark.parametrize("rate_hz", RATES)
def test_an_excerpt_is_part_of_the_whole(rate_hz):
    band = ModelBand(noise_source(3.0, rate_hz), GRID)
    whole = band.frames(0, band.num_frames)
    for first, count in ((3, 7), (101, 64), (257, 31)):
        excerpt = band.frames(first, count)
        error = (excerpt - whole[:, first : first + count]).abs().max()
        assert error < 3e-5 * whole.abs().max()
        assert torch.equal(excerpt, band.frames(first, count))


@pytest.mark.parametrize("rate_hz", [16_000, 44_100])
def test_outside_the_programme_is_silence(rate_hz):
    band = ModelBand(noise_source(1.0, rate_hz), GRID)
    assert band.frames(-40, 10).abs().max() == 0
    assert band.frames(140, 10).abs().max() == 0


@pytest.mark.parametrize("rate_hz", RATES)
@pytest.mark.parametrize("seconds", [0.0002, 1.0, 1.2345])
def test_frames_reach_to_the_last_sample(rate_hz, seconds):
    source = noise_source(seconds, rate_hz)
    last_frame_s = (ModelBand(source, GRID).num_frames - 1) * GRID.hop / 16_000
    assert 0 <= last_frame_s - source.num_samples / rate_hz < 2 * GRID.hop / 16_000


def test_channels_are_mixed_down():
    tone = bursts(48_000)
    silent = np.zeros_like(tone)
    centre = ModelBand(
        sound_source(np.stack([silent, silent, tone, tone, silent, silent]), 48_000, "5.1"), GRID
    )
    mono = ModelBand(sound_source(tone[None], 48_000), GRID)
    gain = 1 / (3 + 2 * np.sqrt(0.5))  # front left, right, centre; two surrounds; no LFE
    torch.testing.assert_close(
        centre.frames(0, 200), gain * mono.frames(0, 200), rtol=1e-3, atol=1e-4
    )
