"""MRX: masks on three resolutions, each channel alone."""

import torch

from tests.helpers.separation.published_checkpoints import mrx_config, random_network


def test_open_masks_give_the_sound_once_a_resolution():
    network = random_network(mrx_config())
    for decoders in network._decoders:
        for decoder in decoders:
            last = decoder.block[4]  # the normalisation before the mask
            last.weight.data.zero_()
            last.bias.data.fill_(1.0)
    sound = torch.randn(1, 2, 9_000)
    with torch.no_grad():
        stems = network(sound)
    assert stems.shape == (1, 3, 2, 9_000)
    torch.testing.assert_close(stems, (3 * sound)[:, None].expand(stems.shape), atol=1e-4, rtol=0)


def test_channels_do_not_hear_each_other():
    network = random_network(mrx_config())
    sound = torch.randn(2, 2, 5_000)
    with torch.no_grad():
        together, alone = network(sound), network(sound[1:, :1])
    torch.testing.assert_close(together[1:, :, :1], alone, atol=1e-5, rtol=1e-4)
    assert (together[0, 0] - together[0, 1]).abs().max() > 1e-3
