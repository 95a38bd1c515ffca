"""The mono downmix: who is in it and how loud."""

import av
import numpy as np
import pytest

from cass_core.separation.channel_layout import downmix_gains

FRONT, SURROUND = 1 / (3 + 2 * np.sqrt(0.5)), np.sqrt(0.5) / (3 + 2 * np.sqrt(0.5))


@pytest.mark.parametrize(
    ("layout", "gains"),
    [
        ("mono", [1]),
        ("stereo", [0.5, 0.5]),
        ("2.1", [0.5, 0.5, 0]),
        ("5.1", [FRONT, FRONT, FRONT, 0, SURROUND, SURROUND]),
        ("5.1(side)", [FRONT, FRONT, FRONT, 0, SURROUND, SURROUND]),
        ("quad", np.array([1, 1, np.sqrt(0.5), np.sqrt(0.5)]) / (2 + np.sqrt(2))),
    ],
)
def test_gains_follow_the_layout(layout, gains):
    np.testing.assert_allclose(downmix_gains(layout, len(gains)), gains, rtol=1e-4)


@pytest.mark.parametrize(("layout", "channels"), [("22.2", 24), ("stereo", 4), ("", 3)])
def test_an_unknown_layout_counts_all_channels_alike(layout, channels):
    np.testing.assert_allclose(downmix_gains(layout, channels), np.full(channels, 1 / channels))


@pytest.mark.parametrize(("layout", "channels"), [("7.1", 8), ("4.0", 4), ("6.1", 7)])
def test_full_scale_everywhere_is_full_scale_in_mono(layout, channels):
    assert downmix_gains(layout, channels).sum() == pytest.approx(1.0)


@pytest.mark.parametrize(
    "layout",
    [
        "2.1",
        "3.1",
        "3.1.2",
        "4.1",
        "5.1",
        "6.1",
        "6.1(back)",
        "6.1(front)",
        "7.1",
        "7.1(wide)",
        "7.1(wide-side)",
        "7.1.4",
    ],
)
def test_the_low_frequency_channel_is_where_ffmpeg_has_it(layout):
    names = [channel.name for channel in av.AudioLayout(layout).channels]
    gains = downmix_gains(layout, len(names))
    assert [name for name, gain in zip(names, gains, strict=True) if gain == 0] == ["LFE"]
    surrounds = [g for n, g in zip(names, gains, strict=True) if n[0] in "BST"]
    np.testing.assert_allclose(surrounds, gains[0] * np.sqrt(0.5), rtol=1e-4)
