"""Shares sum to one, corrections to nothing, stems to the mixture."""

import numpy as np
import pytest
import torch

from cass_core.separation.consistency import last_from_rest, share_out, smooth, zero_sum


@pytest.fixture
def estimates():
    return torch.randn(3, 6, 40, dtype=torch.complex64) * torch.logspace(-6, 2, 40)


def test_shares_sum_to_one_and_follow_the_estimates(estimates):
    masks = share_out(estimates)
    torch.testing.assert_close(masks.sum(dim=0), torch.ones(6, 40))
    assert masks.min() >= 0
    assert torch.equal(masks.argmax(dim=0), estimates.abs().argmax(dim=0))


def test_the_level_does_not_change_the_shares(estimates):
    loud = estimates[..., 20:]
    torch.testing.assert_close(share_out(100 * loud), share_out(loud), rtol=1e-3, atol=1e-5)


def test_silence_is_shared_equally():
    masks = share_out(torch.zeros(3, 4, 5, dtype=torch.complex64))
    torch.testing.assert_close(masks, torch.full((3, 4, 5), 1 / 3))


def test_corrections_sum_to_nothing(estimates):
    corrected = zero_sum(estimates, share_out(estimates))
    assert (corrected.sum(dim=0).abs() <= 1e-5 * estimates.abs().sum(dim=0)).all()
    again = zero_sum(corrected, share_out(estimates))
    torch.testing.assert_close(again, corrected, rtol=1e-4, atol=1e-4)


def test_the_last_stem_is_the_rest():
    rng = np.random.default_rng(1)
    stems = rng.uniform(-1, 1, (3, 2, 1000)).astype(np.float32)
    mixture = rng.uniform(-1, 1, (2, 1000)).astype(np.float32)
    first_two = stems[:2].copy()
    whole = last_from_rest(stems, mixture)
    assert np.array_equal(whole[:2], first_two)
    assert np.abs(whole.sum(axis=0, dtype=np.float64) - mixture).max() < 2e-7


@pytest.mark.parametrize("frames", [1, 3, 7])
def test_smoothing_keeps_sums_and_constants(frames):
    masks = share_out(torch.randn(3, 6, 40, dtype=torch.complex64))
    smoothed = smooth(masks, frames)
    torch.testing.assert_close(smoothed.sum(dim=0), torch.ones(6, 40))
    assert smoothed.shape == masks.shape
    if frames == 1:
        assert torch.equal(smoothed, masks)
    else:
        torch.testing.assert_close(
            smoothed[..., 10], masks[..., 10 - frames // 2 :][..., :frames].mean(-1)
        )


def test_the_exponent_is_the_models_own():
    estimates = torch.tensor([4.0, 1.0, 1.0], dtype=torch.complex64)[:, None, None]
    soft, sharp = (share_out(estimates, exponent)[:, 0, 0] for exponent in (0.5, 2.0))
    torch.testing.assert_close(soft, torch.tensor([2.0, 1.0, 1.0]) / 4)
    torch.testing.assert_close(sharp, torch.tensor([16.0, 1.0, 1.0]) / 18)
