"""One optimisation step's loss: from sound and picture to a scalar."""

from dataclasses import dataclass

import torch
from torch import Tensor

from cass_core.config import ModelConfig
from cass_core.dsp.stft import analyse
from cass_core.flow.objective import clean_loss, velocity_loss
from cass_core.flow.path import evenly, logit_normal, logit_normal_density, start_state
from cass_core.model.front_end import FrontEnd
from cass_core.model.velocity_net import Condition, PictureWindow, VelocityNet
from cass_core.visual.feature_layout import PRESENCE

_SNR_WEIGHT = 0.05
_MASKED_SNR_WEIGHT = 0.15
_QUIETEST_POWER = 1e-6  # keeps the root's slope finite
_SNR_FLOOR = 1e-3  # error below -30 dB of the mixture is not worth chasing


@dataclass(frozen=True)
class WindowBatch:
    """Training windows.

    Attributes:
        stems: (b, stem, sample) at the model's rate, one window long.
        face: (b, frame, face column), or frames (b, frame, 112, 112) uint8.
        scene: (b, frame, scene column), or frames (b, frame, 224, 224, RGB) uint8.
    """

    stems: Tensor
    face: Tensor
    scene: Tensor

    def picture(self) -> PictureWindow:
        """The picture, where rows of zeros, or black frames, mean that nothing was there."""
        face, scene, presence = self.face, self.scene, self.face[..., PRESENCE]
        if scene.dtype == torch.uint8:
            presence = face
            face, scene = face.float(), scene.movedim(-1, 2).float() / 255
        seen = [presence.flatten(1).amax(dim=1) > 0, scene.flatten(1).abs().amax(dim=1) > 0]
        return PictureWindow(face, scene, torch.stack(seen, dim=1))


def training_loss(network: VelocityNet, config: ModelConfig, batch: WindowBatch) -> Tensor:
    """The flow's loss on a batch, with a signal-to-noise term at the end point.

    Args:
        network: the velocity field.
        config: its configuration.
        batch: windows of clean stems and picture.

    Returns:
        A scalar.
    """
    front = FrontEnd.of(config.spectrogram)
    with torch.no_grad():
        spectrograms = analyse(batch.stems, front.grid)  # (b, stem, f, t)
        mixture = spectrograms.sum(dim=1, keepdim=True)
        level = front.level(mixture[:, 0])
        x_1, condition_sound = front.encode(spectrograms, level), front.encode(mixture, level)
        flow = config.flow
        x_0 = start_state(
            condition_sound, torch.randn_like(x_1), flow.mixture_share, flow.noise_sigma
        )
        weighted = flow.times == "weighted"
        draw = evenly if weighted else logit_normal
        t = draw(len(x_1), flow.share_at_zero).to(x_1.device)
    condition = network.condition(condition_sound, batch.picture())

    def field(x_t: Tensor, time: Tensor) -> Tensor:
        return network(x_t, time, condition)

    if flow.output == "velocity":
        return velocity_loss(field, x_0, x_1, t, logit_normal_density(t) if weighted else None)
    end = _own_ends(network, condition, x_0, x_1, (t > 0) & (torch.rand_like(t) < flow.own_states))
    loss, estimate = clean_loss(field, x_0, x_1, t, end)
    unit = torch.ones_like(level)
    target = front.decode(x_1, unit)
    own = _snr_term(front.decode(estimate, unit), target)
    masks = _masks(estimate, config.spectrogram.mask_exponent / config.spectrogram.power)
    masked = _snr_term(masks * target.sum(dim=1, keepdim=True), target)
    return loss + _SNR_WEIGHT * own + _MASKED_SNR_WEIGHT * masked


@torch.no_grad()
def _own_ends(
    network: VelocityNet, condition: Condition, x_0: Tensor, x_1: Tensor, chosen: Tensor
) -> Tensor:
    """x_1, in the chosen windows replaced by the network's first estimate of it."""
    ends = x_1.clone()
    if chosen.any():
        start = x_0[chosen]
        at_zero = torch.zeros(len(start), device=start.device)
        ends[chosen] = network(start, at_zero, condition.rows(chosen))
    return ends


def _masks(estimate: Tensor, exponent: float) -> Tensor:
    """Shares of the compressed magnitudes, by which faithful stems are made of the mixture.

    Args:
        estimate: (b, 2 stems, bin, frame) compressed stems.
        exponent: of the magnitudes.

    Returns:
        (b, stem, bin, frame), summing to one.
    """
    power = estimate.unflatten(1, (-1, 2)).square().sum(dim=2)
    shares = (power + _QUIETEST_POWER) ** (exponent / 2)
    return shares / shares.sum(dim=1, keepdim=True)


def _snr_term(estimate: Tensor, target: Tensor) -> Tensor:
    """Mean error of the stems in dB relative to each stem, floored against the mixture.

    Args:
        estimate: (b, stem, bin, frame) complex.
        target: (b, stem, bin, frame) complex.

    Returns:
        A scalar in dB; lower is better.
    """
    error = (estimate - target).abs().square().sum(dim=(2, 3))
    power = target.abs().square().sum(dim=(2, 3))
    floor = _SNR_FLOOR * power.sum(dim=1, keepdim=True) + 1e-8
    return (10 * torch.log10((error + floor) / (power + floor))).mean()
