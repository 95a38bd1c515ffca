"""The network that weighs evidence over time: how likely a stem holds an owner's sound."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.review.suspicion.evidence import NUM_ROWS, PAIRS, rows_of_pairs

FRAMES_A_STEP = 2  # it decides every 40 ms
_DILATIONS = (1, 2, 4, 8, 16, 32)
_RARE_LOGIT = -3.0  # most moments are right


class _Block(nn.Module):
    """A convolution over time with holes."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.near = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(width)
        self.mix = nn.Conv1d(width, width, 1)

    def forward(self, rows: Tensor) -> Tensor:
        mixed: Tensor = self.mix(torch.relu(self.norm(self.near(rows))))
        return rows + mixed


class SuspicionNet(nn.Module):
    """Looks at each pair of stem and owner with the same weights."""

    def __init__(self, width: int = 32) -> None:
        """Make the layers.

        Args:
            width: channels of the convolutions.
        """
        super().__init__()
        self.width = width
        self.places: Tensor
        self.register_buffer("places", torch.from_numpy(rows_of_pairs()), persistent=False)
        self.scale = nn.BatchNorm1d(NUM_ROWS, affine=False)
        self.begin = nn.Conv1d(self.places.shape[1], width, 3, padding=1)
        self.pair = nn.Parameter(torch.zeros(len(PAIRS), width, 1))
        self.blocks = nn.Sequential(*(_Block(width, dilation) for dilation in _DILATIONS))
        self.end = nn.Conv1d(width, 1, 1)
        nn.init.constant_(self.end.weight, 0.0)
        if self.end.bias is not None:
            nn.init.constant_(self.end.bias, _RARE_LOGIT)

    def forward(self, rows: Tensor) -> Tensor:
        """Weigh the evidence of all pairs.

        Args:
            rows: (b, NUM_ROWS, frame) of `evidence_rows`.

        Returns:
            (b, pair, frame) logits.
        """
        batch, _, frames = rows.shape
        steps = F.avg_pool1d(rows, FRAMES_A_STEP, ceil_mode=True)
        pairs = torch.arange(len(PAIRS)).repeat(batch)
        logits = self.weigh(steps.repeat_interleave(len(PAIRS), dim=0), pairs)
        wide = logits.reshape(batch, len(PAIRS), -1).repeat_interleave(FRAMES_A_STEP, dim=-1)
        return wide[..., :frames]

    def weigh(self, steps: Tensor, pairs: Tensor) -> Tensor:
        """Weigh the evidence of one pair each.

        Args:
            steps: (b, NUM_ROWS, step) means of `FRAMES_A_STEP` frames.
            pairs: (b,) numbers in `PAIRS`.

        Returns:
            (b, step) logits.
        """
        chosen = self.places[pairs][..., None].expand(-1, -1, steps.shape[-1])
        told = self.scale(steps).gather(1, chosen)
        planes = torch.relu(self.begin(told) + self.pair[pairs])
        logits: Tensor = self.end(self.blocks(planes))
        return logits[:, 0]
