"""Stereo is heard as its middle and its sides; where it is lopsided, as its channels."""

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.model.front_end import FrontEnd
from cass_core.request.settings import SeparationSettings
from cass_core.separation.flow.rendering import (
    GroupRendering,
    PairRendering,
    RenderSettings,
    rendering_of,
)
from cass_core.separation.heard.middle_and_sides import (
    Balance,
    blended,
    channel_estimates,
    left_and_right,
    middle_and_sides,
)
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.separation_fakes import (
    CPU,
    TINY,
    noise_source,
    sound_source,
    tiny_network,
)

RATE_HZ = 16_000
GRID = FrontEnd.of(TINY.spectrogram).grid


def separated(samples, layout):
    separator = Separator(tiny_network(), TINY, CPU)
    source = SeparatorInput(sound_source(samples, RATE_HZ, layout))
    chunks = separator.stream(source, SeparationSettings(steps=1))
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


def noises(seconds, gains):
    """Independent noise a channel."""
    source = noise_source(seconds, RATE_HZ, "stereo")
    samples = source.read(SampleSpan(0, source.num_samples))
    return samples * np.array(gains, np.float32)[:, None]


@pytest.mark.parametrize(
    ("layout", "way"),
    [("stereo", PairRendering), ("mono", GroupRendering), ("2 channels", GroupRendering)],
)
def test_only_stereo_has_a_middle(layout, way):
    source = sound_source(np.zeros((1 if layout == "mono" else 2, 800)), RATE_HZ, layout)
    assert isinstance(rendering_of(source, RenderSettings(GRID, False, 0.5)), way)


def test_middle_and_sides_hold_both_channels():
    source = noise_source(0.2, RATE_HZ, "stereo")
    span = SampleSpan(-10, 500)
    middle, sides = (part.read(span) for part in middle_and_sides(source))
    both = left_and_right(middle[None], sides[None])[0]
    np.testing.assert_allclose(both, source.read(span), atol=1e-7)
    left, right = channel_estimates(torch.tensor([[3.0 + 1j], [1.0 - 1j]]))
    assert (left.item(), right.item()) == (4.0, 2.0 + 2j)


def test_a_mono_sound_in_stereo_is_what_it_is_in_mono():
    """The sides are silent then, and take no time."""
    sound = noises(6.0, (1, 1))[:1]
    stems = separated(np.repeat(sound, 2, axis=0), "stereo")
    alone = separated(sound, "mono")
    np.testing.assert_allclose(stems, np.repeat(alone, 2, axis=1), atol=1e-6)


def test_stems_of_stereo_sum_to_it_and_are_not_those_of_one_downmix():
    samples = noises(6.0, (1, 0.7))
    stems = separated(samples, "stereo")
    np.testing.assert_allclose(stems.sum(axis=0), samples, atol=1e-6)
    assert np.abs(stems - separated(samples, "2 channels")).max() > 1e-3


def test_a_soft_channel_holds_no_ghosts_of_the_loud_one():
    samples = noises(6.0, (1, 1e-3))
    stems = separated(samples, "stereo")
    np.testing.assert_allclose(stems.sum(axis=0), samples, atol=1e-6)
    assert np.sqrt(np.mean(stems[:, 1] ** 2)) < np.sqrt(np.mean(samples[1] ** 2))


def test_balance_follows_the_programme():
    samples = np.concatenate([noises(4.0, (1, 1)), noises(4.0, (1, 0.05))], axis=1)
    balance = Balance(sound_source(samples, RATE_HZ, "stereo"))
    assert balance.over(SampleSpan(0, 2 * RATE_HZ)) is None
    share = balance.over(SampleSpan(0, 8 * RATE_HZ))
    assert set(share[: 3 * RATE_HZ]) == {1.0}
    assert set(share[5 * RATE_HZ :]) == {0.0}
    assert np.abs(np.diff(share)).max() < 1e-3
    part = balance.over(SampleSpan(4 * RATE_HZ, 5 * RATE_HZ))
    np.testing.assert_array_equal(part, share[4 * RATE_HZ : 5 * RATE_HZ])
    silence = Balance(sound_source(np.zeros((2, RATE_HZ)), RATE_HZ, "stereo"))
    assert silence.over(SampleSpan(0, RATE_HZ)) is None


def test_stems_are_blended_sample_by_sample():
    whole, own = np.random.default_rng(0).standard_normal((2, 3, 2, 50)).astype(np.float32)
    stems = blended(whole, own, np.linspace(0, 1, 50, dtype=np.float32))
    np.testing.assert_allclose(stems[..., 0], own[..., 0])
    np.testing.assert_allclose(stems[..., -1], whole[..., -1], atol=1e-6)
