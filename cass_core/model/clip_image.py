"""The image half of CLIP: a vision transformer that puts a picture beside sentences about it.

Sizes and names of the weights are those that OpenAI published (Radford et al. 2021,
https://arxiv.org/abs/2103.00020).
"""

from typing import Literal

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.model.clip_config import ClipConfig as ClipConfig

_MEAN = (0.48145466, 0.4578275, 0.40821073)
_SPREAD = (0.26862954, 0.26130258, 0.27577711)
_QUICK = 1.702


class ClipImageEncoder(nn.Module):
    """A vision transformer whose first token tells what is to be seen."""

    def __init__(self, config: ClipConfig) -> None:
        super().__init__()
        self.config = config
        width, tokens = config.width, (config.side // config.patch) ** 2 + 1
        self.conv1 = nn.Conv2d(3, width, config.patch, config.patch, bias=False)
        self.class_embedding = nn.Parameter(torch.randn(width) / width**0.5)
        self.positional_embedding = nn.Parameter(torch.randn(tokens, width) / width**0.5)
        self.ln_pre = nn.LayerNorm(width)
        self.transformer = _Blocks(width, config.layers, config.num_heads)
        self.ln_post = nn.LayerNorm(width)
        self.proj = nn.Parameter(torch.randn(width, config.out_dim) / width**0.5)

    def forward(self, pixels: Tensor) -> Tensor:
        """Tell what is to be seen.

        Args:
            pixels: (b, 3, side, side), as `clip_pixels` makes them.

        Returns:
            (b, out_dim), not of unit length.
        """
        patches = self.conv1(pixels).flatten(2).transpose(1, 2)
        first = self.class_embedding.expand(len(pixels), 1, -1)
        tokens = torch.cat([first, patches], dim=1) + self.positional_embedding
        seen = self.ln_post(self.transformer(self.ln_pre(tokens))[:, 0])
        return seen @ self.proj


class _Blocks(nn.Module):
    """The blocks, under the published name."""

    def __init__(self, width: int, layers: int, heads: int) -> None:
        super().__init__()
        self.resblocks = nn.Sequential(*(_Block(width, heads) for _ in range(layers)))

    def forward(self, tokens: Tensor) -> Tensor:
        return self.resblocks(tokens)


class _Block(nn.Module):
    """Attention and two layers, each behind a normalisation and added to what came in."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.attn = nn.MultiheadAttention(width, heads, batch_first=True)
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mlp = nn.ModuleDict(
            {"c_fc": nn.Linear(width, 4 * width), "c_proj": nn.Linear(4 * width, width)}
        )

    def forward(self, tokens: Tensor) -> Tensor:
        asked = self.ln_1(tokens)
        tokens = tokens + self.attn(asked, asked, asked, need_weights=False)[0]
        hidden = self.mlp["c_fc"](self.ln_2(tokens))
        return tokens + self.mlp["c_proj"](hidden * torch.sigmoid(_QUICK * hidden))


def clip_pixels(
    pictures: npt.NDArray[np.uint8], side: int, shape: Literal["stretched", "cropped"] = "stretched"
) -> Tensor:
    """Pictures as an encoder takes them.

    Args:
        pictures: (n, height, width, 3) of red, green and blue.
        side: pixels of the square that it sees.
        shape: "stretched" to the square, or "cropped" to its middle as CLIP's own tools do.

    Returns:
        (n, 3, side, side), each colour shifted and scaled as in CLIP's training.
    """
    colours = torch.from_numpy(np.ascontiguousarray(pictures)).permute(0, 3, 1, 2).float() / 255
    if shape == "cropped":
        short = min(colours.shape[2:])
        top, left = ((size - short) // 2 for size in colours.shape[2:])
        colours = colours[:, :, top : top + short, left : left + short]
    small = F.interpolate(colours, (side, side), mode="bicubic", antialias=True).clamp(0, 1)
    mean, spread = (torch.tensor(v)[:, None, None] for v in (_MEAN, _SPREAD))
    return (small - mean) / spread
