"""Join face and scene features to c^V and let it into the U-Net (AV-CASS, section 3.3.1)."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.unet_blocks import channels_last, norm, sinusoids, zero_init


@dataclass(frozen=True)
class VisualContext:
    """c^V with what attention needs to know about it.

    Attributes:
        tokens: (b, T_f + T_s, C').
        times: (T_f + T_s,) place of each token in the window, 0 to 1.
        seen: (b, T_f + T_s) true where the token's stream is there.
    """

    tokens: Tensor
    times: Tensor
    seen: Tensor

    def rows(self, chosen: Tensor) -> "VisualContext":
        """The windows that a (b,) mask chooses."""
        return VisualContext(self.tokens[chosen], self.times, self.seen[chosen])


class Fusion(nn.Module):
    """Two sequences through an MLP each, joined along time, through a fusion MLP."""

    def __init__(self, *, face_dim: int, scene_dim: int, shared_dim: int, context_dim: int) -> None:
        super().__init__()
        self.face = _mlp(face_dim, shared_dim, shared_dim)  # equation 1
        self.scene = _mlp(scene_dim, shared_dim, shared_dim)
        self.fuse = _mlp(shared_dim, context_dim, context_dim)  # equation 2
        self.stream = nn.Parameter(torch.randn(2, shared_dim).mul_(0.02))

    def forward(self, face: Tensor, scene: Tensor, seen: Tensor) -> VisualContext:
        """Fuse both streams.

        Args:
            face: (b, T_f, D_f).
            scene: (b, T_s, D_s).
            seen: (b, 2) whether the window has a face, and a scene.

        Returns:
            The context that cross-attention reads.
        """
        streams = self.face(face) + self.stream[0], self.scene(scene) + self.stream[1]
        lengths = [s.shape[1] for s in streams]
        times = torch.cat([torch.linspace(0, 1, n, device=face.device) for n in lengths])
        mask = seen.repeat_interleave(torch.tensor(lengths, device=seen.device), dim=1)
        return VisualContext(self.fuse(torch.cat(streams, dim=1)), times, mask)


class VisualEntry(nn.Module):
    """Cross-attention of frames to c^V, entering through a zero-initialised convolution.

    The feature map is averaged over frequency, so queries are frames, and the answer is added to
    every frequency. Each head prefers pictures near in time, by a learned distance penalty.
    """

    def __init__(self, channels: int, context_dim: int, head_dim: int) -> None:
        super().__init__()
        self.heads = channels // head_dim
        self.norm = norm(channels)
        self.query = nn.Linear(channels, channels)
        self.key_value = nn.Linear(context_dim, 2 * channels)
        self.nearness = nn.Parameter(torch.linspace(0, 5, self.heads))
        self.enter = zero_init(nn.Conv1d(channels, channels, 1))

    def forward(self, x: Tensor, context: VisualContext) -> Tensor:
        """(b, c, f, t) -> the same; windows that see nothing come back unchanged, bit for bit."""
        frames = x.shape[-1]
        mean = self.norm(x).mean(dim=2).transpose(1, 2)  # (b, t, c)
        here = torch.linspace(0, 1, frames, device=x.device)
        q = self.query(mean + sinusoids(1000 * here, mean.shape[-1]).to(mean.dtype))
        k, v = self.key_value(context.tokens).chunk(2, dim=-1)
        q, k, v = (y.unflatten(-1, (self.heads, -1)).transpose(1, 2) for y in (q, k, v))
        answer = F.scaled_dot_product_attention(q, k, v, attn_mask=self._bias(here, context, q))
        answer = self.enter(answer.transpose(1, 2).flatten(2).transpose(1, 2))  # (b, c, t)
        sees = context.seen.any(dim=1)[:, None, None]
        answer = torch.where(sees, answer, torch.zeros_like(answer))
        return channels_last(x + answer.unsqueeze(2))

    def _bias(self, here: Tensor, context: VisualContext, like: Tensor) -> Tensor:
        """(b, head, t, token) added to the attention's logits."""
        distance = (here[:, None] - context.times).abs()  # (t, token)
        near = -F.softplus(self.nearness.float())[:, None, None] * 10 * distance
        # a window that sees nothing attends to everything; its answer is dropped afterwards
        seen = context.seen | ~context.seen.any(dim=1, keepdim=True)
        blocked = torch.zeros(seen.shape, device=seen.device).masked_fill(~seen, float("-inf"))
        return (near + blocked[:, None, None]).to(like.dtype)


def _mlp(in_dim: int, hidden: int, out_dim: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(in_dim, hidden), nn.SiLU(), nn.Linear(hidden, out_dim))
