"""HT Demucs gives what its publisher's own code gives."""

import numpy as np
import pytest
import torch

from cass_core.model.published.demucs_attention import places_in_plane, places_on_line
from tests.helpers.separation.published_checkpoints import cdx23_config, random_network


@pytest.mark.parametrize(
    "more", [{"bottom_channels": 16}, {"dconv_mode": 3, "t_hidden_scale": 2.0, "freq_emb": 0.3}]
)
def test_it_agrees_with_the_publishers_code(more):
    reference = pytest.importorskip("demucs_infer.htdemucs")
    from cass_core.checkpoints.importers.htdemucs import LAYOUT
    from cass_core.model.published.builders import build_published

    settings = {
        "sources": ["music", "effect", "dialog"], "samplerate": 8_000, "segment": 0.3,
        "channels": 8, "depth": 2, "nfft": 256, "t_layers": 3, "t_heads": 2, **more,
    }  # fmt: skip
    torch.manual_seed(0)
    theirs = reference.HTDemucs(**settings).eval()
    for parameter in theirs.parameters():
        parameter.data += 0.05 * torch.randn_like(parameter)
    config = LAYOUT.describe(theirs.state_dict(), settings)
    ours = build_published(config).eval()
    ours.load_state_dict(theirs.state_dict())
    sound = 0.1 * torch.randn(2, 2, config.window)
    with torch.no_grad():
        expected = theirs(sound)
        assert expected.abs().max() > 0.01
        torch.testing.assert_close(ours(sound), expected, atol=1e-6, rtol=1e-4)


def test_the_level_of_the_sound_is_the_level_of_the_stems():
    network, sound = random_network(cdx23_config()), 0.1 * torch.randn(1, 2, 11_025)
    with torch.no_grad():
        quiet, loud = network(sound), network(10 * sound)
    np.testing.assert_allclose(loud, 10 * quiet, atol=1e-3 * loud.abs().max())


def test_every_place_has_its_own_code():
    for places in (places_on_line(16, 50), places_in_plane(16, 8, 20)):
        distances = torch.cdist(places, places) + torch.eye(len(places))
        assert distances.min() > 1e-2
        assert places.abs().max() <= 1
