"""The transform gives back its signal and its frames do not depend on the excerpt."""

import pytest
import torch

from cass_core.dsp.companding import compress, expand, from_channels, to_channels
from cass_core.dsp.stft import FrameGrid, analyse, synthesise

GRIDS = [FrameGrid(510, 128, 16_000), FrameGrid(1406, 353, 44_100), FrameGrid(64, 16, 16_000)]


@pytest.mark.parametrize("grid", GRIDS)
def test_round_trip(grid):
    samples = torch.randn(2, grid.num_samples(20))
    total, weight = synthesise(analyse(samples, grid), grid)
    inner = slice(grid.n_fft, -grid.n_fft)
    torch.testing.assert_close((total / weight)[:, inner], samples[:, inner], rtol=0, atol=2e-6)


def test_frames_of_two_excerpts_agree():
    grid, samples = FrameGrid(510, 128, 16_000), torch.randn(9000)
    whole = analyse(samples, grid)
    part = analyse(samples[5 * 128 : 5 * 128 + grid.num_samples(7)], grid)
    torch.testing.assert_close(whole[:, 5:12], part)


def test_a_tone_lies_in_its_bin():
    grid = FrameGrid(510, 128, 16_000)
    tone = torch.sin(2 * torch.pi * 40 / 510 * torch.arange(grid.num_samples(4)))
    assert analyse(tone, grid).abs().mean(dim=1).argmax() == 40


def test_compression_keeps_phase_and_is_undone():
    spectrogram = torch.randn(2, 3, 5, 7, dtype=torch.complex64)
    small = compress(spectrogram, 0.5)
    torch.testing.assert_close(small.abs(), spectrogram.abs().sqrt())
    torch.testing.assert_close(small.angle(), spectrogram.angle())
    torch.testing.assert_close(expand(small, 0.5), spectrogram, rtol=1e-4, atol=1e-5)


def test_channels_round_trip():
    spectrogram = torch.randn(2, 3, 5, 7, dtype=torch.complex64)
    channels = to_channels(spectrogram)
    assert channels.shape == (2, 6, 5, 7)
    assert torch.equal(channels[:, 2], spectrogram[:, 1].real)
    assert torch.equal(from_channels(channels), spectrogram)
