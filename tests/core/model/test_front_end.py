"""What the network sees has unit variance, and comes back as it was."""

import pytest
import torch

from cass_core.config import SpectrogramConfig
from cass_core.model.front_end import FrontEnd


@pytest.fixture
def spectrogram():
    generator = torch.Generator().manual_seed(1)
    sound = torch.randn(4, 256, 64, dtype=torch.complex64, generator=generator)
    return sound * torch.tensor([1e-3, 0.1, 1.0, 40.0]).reshape(4, 1, 1)


def test_mixtures_have_unit_variance_at_any_level(spectrogram):
    front = FrontEnd.of(SpectrogramConfig())
    seen = front.encode(spectrogram.unsqueeze(1), front.level(spectrogram))
    assert seen.shape == (4, 2, 256, 64)
    torch.testing.assert_close(seen.square().mean(dim=(1, 2, 3)), torch.ones(4))


@pytest.mark.parametrize("config", [SpectrogramConfig(), SpectrogramConfig(factor=0.33)])
def test_encoding_is_undone(config, spectrogram):
    front = FrontEnd.of(config)
    stems = torch.stack([spectrogram, 0.1 * spectrogram, 1j * spectrogram], dim=1)
    level = front.level(spectrogram)
    torch.testing.assert_close(
        front.decode(front.encode(stems, level), level), stems, rtol=1e-4, atol=1e-6
    )


def test_the_level_is_taken_out(spectrogram):
    front = FrontEnd.of(SpectrogramConfig())
    one = front.encode(spectrogram.unsqueeze(1), front.level(spectrogram))
    other = front.encode(10 * spectrogram.unsqueeze(1), front.level(10 * spectrogram))
    torch.testing.assert_close(one, other)
    torch.testing.assert_close(front.level(10 * spectrogram), 10 * front.level(spectrogram))


def test_the_papers_factor_leaves_the_level_in(spectrogram):
    front = FrontEnd.of(SpectrogramConfig(factor=0.33))
    assert torch.equal(front.level(spectrogram), torch.ones(4))
    seen = front.encode(spectrogram.unsqueeze(1), front.level(spectrogram))
    magnitude = seen.unflatten(1, (1, 2)).norm(dim=2)[:, 0]
    torch.testing.assert_close(magnitude, 0.33 * spectrogram.abs().sqrt())


def test_silence_is_not_blown_up():
    front = FrontEnd.of(SpectrogramConfig())
    silence = torch.zeros(1, 256, 64, dtype=torch.complex64)
    level = front.level(silence)
    assert level.item() > 0
    assert not front.encode(silence.unsqueeze(1), level).any()
    assert not front.decode(torch.zeros(1, 6, 256, 64), level).any()
