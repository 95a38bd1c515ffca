"""Centre, front pair and surrounds are separated each by itself; low effects follow them."""

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.separation.heard.channel_groups import channel_groups, low_estimates, part_of
from cass_core.separation.separator import Separator, SeparatorInput
from tests.helpers.separation.separation_fakes import (
    CPU,
    TINY,
    noise_source,
    sound_source,
    tiny_network,
)


@pytest.mark.parametrize(
    ("layout", "count", "heard", "low"),
    [
        ("mono", 1, ((0,),), ()),
        ("stereo", 2, ((0, 1),), ()),
        ("2.1", 3, ((0, 1),), (2,)),
        ("3.0", 3, ((2,), (0, 1)), ()),
        ("quad", 4, ((0, 1), (2, 3)), ()),
        ("5.1", 6, ((2,), (0, 1), (4, 5)), (3,)),
        ("5.1(side)", 6, ((2,), (0, 1), (4, 5)), (3,)),
        ("7.1", 8, ((2,), (0, 1), (4, 5, 6, 7)), (3,)),
        ("6 channels", 6, ((0, 1, 2, 3, 4, 5),), ()),
        ("5.1", 2, ((0, 1),), ()),
    ],
)
def test_channels_by_layout(layout, count, heard, low):
    groups = channel_groups(layout, count)
    assert (groups.heard, groups.low) == (heard, low)


def test_some_channels_are_a_programme():
    source = noise_source(1.0, 48_000, "5.1")
    part, span = part_of(source, (4, 1)), SampleSpan(-5, 100)
    assert (part.num_channels, part.layout, part.rate_hz) == (2, "stereo", 48_000)
    assert part.num_samples == source.num_samples
    assert np.array_equal(part.read(span), source.read(span)[[4, 1]])
    assert part_of(source, range(6)) is source


def test_low_effects_hold_no_dialogue():
    estimates = torch.tensor([[3.0, 4.0, 0.0], [0.0, 0.0, 12.0]])[..., None, None] + 0j
    shares = low_estimates(estimates).flatten()
    torch.testing.assert_close(shares, torch.tensor([0.0, 5.0, 12.0]))
    nothing = low_estimates(torch.zeros(3, 3, 1, 1, dtype=torch.complex64)).flatten()
    assert nothing[1] > 1e-5
    assert not nothing[[0, 2]].any()


def separated(source):
    separator = Separator(tiny_network(), TINY, CPU)
    chunks = separator.stream(SeparatorInput(source), SeparationSettings(steps=1))
    return np.concatenate([chunk.stems for chunk in chunks], axis=-1)


def test_a_channel_group_has_the_stems_that_it_has_alone():
    """So a voice in the centre is found whatever the other loudspeakers play."""
    sound = noise_source(6.0, 16_000, "5.1")
    samples = sound.read(SampleSpan(0, sound.num_samples))
    stems = separated(sound)
    for channels, layout in (((2,), "mono"), ((0, 1), "2 channels"), ((4, 5), "2 channels")):
        alone = separated(sound_source(samples[list(channels)], 16_000, layout))
        np.testing.assert_allclose(stems[:, channels], alone, atol=1e-6)
    np.testing.assert_allclose(stems.sum(axis=0), samples, atol=1e-6)
    assert np.abs(stems[0, 3]).max() < 1e-6  # of six channels, the low one holds no dialogue
