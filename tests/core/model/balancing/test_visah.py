"""VisAH is Hybrid Demucs with a mask on magnitudes and pictures asked in the middle."""

import pytest
import torch
from torch import nn

from cass_core.model.balancing.config import RebalancerConfig
from cass_core.model.balancing.picture_guide import PictureContext
from cass_core.model.balancing.visah import VisAH
from tests.helpers.separation.rebalancers import tiny_rebalancer

_PARTS = ("encoder", "decoder", "tencoder", "tdecoder", "freq_emb")


def reference_output(theirs, ours, sound, pictures):
    """The publisher's layers, walked as the paper's changes say."""
    spectrogram = theirs._spec(sound[:, None])
    mean, spread = sound.mean(-1)[:, None, None], sound.std(-1)[:, None, None]
    heard, wave = spectrogram.abs(), (sound[:, None] - mean) / (1e-5 + spread)
    skips, skips_t, lengths, lengths_t = [], [], [], []
    for number, encode in enumerate(theirs.encoder):
        lengths.append(heard.shape[-1])
        inject = None
        if number < len(theirs.tencoder):
            lengths_t.append(wave.shape[-1])
            wave = theirs.tencoder[number](wave)
            if theirs.tencoder[number].empty:
                inject = wave
            else:
                skips_t.append(wave)
        heard = encode(heard, inject)
        if number == 0:
            places = torch.arange(heard.shape[-2])
            heard = heard + theirs.freq_emb_scale * theirs.freq_emb(places).T[None, :, :, None]
        skips.append(heard)
    heard = ours.guide(heard, ours.context(pictures))
    for number, decode in enumerate(theirs.decoder):
        heard, before = decode(heard, skips.pop(), lengths.pop())
        if number == 1:
            wave, _ = theirs.tdecoder[0](before[:, :, 0], None, lengths_t.pop())
        elif number > 1:
            wave, _ = theirs.tdecoder[number - 1](wave, skips_t.pop(), lengths_t.pop())
    masked = theirs._ispec(heard * spectrogram, sound.shape[-1])
    return (masked + wave * spread + mean)[:, 0]


@pytest.mark.parametrize("length", [4_000, 1_003])  # the recurrent part cuts what is long
def test_its_layers_are_the_publishers(length):
    hdemucs = pytest.importorskip("demucs_infer.hdemucs")
    ours = tiny_rebalancer().eval()
    config = ours.config
    theirs = hdemucs.HDemucs(
        ["output"], audio_channels=1, channels=config.width, nfft=config.n_fft, cac=False,
        depth=config.depth, norm_starts=config.norm_from, dconv_attn=config.recurrent_from,
        dconv_lstm=config.recurrent_from, norm_groups=config.groups,
    ).eval()  # fmt: skip
    state = {k: v for k, v in ours.state_dict().items() if k.split(".")[0] in _PARTS}
    theirs.load_state_dict(state)
    torch.manual_seed(1)
    sound = 0.1 * torch.randn(1, length)
    pictures = torch.randn(1, 3, config.picture)
    with torch.no_grad():
        expected = reference_output(theirs, ours, sound, pictures)
        found = ours(sound, pictures)
    assert expected.abs().max() > 0.01
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=1e-4)


def test_the_context_is_what_attention_along_the_batch_gives():
    config = RebalancerConfig(inner=16, heads=4, picture=6, context_layers=2, context_hidden=24)
    ours = PictureContext(config).eval()
    pictures = torch.randn(1, 5, 6)
    values = ours.proj(pictures)
    for layer in ours.layers:
        heard = layer.norm1(values)  # (b, t, c), read as (t, b, c): the published slip
        asked = heard + torch.randn(1, 5, 1)  # a code of places, which counts for nothing
        values = values + layer.self_attn(asked, asked, heard)[0]
        values = values + layer.linear2(nn.functional.gelu(layer.linear1(layer.norm2(values))))
    torch.testing.assert_close(ours(pictures), values, atol=1e-6, rtol=1e-5)


def test_pictures_count_only_after_training():
    fresh = VisAH(tiny_rebalancer().config).eval()
    sound, config = 0.1 * torch.randn(1, 2_000), fresh.config
    one, other = torch.randn(2, 1, 3, config.picture)
    with torch.no_grad():
        torch.testing.assert_close(fresh(sound, one), fresh(sound, other))
        nn.init.normal_(fresh.guide.proj_out.weight)
        assert (fresh(sound, one) - fresh(sound, other)).abs().max() > 1e-4


def test_the_published_sizes():
    with torch.device("meta"):
        network = VisAH(RebalancerConfig())
    assert network.config.n_fft == 4096
    assert network.guide.proj_in.in_channels == 768
    shapes = {name: tuple(value.shape) for name, value in network.state_dict().items()}
    assert shapes["encoder.5.conv.weight"] == (768, 384, 4)
    assert shapes["tencoder.4.conv.weight"] == (384, 192, 8)
    assert shapes["context.proj.weight"] == (512, 768)
