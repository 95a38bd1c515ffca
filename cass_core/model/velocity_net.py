"""The separator's network: condition once, then ask for the velocity at every step."""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from cass_core.model.band_split import BandSplit
from cass_core.model.fusion import Fusion, VisualContext
from cass_core.model.released.aligned_tokens import AlignedTokens
from cass_core.model.released.unet import AttentionUNet
from cass_core.model.unet import UNet
from cass_core.stem_names import STEMS

NUM_STATE_CHANNELS = 2 * len(STEMS)  # real and imaginary part of each stem
NUM_MIXTURE_CHANNELS = 2


@dataclass(frozen=True)
class PictureWindow:
    """What the picture shows under a batch of windows.

    Attributes:
        face: (b, T_f, ...) input of the face encoder.
        scene: (b, T_s, ...) input of the scene encoder.
        seen: (b, 2) whether the window has a face, and a scene at all.
    """

    face: Tensor
    scene: Tensor
    seen: Tensor


@dataclass(frozen=True)
class Condition:
    """Computed once a window, used at every step.

    Attributes:
        mixture: (b, 2, bin, frame) compressed mixture.
        context: c^V, or None where no window of the batch sees anything.
    """

    mixture: Tensor
    context: VisualContext | None

    def rows(self, chosen: Tensor) -> "Condition":
        """The windows that a (b,) mask chooses."""
        context = None if self.context is None else self.context.rows(chosen)
        return Condition(self.mixture[chosen], context)


class VelocityNet(nn.Module):
    """u(x_t, t | mixture, picture) of AV-CASS.

    With `output="clean"` the field gives masks and a residual, from which the clean stems x_1 are
    made; `cass_core.flow.objective` makes a velocity of them.
    """

    def __init__(
        self,
        *,
        face_encoder: nn.Module | None,
        scene_encoder: nn.Module | None,
        fusion: Fusion | AlignedTokens | None,
        unet: UNet | BandSplit | AttentionUNet,  # by this name its weights are known in files
        output: Literal["velocity", "clean"],
    ) -> None:
        """Take the parts.

        Args:
            face_encoder: of the face stream; None for a model without that stream.
            scene_encoder: of the scene stream; None for a model without that stream.
            fusion: of both to c^V; None for a model that hears only.
            unet: the field.
            output: what the field gives.
        """
        super().__init__()
        self.face_encoder, self.scene_encoder = face_encoder, scene_encoder
        self.fusion, self.unet, self.output = fusion, unet, output

    @property
    def dtype(self) -> torch.dtype:
        """Number format of the weights."""
        return next(self.unet.parameters()).dtype

    def compiled_parts(self) -> tuple[nn.Module, ...]:
        """What every step calls."""
        return (self.unet,)

    def condition(self, mixture: Tensor, picture: PictureWindow | None) -> Condition:
        """Encode the picture.

        Args:
            mixture: (b, 2, bin, frame) compressed mixture.
            picture: both streams, or None.

        Returns:
            The condition; without any picture it is exactly the audio-only one.
        """
        if picture is None or self.fusion is None or not bool(picture.seen.any()):
            return Condition(mixture, None)
        face = self._encoded(self.face_encoder, picture.face)
        scene = self._encoded(self.scene_encoder, picture.scene)
        return Condition(mixture, self.fusion(face, scene, picture.seen))

    def _encoded(self, encoder: nn.Module | None, stream: Tensor) -> Tensor | None:
        return None if encoder is None else encoder(stream.to(self.dtype))

    def forward(self, x_t: Tensor, t: Tensor, condition: Condition) -> Tensor:
        """What the network was trained to give: velocity or clean stems.

        Args:
            x_t: (b, 6, bin, frame) state.
            t: (b,) flow time.
            condition: from `condition`.

        Returns:
            (b, 6, bin, frame) in float32.
        """
        joined = torch.cat([condition.mixture, x_t], dim=1).to(self.dtype)
        raw = self.unet(joined, t, condition.context).float()
        return raw if self.output == "velocity" else masked_stems(raw, condition.mixture)


def masked_stems(raw: Tensor, mixture: Tensor) -> Tensor:
    """Masks over the stems times the mixture, plus a free residual.

    The masks are square roots of a softmax: with magnitudes compressed by 0.5 their fourth powers
    share out power, so equal stems get 1 / sqrt(3) each and not 1 / 3.

    Args:
        raw: (b, 9, bin, frame): a mask logit a stem, then real and imaginary residual a stem.
        mixture: (b, 2, bin, frame) compressed mixture.

    Returns:
        (b, 6, bin, frame) clean stems.
    """
    stems = len(STEMS)
    masks = torch.exp(0.5 * torch.log_softmax(raw[:, :stems], dim=1))
    return (masks.unsqueeze(2) * mixture.unsqueeze(1)).flatten(1, 2) + raw[:, stems:]
