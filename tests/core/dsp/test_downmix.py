import numpy as np
import pytest

from cass_core.dsp.downmix import downmix_matrix
from cass_core.media.files.layout_names import channel_names

HALF = 2**-0.5


@pytest.mark.parametrize(
    ("layout", "left", "right"),
    [
        ("mono", [1], [1]),
        ("stereo", [1, 0], [0, 1]),
        ("5.1", [1, 0, HALF, 0, HALF, 0], [0, 1, HALF, 0, 0, HALF]),
        ("5.1(side)", [1, 0, HALF, 0, HALF, 0], [0, 1, HALF, 0, 0, HALF]),
        ("7.1", [1, 0, HALF, 0, HALF, 0, HALF, 0], [0, 1, HALF, 0, 0, HALF, 0, HALF]),
        ("quad", [1, 0, HALF, 0], [0, 1, 0, HALF]),
        ("3.0", [1, 0, HALF], [0, 1, HALF]),
        ("6.1", [1, 0, HALF, 0, 0.5, HALF, 0], [0, 1, HALF, 0, 0.5, 0, HALF]),
    ],
)
def test_stereo_has_the_coefficients_of_bs_775(layout, left, right):
    assert np.allclose(downmix_matrix(channel_names(layout), 2), [left, right], atol=1e-6)


@pytest.mark.parametrize("layout", ["5.1.2", "7.1.4", "hexadecagonal", "22.2", "octagonal"])
def test_no_channel_but_the_lfe_is_lost(layout):
    try:
        names = channel_names(layout)
    except Exception:
        pytest.skip("this FFmpeg does not know it")
    matrix = downmix_matrix(names, 2)
    silent = {name for name, gain in zip(names, matrix.sum(axis=0), strict=True) if gain == 0}
    assert silent <= {"LFE", "LFE2"}


def test_channels_without_names_are_heard_alike_on_both_sides():
    assert np.allclose(downmix_matrix(["NONE"] * 4, 2), 0.25)


def test_a_device_of_one_channel_gets_the_mean_of_both_sides():
    assert np.allclose(downmix_matrix(["FL", "FR"], 1), [[0.5, 0.5]])
    assert np.allclose(downmix_matrix(["FC"], 1), [[1.0]])


def test_further_outputs_stay_silent():
    matrix = downmix_matrix(["FL", "FR"], 6)
    assert matrix.shape == (6, 2)
    assert not matrix[2:].any()
