"""Face stream -> feature sequence f^f."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.visual.feature_layout import NUM_FACE_FEATURES


class BlendshapeEncoder(nn.Module):
    """The starter's encoder: blendshapes, presence, pose and their changes, over a few frames."""

    out_dim = 96

    def __init__(self) -> None:
        super().__init__()
        self.inward = nn.Conv1d(2 * NUM_FACE_FEATURES, self.out_dim, 5, padding=2)
        self.outward = nn.Conv1d(self.out_dim, self.out_dim, 5, padding=2)

    def forward(self, face: Tensor) -> Tensor:
        """(b, frame, NUM_FACE_FEATURES) -> (b, frame, out_dim)."""
        change = F.pad(face[:, 1:] - face[:, :-1], (0, 0, 1, 0))
        h = torch.cat([face, 4 * change], dim=-1).transpose(1, 2)
        return self.outward(F.silu(self.inward(h))).transpose(1, 2)
