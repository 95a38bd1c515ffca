"""The rate that a model hears is a number of its configuration, and so is that of its pictures."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.model.builders import build
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator, SeparatorInput
from cass_core.visual.analysed_picture import AnalysedPicture
from cass_core.visual.feature_layout import NUM_FACE_FEATURES, NUM_SCENE_FEATURES, VisualFeatures
from tests.helpers.separation.separation_fakes import (
    CPU,
    TINY,
    MixtureNetwork,
    noise_source,
    sound_source,
)

ONE_STEP = SeparationSettings(steps=1)
# how long a window lasts, how often it moves on and how far frames reach, all as samples
FRAMES = [(24_000, 510, 128), (48_000, 510, 128), (48_000, 1_534, 384), (44_100, 1_022, 128)]


def heard_at(rate_hz, n_fft=510, hop=128, fps=25.0):
    """The tiny size at another rate."""
    spectrogram = replace(TINY.spectrogram, rate_hz=rate_hz, n_fft=n_fft, hop=hop)
    return replace(TINY, spectrogram=spectrogram, vision=replace(TINY.vision, fps=fps))


def untrained(config):
    torch.manual_seed(3)
    network = build(config).eval()
    for parameter in network.parameters():
        parameter.data += 0.05 * torch.randn_like(parameter)
    return Separator(network, config, CPU)


def joined(separator, programme, settings=ONE_STEP, spans=None):
    chunks = separator.stream(programme, settings, spans)
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


def is_sum(stems, source):
    mixture = source.read(SampleSpan(0, source.num_samples))
    return np.abs(stems.sum(axis=0, dtype=np.float64) - mixture).max() < 1e-6


class BandsNetwork(MixtureNetwork):
    """Dialogue is what lies below a bin, effects are what lies above it."""

    def __init__(self, edge):
        super().__init__()
        self.edge = edge

    def __call__(self, x_t, t, condition):
        low, high = condition.mixture.clone(), condition.mixture.clone()
        low[:, :, self.edge :] = 0
        high[:, :, : self.edge] = 0
        return torch.cat([low, high, torch.zeros_like(low)], dim=1)


@pytest.mark.parametrize("render", ["faithful", "generated"])
@pytest.mark.parametrize(("rate_hz", "n_fft", "hop"), FRAMES[:3])
def test_a_second_rate_sums_to_the_programme_and_can_be_resumed(rate_hz, n_fft, hop, render):
    separator = untrained(heard_at(rate_hz, n_fft, hop))
    source, settings = noise_source(4.0, 48_000, "stereo"), replace(ONE_STEP, render=render)
    spans = separator.chunk_spans(source)
    whole = joined(separator, SeparatorInput(source), settings)
    assert is_sum(whole, source)
    assert all(np.abs(a - b).max() > 1e-4 for a, b in zip(whole, whole[[1, 2, 0]], strict=True))
    rest = joined(separator, SeparatorInput(source), settings, spans[1:])
    assert np.array_equal(rest, whole[..., spans[0].stop :])


@pytest.mark.usefixtures("one_thread")
@pytest.mark.parametrize("programme_hz", [16_000, 44_100, 48_000])
@pytest.mark.parametrize(("rate_hz", "n_fft", "hop"), FRAMES)
def test_a_chunk_costs_one_batch_at_any_rate(rate_hz, n_fft, hop, programme_hz):
    config, network = heard_at(rate_hz, n_fft, hop), MixtureNetwork()
    windows = 4 * 8 * 48 * hop / rate_hz  # seconds of four batches of windows
    chunks = Separator(network, config, CPU).stream(
        SeparatorInput(noise_source(windows, programme_hz)), ONE_STEP
    )
    calls = [network.calls for _ in chunks]
    assert calls[:3] == [1, 2, 3]


def test_a_model_of_48_khz_parts_what_lies_above_8_khz():
    times = np.arange(96_000) / 48_000
    tones = [0.2 * np.sin(2 * np.pi * hz * times) for hz in (9_000.0, 15_000.0)]
    config = heard_at(48_000)
    network = BandsNetwork(round(12_000 / 48_000 * config.spectrogram.n_fft))
    stems = joined(
        Separator(network, config, CPU), SeparatorInput(sound_source([sum(tones)], 48_000))
    )
    inner = slice(24_000, -24_000)
    for stem, tone in zip(stems[:2, 0], tones, strict=True):
        assert np.abs(stem - tone)[inner].max() < 2e-3


def test_pictures_come_at_the_models_rate():
    config = heard_at(16_000, fps=50.0)
    assert config.num_picture_frames == int(config.window_s * 50) + 1
    shown = np.arange(200, dtype=np.float32)[:, None] / 25  # seconds
    picture = AnalysedPicture(
        VisualFeatures(
            np.repeat(shown, NUM_FACE_FEATURES, 1), np.repeat(shown, NUM_SCENE_FEATURES, 1), 0.0
        )
    )
    network = MixtureNetwork()
    list(
        Separator(network, config, CPU).stream(SeparatorInput(noise_source(3.0), picture), ONE_STEP)
    )
    scene = network.pictures[0].scene
    assert scene.shape[1] == config.num_picture_frames
    hop_s = 48 * 128 / 16_000
    times = 2 * hop_s - 2 * 128 / 16_000 + np.arange(config.num_picture_frames) / 50
    assert np.abs(scene[2, :, 0].numpy() - times).max() <= 0.02 + 1e-6
