"""The vector field of attention along time and bands."""

from itertools import pairwise

import pytest
import torch

from cass_core.model.band_split import BandSplit, band_edges

BINS, FRAMES = 32, 24


def small(**changes):
    torch.manual_seed(1)
    sizes = {
        "in_channels": 8, "out_channels": 9, "bins": BINS, "frames_per_token": 4, "bands": 9,
        "dim": 32, "blocks": 2, "head_dim": 16, "vision_blocks": (), "context_dim": 16,
    }  # fmt: skip
    return BandSplit(**(sizes | changes))


@pytest.mark.parametrize(("bins", "bands"), [(256, 40), (512, 40), (256, 1), (7, 7), (16, 4)])
def test_bands_fill_the_spectrum_and_grow(bins, bands):
    edges = band_edges(bins, bands)
    widths = [stop - start for start, stop in pairwise(edges)]
    assert (edges[0], edges[-1], len(widths)) == (0, bins, bands)
    assert widths[0] == min(widths) >= 1
    assert all(b >= a - 1 for a, b in pairwise(widths))  # but for rounding to whole bins


@torch.no_grad()
def test_fresh_weights_say_nothing():
    network = small()
    assert not network(torch.randn(2, 8, BINS, FRAMES), torch.rand(2), None).any()


def spread(network):
    """Weights that hide nothing behind zero initialisation."""
    for parameter in network.parameters():
        parameter.data += 0.1 * torch.randn_like(parameter)
    return network


@torch.no_grad()
@pytest.mark.parametrize("place", [(3, 5), (31, 23)])
def test_every_place_reaches_every_other_one(place):
    network, x, t = spread(small()), torch.randn(1, 8, BINS, FRAMES), torch.tensor([0.5])
    other = x.clone()
    other[..., place[0], place[1]] += 10
    changed = (network(x, t, None) - network(other, t, None)).abs().amax(dim=(0, 1)) > 0
    assert changed.all()


def test_it_learns_which_stem_sounds_where():
    """A low and a high sound in one mixture: masks of the two, from nothing, in some steps."""
    network = small(in_channels=1, out_channels=2)
    optimiser = torch.optim.Adam(network.parameters(), 3e-3)
    generator = torch.Generator().manual_seed(3)
    errors = []
    for _ in range(40):
        stems = torch.zeros(4, 2, BINS, FRAMES)
        stems[:, 0, :8] = torch.rand(4, 8, FRAMES, generator=generator)
        stems[:, 1, 8:] = torch.rand(4, BINS - 8, FRAMES, generator=generator)
        mixture = stems.sum(dim=1, keepdim=True)
        masks = network(mixture, torch.zeros(4), None).softmax(dim=1)
        error = (masks * mixture - stems).square().mean()
        optimiser.zero_grad()
        error.backward()
        optimiser.step()
        errors.append(float(error.detach()))
    assert errors[-1] < 0.05 * errors[0]
    assert all(p.grad is not None and p.grad.any() for p in network.parameters())
