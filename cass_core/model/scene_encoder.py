"""Scene stream -> feature sequence f^s."""

from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.visual.feature_layout import NUM_SCENE_FEATURES


class MotionEncoder(nn.Module):
    """The starter's encoder: motion energy on a grid, cuts and colour, over a few frames."""

    out_dim = 64

    def __init__(self) -> None:
        super().__init__()
        self.inward = nn.Conv1d(NUM_SCENE_FEATURES, self.out_dim, 5, padding=2)
        self.outward = nn.Conv1d(self.out_dim, self.out_dim, 5, padding=2)

    def forward(self, scene: Tensor) -> Tensor:
        """(b, frame, NUM_SCENE_FEATURES) -> (b, frame, out_dim)."""
        h = self.inward(scene.transpose(1, 2))
        return self.outward(F.silu(h)).transpose(1, 2)
