"""The network that says whose sound each cell of each stem holds."""

import torch
from torch import Tensor, nn

from cass_core.review.cells.bands import NUM_BANDS, NUM_MELS
from cass_core.stem_names import STEMS

_TYPICAL_DB, _SPREAD_DB = -60.0, 20.0
_DILATIONS = ((1, 1), (2, 1), (4, 2), (8, 2), (16, 4), (32, 4))  # of frames and of bands
_OWN_LOGIT = 2.0  # a sound is expected where it stands
REACH_FRAMES = 152  # further away nothing changes a cell by much


class _Block(nn.Module):
    """A convolution with holes, and what all bands of a moment have in common."""

    def __init__(self, width: int, dilation: tuple[int, int]) -> None:
        super().__init__()
        self.near = nn.Conv2d(width, width, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm2d(width)
        self.moment = nn.Conv1d(2 * width, width, 5, padding=2)

    def forward(self, planes: Tensor) -> Tensor:
        near = self.norm(self.near(planes))
        over_bands = torch.cat([planes.mean(dim=3), planes.amax(dim=3)], dim=1)
        return planes + torch.relu(near + self.moment(over_bands)[..., None])


class CellNet(nn.Module):
    """Levels of the three stems to whose sound each of their cells holds."""

    def __init__(self, width: int = 32) -> None:
        """Make the layers.

        Args:
            width: channels of the convolutions.
        """
        super().__init__()
        self.width = width
        self.begin = nn.Conv2d(len(STEMS) + 2, width, 5, stride=2, padding=2)
        self.blocks = nn.Sequential(*(_Block(width, dilation) for dilation in _DILATIONS))
        self.end = nn.Conv2d(width, 2 * len(STEMS) ** 2, 1)

    def forward(self, levels: Tensor) -> Tensor:
        """Logits of the cells.

        Args:
            levels: (b, stem, frame, mel) dB of `levels_db`, an even number of frames.

        Returns:
            (b, stem, owner, frame, band).
        """
        if levels.shape[-1] != NUM_MELS or levels.shape[-2] % 2:
            raise ValueError(f"levels of {tuple(levels.shape)} are no pairs of frames x 64 mels")
        place = torch.linspace(-1, 1, NUM_MELS, device=levels.device)
        place = place.expand(levels.shape[0], 1, levels.shape[2], NUM_MELS)
        together = levels.amax(dim=1, keepdim=True)
        scaled = (torch.cat([levels, together], dim=1) - _TYPICAL_DB) / _SPREAD_DB
        planes = self.blocks(torch.relu(self.begin(torch.cat([scaled, place], dim=1))))
        logits: Tensor = self.end(planes)
        stems = len(STEMS)
        # two frames lie in each place
        paired = logits.unflatten(1, (stems, stems, 2)).permute(0, 1, 2, 4, 3, 5)
        own = _OWN_LOGIT * torch.eye(stems, device=levels.device)
        return (
            paired.flatten(3, 4).reshape(-1, stems, stems, levels.shape[2], NUM_BANDS)
            + own[:, :, None, None]
        )
