"""BandIt: the published bands and size, masks that overlap, and the two orders of what is read."""

from dataclasses import replace

import numpy as np
import torch

from cass_core.model.published.bands import Band, band_weights, musical_bands
from cass_core.model.published.builders import build_published
from tests.helpers.separation.published_checkpoints import (
    bandit_config,
    bandit_second_config,
    random_network,
)

FULL = {"bands": 64, "features": 128, "recurrent": 256, "layers": 16, "hidden": 512}


def test_bands_leave_no_bin_out_and_are_those_that_were_published():
    for rate_hz in (44_100, 48_000):
        bands = musical_bands(64, 2048, rate_hz)
        assert (len(bands), bands[0].first, bands[-1].stop) == (64, 0, 1025)
        covered = {n for band in bands for n in range(band.first, band.stop)}
        assert covered == set(range(1025))
        widths = np.array([band.width for band in bands])
        assert widths.min() >= 2
        assert widths[-1] > 100
    assert musical_bands(64, 2048, 44_100)[0] == Band(0, 3)


def test_weights_of_overlapping_bands_sum_to_one():
    bands = musical_bands(64, 2048, 44_100)
    total = torch.zeros(1025)
    for band, weights in zip(bands, band_weights(bands, 1025), strict=True):
        total[band.first : band.stop] += weights
    torch.testing.assert_close(total, torch.ones(1025))


def test_the_published_size_has_the_published_number_of_weights():
    config = bandit_config()
    network = build_published(replace(config, sizes=dict(config.sizes) | FULL))
    weights = sum(parameter.numel() for parameter in network.parameters())
    assert round(weights / 1e6, 1) == 37.0  # the repository's table for "Music 64"


def test_masks_of_one_give_the_sound():
    for config in (bandit_config(), bandit_second_config()):
        network = random_network(config)
        for masks in network.mask_estim.values():
            for mask in masks.norm_mlp:
                linear = mask.output[0]
                linear.weight.data.zero_()
                # a gate that is open, before it one for real and zero for imaginary parts
                ones = torch.tensor([1.0, 0.0]).repeat(linear.out_features // 4)
                linear.bias.data = torch.cat([ones, torch.full_like(ones, 50.0)])
        sound = torch.randn(1, 2, 30_000)
        with torch.no_grad():
            stems = network(sound)
        torch.testing.assert_close(stems, sound[:, None].expand(stems.shape), atol=1e-4, rtol=0)


def test_both_versions_read_a_band_in_their_own_order():
    first = random_network(bandit_config())
    second = random_network(replace(bandit_config(), kind="bandit2"))
    spectrogram = torch.randn(1, 1025, 3, dtype=torch.complex64)
    state = first.band_split.state_dict()
    for name, value in state.items():
        if value.numel() > len(value) or ".norm." in name:  # of what is read: by part, then by bin
            state[name] = value.unflatten(-1, (2, -1)).transpose(-1, -2).flatten(-2)
    second.band_split.load_state_dict(state)
    with torch.no_grad():
        expected, actual = first.band_split(spectrogram), second.band_split(spectrogram)
    torch.testing.assert_close(actual, expected)
    second.band_split.load_state_dict(first.band_split.state_dict())
    with torch.no_grad():
        assert (second.band_split(spectrogram) - expected).abs().max() > 1e-3


def test_channels_do_not_hear_each_other():
    network, sound = random_network(bandit_config()), torch.randn(2, 2, 9_000)
    with torch.no_grad():
        together, alone = network(sound), network(sound[1:, :1])
    assert together.shape == (2, 3, 2, 9_000)
    torch.testing.assert_close(together[1:, :, :1], alone, atol=1e-5, rtol=1e-4)
