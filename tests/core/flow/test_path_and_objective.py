"""Equations 4 to 6 of the paper, re-derived."""

import torch

from cass_core.flow.noise import frame_noise
from cass_core.flow.objective import clean_loss, velocity_from_clean, velocity_loss
from cass_core.flow.path import linear_path, logit_normal, start_state


def test_path_joins_start_and_data():
    x_0, x_1 = torch.randn(3, 2, 5), torch.randn(3, 2, 5)
    point = linear_path(x_0, x_1, torch.tensor([0.0, 1.0, 0.25]))
    torch.testing.assert_close(point.x_t[0], x_0[0])
    torch.testing.assert_close(point.x_t[1], x_1[1])
    torch.testing.assert_close(point.x_t[2], 0.75 * x_0[2] + 0.25 * x_1[2])
    torch.testing.assert_close(point.x_t + (1 - point.t)[:, None, None] * point.velocity, x_1)


def test_times_are_logit_normal_with_a_share_at_zero():
    generator = torch.Generator().manual_seed(3)
    t = logit_normal(20_000, 0.3, generator)
    moved = t[t > 0]
    assert abs((t == 0).float().mean() - 0.3) < 0.02
    z = torch.logit(moved)
    assert abs(z.mean()) < 0.03
    assert abs(z.std() - 1) < 0.03


def test_losses_vanish_for_the_perfect_field_only():
    x_0, x_1, t = torch.randn(4, 6), torch.randn(4, 6), torch.rand(4)
    assert velocity_loss(lambda x, s: x_1 - x_0, x_0, x_1, t) == 0
    assert velocity_loss(lambda x, s: x_1, x_0, x_1, t) > 0.1
    loss, estimate = clean_loss(lambda x, s: x_1, x_0, x_1, t)
    assert loss == 0
    torch.testing.assert_close(estimate, x_1)


def test_clean_form_is_the_weighted_velocity_loss():
    x_0, x_1 = torch.randn(1, 50), torch.randn(1, 50)
    t, guess = torch.tensor([0.4]), torch.randn(1, 50)
    clean, _ = clean_loss(lambda x, s: guess, x_0, x_1, t)
    velocity = velocity_loss(lambda x, s: velocity_from_clean(guess, x, s), x_0, x_1, t)
    torch.testing.assert_close(clean, velocity * 0.6**2)


def test_start_state_shares_the_mixture():
    mixture, noise = torch.randn(2, 2, 3, 4), torch.randn(2, 6, 3, 4)
    assert torch.equal(start_state(mixture, noise, 0.0, 1.0), noise)
    x_0 = start_state(mixture, noise, 0.5, 0.0)
    for stem in range(3):
        torch.testing.assert_close(x_0[:, 2 * stem : 2 * stem + 2], 0.5 * mixture)


def test_noise_belongs_to_its_frame():
    long = frame_noise(5, -3, 20, 6, 8)
    later = frame_noise(5, 4, 6, 6, 8)
    assert torch.equal(long[..., 7:13], later)
    assert not torch.equal(frame_noise(6, 4, 6, 6, 8), later)
    assert abs(frame_noise(0, 0, 400, 6, 16).std() - 1) < 0.02
