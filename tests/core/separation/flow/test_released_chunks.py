"""The released script's way, against a plain one that is written down here from its description."""

from dataclasses import replace

import pytest
import torch

from cass_core.config import SpectrogramConfig
from cass_core.model.released.front_ends import front_end
from cass_core.network_sizes import AttentionUNetConfig
from cass_core.separation.flow.released_chunks import (
    chunk_samples,
    chunk_starts,
    seeded_noise,
    separate_as_released,
)
from tests.helpers.separation.released_checkpoints import released_config, released_network

TINY = AttentionUNetConfig(
    widths=(8, 8, 8, 16), blocks=1, attention_levels=(3,), head_dim=8, groups=4
)
CONFIG = released_config(attention=TINY)
SIZE, HOP = 130_816, 130_560


def reference(network, mixture, points, noises, rows):
    """Chunks of 511 hops; the spectrogram is a root, times 0.15, divided, limited; Euler from 1."""
    window = torch.hann_window(510)
    scale = torch.tensor(rows)[:, :, None, None]  # (stem, re and im, 1, 1)
    length = len(mixture)
    starts, position = [], 0
    while position < length:
        starts.append(min(position, length - SIZE))
        position += HOP
    out, count = torch.zeros(3, length), torch.zeros(length)
    for start, noise in zip(starts, noises, strict=True):
        bins = torch.stft(mixture[start : start + SIZE], 510, 256, 510, window, return_complex=True)
        assert bins.shape == (256, 512)
        root = 0.15 * torch.polar(bins.abs().sqrt(), bins.angle())
        heard = torch.stack([root.real, root.imag]) / scale[3]
        condition = network.condition(heard.clamp(-1, 1)[None], None)
        x, times = noise, torch.linspace(1, 0, points)  # 1 is noise
        for now, after in zip(times[:-1], times[1:], strict=True):
            velocity = network(x[None], (1 - now).reshape(1), condition)[0]
            x = x + (now - after) * velocity
        parts = x.clamp(-1, 1).reshape(3, 2, 256, 512) * scale[:3] / 0.15
        magnitude = parts.square().sum(dim=1)
        angle = torch.atan2(parts[:, 1], parts[:, 0])
        stems = torch.polar(magnitude, angle)
        out[:, start : start + SIZE] += torch.istft(stems, 510, 256, 510, window, length=SIZE)
        count[start : start + SIZE] += 1
    return (out / count).clamp(-1, 1)


@torch.no_grad()
@pytest.mark.parametrize("name", ["released", "trained"])
def test_it_is_what_the_description_says(name):
    config = replace(CONFIG, spectrogram=front_end(name, takes_picture=False))
    network = released_network(config)
    generator = torch.Generator().manual_seed(4)
    mixture = 0.2 * torch.randn(SIZE + 2_000, generator=generator)
    rows = [(2.2, 1.3), (2.2, 1.6), (2.2, 1.6), (2.2, 1.3 if name == "released" else 1.6)]
    draw = seeded_noise(7, config)
    noises = [draw(number) for number in range(2)]
    wanted = reference(network, mixture, 3, noises, rows)
    found = separate_as_released(network, config, mixture, points=3, noise=noises.__getitem__)
    assert wanted.abs().max() > 0.01
    torch.testing.assert_close(found, wanted, rtol=1e-3, atol=5e-5)


def test_chunks_cover_a_sound_to_its_last_sample():
    assert chunk_samples(CONFIG) == SIZE
    assert chunk_starts(SIZE, CONFIG) == [0, 0]
    assert chunk_starts(HOP + SIZE, CONFIG) == [0, HOP, HOP]
    assert chunk_starts(2 * HOP, CONFIG) == [0, 2 * HOP - SIZE]
    assert chunk_starts(3 * HOP + 1, CONFIG) == [0, HOP, 2 * HOP - 255, 3 * HOP + 1 - SIZE]
    with pytest.raises(ValueError, match="too few"):
        separate_as_released(
            None, CONFIG, torch.zeros(SIZE - 1), points=2, noise=seeded_noise(0, CONFIG)
        )


@torch.no_grad()
@pytest.mark.parametrize("points", [2, 3, 128])
def test_a_steady_velocity_reaches_the_data_in_any_number_of_steps(points):
    config = replace(CONFIG, spectrogram=SpectrogramConfig(n_fft=510, hop=256, factor=0.15))
    start = seeded_noise(3, config)(0)

    class Steady:
        """The velocity of a straight way from that start to three times the mixture."""

        calls = 0

        def condition(self, mixture, picture):
            return mixture.repeat(1, 3, 1, 1)

        def __call__(self, x_t, t, condition):
            self.calls += 1
            return condition - start

    network, mixture = Steady(), 0.1 * torch.randn(SIZE)
    stems = separate_as_released(network, config, mixture, points=points, noise=lambda _: start)
    torch.testing.assert_close(stems, mixture.expand(3, -1), rtol=1e-3, atol=1e-4)
    assert network.calls == 2 * (points - 1)
