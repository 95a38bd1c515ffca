"""The released way from both picture streams to the tokens that cross-attention reads."""

import torch
from torch import Tensor, nn

from cass_core.model.fusion import VisualContext
from cass_core.model.unet_blocks import zero_init

_STRIDE = 4  # pictures of a face that become one token


class AlignedTokens(nn.Module):
    """A linear layer a stream, joined along time, the scene first; nothing comes after.

    Faces are summed by fours first. A window that shows nothing of one stream gives black frames to
    its encoder, as in the release's training; a stream that the model has no encoder for is left
    out altogether.
    """

    def __init__(self, *, face_dim: int | None, scene_dim: int | None, context_dim: int) -> None:
        """Make the layers, under their published names.

        Args:
            face_dim: features of a face's picture; None without that stream.
            scene_dim: features of a scene's picture; None without that stream.
            context_dim: features of a token.
        """
        super().__init__()
        if scene_dim is not None:
            self.vid_feature_aligner = nn.Linear(scene_dim, context_dim)
        if face_dim is not None:
            self.vid_feature_aligner_tkn_conv = zero_init(
                nn.Conv2d(1, 1, (_STRIDE, 1), (_STRIDE, 1), bias=False)
            )
            self.vid_feature_aligner_tkn_linear = nn.Linear(face_dim, context_dim)

    def forward(self, face: Tensor | None, scene: Tensor | None, seen: Tensor) -> VisualContext:
        """Align both streams.

        Args:
            face: (b, T_f, D_f), or None without that stream.
            scene: (b, T_s, D_s), or None without that stream.
            seen: (b, 2) whether the window has a face, and a scene.

        Returns:
            The context; a window that sees something sees all tokens.
        """
        parts = []
        if scene is not None:
            parts.append(self.vid_feature_aligner(scene))
        if face is not None:
            summed = self.vid_feature_aligner_tkn_conv(face.unsqueeze(1)).squeeze(1)
            parts.append(self.vid_feature_aligner_tkn_linear(summed))
        tokens = torch.cat(parts, dim=1)
        times = torch.cat([torch.linspace(0, 1, p.shape[1], device=p.device) for p in parts])
        sees = seen.any(dim=1, keepdim=True).expand(-1, tokens.shape[1])
        return VisualContext(tokens, times, sees)
