"""The two parts that the innermost branches of Hybrid Demucs have between their convolutions."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_LONGEST = 200  # frames that the recurrent part follows at once
_HEADS = _DECAYS = 4
_NEVER = -100.0


class OverlappedRecurrence(nn.Module):
    """A recurrent layer in both directions; what is long goes through it in halves that overlap."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.lstm = nn.LSTM(channels, channels, num_layers=2, bidirectional=True)
        self.linear = nn.Linear(2 * channels, channels)

    def forward(self, values: Tensor) -> Tensor:
        """(b, channel, frame); same shape, added to what came in."""
        frames = values.shape[-1]
        if frames <= _LONGEST:
            return values + self._followed(values)
        half, quarter = _LONGEST // 2, _LONGEST // 4
        count = -(-frames // half)
        padded = F.pad(values, (0, (count + 1) * half - frames))
        parts = padded.unfold(-1, _LONGEST, half).transpose(1, 2)  # (b, part, channel, frame)
        told = self._followed(parts.flatten(0, 1)).unflatten(0, parts.shape[:2])
        # of each part its middle counts; of the first and of the last one also what has no other
        kept = [
            told[:, n, :, 0 if n == 0 else quarter : _LONGEST - (quarter if n + 1 < count else 0)]
            for n in range(count)
        ]
        return values + torch.cat(kept, -1)[..., :frames]

    def _followed(self, values: Tensor) -> Tensor:
        out, _ = self.lstm(values.permute(2, 0, 1))
        return self.linear(out).permute(1, 2, 0)


class LocalAttention(nn.Module):
    """Attention along time that learns how fast what is far away fades.

    The score of key t for query s is k_t · q_s / √c - |t - s| / √D · sum over d of d · σ(r_ds) / 2;
    a frame does not ask itself.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.content = nn.Conv1d(channels, channels, 1)
        self.query = nn.Conv1d(channels, channels, 1)
        self.key = nn.Conv1d(channels, channels, 1)
        self.query_decay = nn.Conv1d(channels, _HEADS * _DECAYS, 1)
        self.proj = nn.Conv1d(channels, channels, 1)

    def forward(self, values: Tensor) -> Tensor:
        """(b, channel, frame); same shape, added to what came in."""
        query, key, content, decay = (
            layer(values).unflatten(1, (_HEADS, -1))
            for layer in (self.query, self.key, self.content, self.query_decay)
        )
        scores = key.transpose(-1, -2) @ query / key.shape[2] ** 0.5  # (b, head, key, query)
        steps = torch.arange(1, _DECAYS + 1, device=values.device, dtype=values.dtype)
        speed = torch.einsum("d,bhds->bhs", steps, decay.sigmoid() / 2) / _DECAYS**0.5
        places = torch.arange(values.shape[-1], device=values.device, dtype=values.dtype)
        away = (places[:, None] - places[None, :]).abs()
        scores = scores - away * speed[:, :, None]
        itself = torch.eye(len(places), device=values.device, dtype=torch.bool)
        weights = scores.masked_fill(itself, _NEVER).softmax(dim=2)
        return values + self.proj((content @ weights).flatten(1, 2))
